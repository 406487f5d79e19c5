"""Priya Shah offers Grace Adeyemi a placement, once nothing is missing that an offer needs."""

import pytest
from playwright.sync_api import Page, expect

from tests import builders
from tests.journeys.conftest import Axe, Visit
from tests.journeys.giving import Giving
from tests.journeys.hands import error, errors, heading, open_page, press, reads, refused, told
from timegiven.joining.models import Clearance
from timegiven.letters.models import Letter
from timegiven.library.models import RiskAssessment
from timegiven.placements.models import AwareAccount, Placement


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    camden = Giving()
    camden.unplaced()
    return camden


def _fill_in(page: Page, *, hours: str = "4") -> None:
    page.get_by_label("Role", exact=True).select_option("Archive files helper")
    page.get_by_label("Unit", exact=True).select_option("Records office, Camden")
    page.get_by_role("group", name="Time each week").get_by_label("Hours").fill(hours)
    page.get_by_label("When (optional)").fill("Tuesday mornings")


@pytest.mark.clause(44, 53, 74, 83)
def test_she_is_told_what_is_missing(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    Clearance.objects.update(until_on=builders.TODAY)
    RiskAssessment.objects.update(review_on=builders.TODAY)
    page = browser_of(camden.mvpm)
    page.goto(f"/placements/people/{camden.volunteer.reference}/")
    axe(page)
    page.get_by_role("main").get_by_role("link", name="Offer a placement").click()
    axe(page)

    _fill_in(page)
    press(page, "Offer this placement")

    assert error(page) == (
        "We have not offered this placement. There is no security check at NPPV level 2 (abbreviated) in force on "
        "Tuesday 24 April 2007. The risk assessment of this role at Records office, Camden is missing or out of date "
        "on Tuesday 24 April 2007. The vetting office renews the check, or does it at the level that the role needs. "
        "Whose turn: Vetting office."
    )
    axe(page)
    expect(page.get_by_label("When (optional)")).to_have_value("Tuesday mornings")
    assert (Placement.objects.count(), Letter.objects.count()) == (0, 0)


@pytest.mark.clause(34, 44, 78)
def test_she_offers_a_placement(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(camden.mvpm)
    page.goto(f"/placements/people/{camden.volunteer.reference}/offer/")

    press(page, "Offer this placement")
    assert errors(page) == ["Choose the role", "Choose the unit"]
    axe(page)
    _fill_in(page, hours="11")
    press(page, "Offer this placement")
    assert error(page) == (
        "We have not offered this placement: 11 hours a week would come to more than the 40 hours that one person may "
        "give in a month. Choose 10 hours a week or less. About four hours, once a week, is usual."
    )
    axe(page)
    _fill_in(page)
    press(page, "Offer this placement")

    assert told(page) == "Archive files helper is offered to Grace Adeyemi."
    assert heading(page).split("\n")[-1] == "Archive files helper"
    axe(page)
    made = Placement.objects.get()
    assert (made.volunteer, made.version, made.unit, made.status, made.weekly_minutes, made.pattern) == (
        camden.volunteer,
        camden.version,
        camden.unit,
        "OFFERED",
        240,
        "Tuesday mornings",
    )
    assert Letter.objects.values_list("template", "to_name").get() == ("placements/offered", "Grace Adeyemi")

    page.goto(f"/placements/people/{camden.volunteer.reference}/offer/")  # the same again, by mistake
    _fill_in(page)
    press(page, "Offer this placement")
    assert error(page) == (
        "We have not offered this placement: the volunteer is offered or has “Archive files helper” at Records "
        "office, Camden already. Look at their placements. A different role or unit can be offered beside it."
    )
    assert Placement.objects.count() == 1


@pytest.mark.clause(19, 84, 85, 86)
def test_she_arranges_an_aware_account_and_the_unit_hands_it_over(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(camden.mvpm)
    address = f"/placements/people/{camden.volunteer.reference}/aware/"
    page.goto(address)
    assert "No role of this volunteer uses AWARE, so no account is needed." in reads(page)
    axe(page)

    needing = builders.an_approved_version(unit=camden.unit, title="Letters helper", needs_aware=True)
    builders.a_placement(camden.volunteer, needing, status="AGREED")
    page.reload()
    press(page, "I have asked for it")
    page.get_by_label("Log-in name").fill("gadeyemi")
    press(page, "Keep the log-in name")
    assert told(page) == "Noted. The unit is told that it can hand the log-in over."
    axe(page)

    theirs = browser_of(camden.manager)
    theirs.goto("/")
    theirs.get_by_role("link", name="Hand over the AWARE log-in of Grace Adeyemi").click()
    press(theirs, "Hand the log-in over")
    assert error(theirs) == "Tick the box to go on"
    theirs.get_by_label("I have explained how e-mail is used, and the volunteer has the log-in").check()
    press(theirs, "Hand the log-in over")
    assert told(theirs) == "Handed over. The rule about e-mail is sent to them as well."
    axe(theirs)

    hers = browser_of(camden.grace)
    hers.goto("/")
    hers.get_by_role("link", name="You have an AWARE account").click()
    press(hers, "I have read this")
    axe(hers)
    account = AwareAccount.objects.get()
    assert (account.person, account.login, account.from_on) == (camden.grace, "gadeyemi", builders.TODAY)
    assert account.read_at is not None


def test_another_boroughs_manager_does_not_find_her(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(builders.an_mvpm(builders.a_borough("Brent")))

    assert open_page(page, f"/placements/people/{camden.volunteer.reference}/offer/") == 404
    axe(page)


def test_she_does_not_offer_a_placement_to_herself(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(camden.grace)

    policy = refused(page, f"/placements/people/{camden.volunteer.reference}/offer/")

    assert policy == "Only the Borough MVP Manager offers a placement, to a volunteer of their own borough."
    axe(page)
