"""Priya Shah offers Grace Adeyemi a placement, once nothing is missing that an offer needs."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests import builders
from tests.journeys.conftest import Axe, Visit
from tests.journeys.giving import Giving
from tests.journeys.hands import error, errors, fill, heading, open_page, press, reads, refused, told
from timegiven.joining.models import Application, Clearance
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
def test_she_finds_who_fits_and_offers_a_placement(camden: Giving, browser_of: Visit, axe: Axe, screen: str) -> None:
    facts = {"profile": camden.version.profile, "skills": ["Putting files in order"]}
    Application.objects.filter(person=camden.grace).update(**facts)
    page = browser_of(camden.mvpm)
    page.goto("/")
    page.get_by_role("link", name="1 role with a place free").click()
    axe(page)
    page.get_by_role("link", name="Archive files helper").click()
    assert heading(page).split("\n")[-1] == "Who fits: Archive files helper"
    assert "Asked for this role" in reads(page)
    axe(page)
    page.get_by_role("link", name="Grace Adeyemi", exact=True).click()  # and the other way: which roles fit her
    page.get_by_role("link", name="Placements", exact=True).click()
    page.get_by_role("link", name="Roles that may suit").click()
    assert "Asked for this role" in reads(page)
    axe(page)
    page.get_by_role("link", name="Offer it").click()

    expect(page.get_by_label("Unit", exact=True).locator("option:checked")).to_have_text("Records office, Camden")
    page.get_by_label("Role", exact=True).select_option("")
    page.get_by_label("Unit", exact=True).select_option("")
    press(page, "Offer this placement")
    assert errors(page) == ["Choose the role", "Choose the unit"]
    axe(page)
    _fill_in(page, hours="11")
    press(page, "Offer this placement")
    assert error(page) == (
        "We have not offered this placement: 11 hours a week would come to more than the 40 hours that one person may "
        "give in a month. Choose 10 hours a week or less. About 4 hours once a week is usual."
    )
    axe(page)
    _fill_in(page)
    page.get_by_label("Answer by (optional)").fill("24/4/2007")
    press(page, "Offer this placement")
    assert error(page) == (
        "We have not offered this placement: the day to answer by has to come after today. Choose a later day, "
        "for example Tuesday 8 May 2007."
    )
    page.get_by_label("Answer by (optional)").fill("8/5/2007")
    press(page, "Offer this placement")

    assert told(page) == "Archive files helper is offered to Grace Adeyemi."
    assert heading(page).split("\n")[-1] == "Archive files helper"
    axe(page)
    made = Placement.objects.get()
    assert made.reply_by == date(2007, 5, 8)
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
def test_she_arranges_an_aware_account_and_the_unit_hands_it_over(
    camden: Giving, browser_of: Visit, axe: Axe, screen: str
) -> None:
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


@pytest.mark.clause(9, 45, 120)
def test_she_lends_her_for_a_fair_moves_her_and_knows_of_her_break(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    builders.a_placement(camden.volunteer, camden.version)
    brent = builders.a_unit("Archive", borough=builders.a_borough("Brent"))
    builders.a_risk_assessment(camden.version, unit=brent)
    theirs, page = browser_of(builders.an_mvpm(brent.borough)), browser_of(camden.mvpm)
    hers, record = browser_of(camden.grace), f"/placements/people/{camden.volunteer.reference}/"
    page.goto(f"{record}placements/")
    page.get_by_role("link", name="Offer help at an event").click()
    axe(page)
    fill(page, Event="Brent Fair", First_day="5/5/2007", Last_day="6/5/2007")
    page.get_by_label("Role", exact=True).select_option("Archive files helper")
    page.get_by_label("Unit", exact=True).select_option("Archive, Brent")
    press(page, "Offer this")
    assert told(page) == "Brent Fair is offered to Grace Adeyemi."
    assert "From Saturday 5 May 2007 to Sunday 6 May 2007" in reads(page)
    axe(page)
    _say_yes(hers, "You are offered a place: Archive files helper, Archive, Brent")

    page.goto(f"{record}placements/")
    page.get_by_role("row", name="Started").filter(has_text="Records office").get_by_role("link").click()
    page.get_by_role("link", name="Offer a move to another unit").click()
    axe(page)
    page.get_by_label("Unit", exact=True).select_option("Archive, Brent")
    page.get_by_label("I have talked with the unit there").check()
    press(page, "Offer this move")
    assert error(page).startswith(
        "We have not offered the move to Archive, Brent: the volunteer is offered or has “Archive files"
    )
    elsewhere = builders.a_unit("Front counter", borough=brent.borough)
    builders.a_risk_assessment(camden.version, unit=elsewhere)
    page.reload()
    page.get_by_label("Unit", exact=True).select_option("Front counter, Brent")
    page.get_by_label("I have talked with the unit there").check()
    press(page, "Offer this move")
    assert told(page) == "The move is offered to Grace Adeyemi."
    assert (open_page(page, record), open_page(theirs, record)) == (200, 404)
    _say_yes(hers, "You are offered a place: Archive files helper, Front counter, Brent")
    assert (open_page(page, record), open_page(theirs, record)) == (404, 200)  # from that moment

    hers.goto(record)
    hers.get_by_role("link", name="Take a break").click()
    axe(hers)
    hers.get_by_label("Back on (optional)").fill("5/6/2007")
    press(hers, "Note this break")
    assert told(hers) == "The break is noted. Nothing will be offered in that time."
    theirs.reload()
    assert "On a break from Tuesday 24 April 2007, back on Tuesday 5 June 2007." in reads(theirs)
    hers.get_by_role("link", name="I am back").click()
    axe(hers)
    press(hers, "I am back")
    assert told(hers) == "Welcome back."
    theirs.goto(f"{record}placements/")
    assert "A break began" in reads(theirs)
    axe(theirs)


def _say_yes(page: Page, offer: str) -> None:
    page.goto("/")
    page.get_by_role("link", name=offer).click()
    page.get_by_role("link", name="Yes, I would like to").click()
    press(page, "Say yes")
    assert told(page) == "Thank you. The unit and the Borough MVP Manager are told."


def test_another_boroughs_manager_does_not_find_her(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(builders.an_mvpm(builders.a_borough("Brent")))

    assert open_page(page, f"/placements/people/{camden.volunteer.reference}/offer/") == 404
    axe(page)


def test_she_does_not_offer_a_placement_to_herself(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(camden.grace)

    policy = refused(page, f"/placements/people/{camden.volunteer.reference}/offer/")

    assert policy == "Only the Borough MVP Manager offers a placement, to a volunteer of their own borough."
    axe(page)
