"""Grace Adeyemi leaves. Nobody asks her why; what she gave is kept, and everything else is let go."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests import builders
from tests.journeys.conftest import Axe, Visit
from tests.journeys.giving import TUESDAY, Giving, ledger
from tests.journeys.hands import heading, open_page, press, reads, refused, told
from timegiven.concerns.models import Leaving, OfferedWord
from timegiven.joining.models import Clearance, Pass
from timegiven.letters.models import Letter
from timegiven.placements.models import AwareAccount


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    camden = Giving()
    AwareAccount.objects.create(
        person=camden.grace, login="gadeyemi", asked_by=camden.mvpm, from_on=builders.LONG_AGO, status="OPEN"
    )
    return camden


@pytest.mark.clause(120)
def test_she_leaves_and_nobody_asks_why(camden: Giving, browser_of: Visit, axe: Axe, screen: str) -> None:
    camden.reported()
    accepted, asked = camden.coming(), camden.asked(camden.duty(TUESDAY + timedelta(days=7)))
    page = browser_of(camden.grace)
    page.goto("/me/")
    axe(page)
    page.get_by_role("main").get_by_role("link", name="leave the programme").click()
    assert "Nobody will ask you why." in reads(page)
    axe(page)

    press(page, "Leave the programme")

    assert heading(page) == "Thank you"
    assert "You left the programme on Tuesday 24 April 2007" in reads(page)
    axe(page)
    for thing in (accepted, asked, camden.placement, camden.volunteer):
        thing.refresh_from_db()
    assert (accepted.status, asked.status) == ("RELEASED", "RELEASED")
    assert (camden.placement.status, camden.placement.until_on) == ("ENDED", builders.TODAY)
    assert (camden.volunteer.status, camden.volunteer.left_on) == ("LEFT", builders.TODAY)
    assert Pass.objects.values_list("status", flat=True).get() == "RECALLED"
    assert AwareAccount.objects.values_list("until_on", flat=True).get() == builders.TODAY
    assert Clearance.objects.values_list("until_on", flat=True).get() == builders.TODAY
    assert ledger(camden.grace) == [("SESSION", 240)]
    assert (Leaving.objects.count(), OfferedWord.objects.count()) == (1, 0)
    assert Letter.objects.filter(template="rota/place_open").count() == 2  # unit and MVPM, of the duty she had taken
    assert Letter.objects.filter(template="concerns/has_left").values_list("to_name", flat=True).get() == "Priya Shah"

    page.goto("/")
    page.get_by_role("link", name="Please give back your pass").click()
    axe(page)


@pytest.mark.clause(83)
def test_her_pass_comes_back(camden: Giving, browser_of: Visit, axe: Axe, screen: str) -> None:
    number = Pass.objects.get().number
    page = browser_of(builders.the_pass_office())
    hers = browser_of(camden.grace)
    hers.goto(f"/leaving/{camden.volunteer.reference}/")
    press(hers, "Leave the programme")
    page.goto("/")
    page.get_by_role("link", name="1 pass has not come back").click()
    page.get_by_role("link", name="It has come back (pass of Grace Adeyemi)").click()
    assert f"You hold pass {number} in your hand." in reads(page)
    axe(page)
    press(page, "It has come back")

    assert told(page) == "The pass of Grace Adeyemi has come back."
    axe(page)
    assert Pass.objects.values_list("status", flat=True).get() == "RETURNED"

    page.goto(f"/joining/passes/{Pass.objects.get().reference}/return/")  # once more, on an old page
    assert "This pass is “returned” now, so this cannot be done with it." in reads(page)
    assert page.get_by_role("main").get_by_role("button").count() == 0
    axe(page)


def test_her_hours_stay_in_the_statistics(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    camden.reported()
    hers = browser_of(camden.grace)
    hers.goto(f"/leaving/{camden.volunteer.reference}/")
    hers.get_by_label("If you would like to say, what changed?").select_option(index=1)
    press(hers, "Leave the programme")
    assert (OfferedWord.objects.count(), Leaving.objects.count()) == (1, 1)

    page = browser_of(builders.the_central_team())
    page.goto("/insight/")

    words = reads(page)
    assert "Time that people gave before they left stays in these totals." in words
    tiles = page.locator(".tg-stats").inner_text().split("\n")
    assert [line for line in tiles if line.strip()] == _tiles(left=1, hours=4)
    axe(page)


def _tiles(*, left: int, hours: int) -> list[str]:
    return ["0", "Volunteering", "0", "On a break", str(left), "Left", str(hours), "Hours given in twelve months"]


def test_she_leaves_once(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    address = f"/leaving/{camden.volunteer.reference}/"
    page = browser_of(camden.grace)
    page.goto(address)
    press(page, "Leave the programme")

    for again in (address, "/leaving/"):  # going back leads to the thanks, not to the question
        page.goto(again)
        assert heading(page) == "Thank you"
    axe(page)


def test_her_manager_records_it_for_her(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(camden.mvpm)
    page.goto(f"/leaving/{camden.volunteer.reference}/")
    expect(page.get_by_role("main").get_by_role("combobox")).to_have_count(0)  # no reason is asked of her either
    axe(page)

    press(page, "Record that they are leaving")

    assert "Left on Tuesday 24 April 2007" in reads(page)
    axe(page)
    camden.volunteer.refresh_from_db()
    assert camden.volunteer.status == "LEFT"


def test_nobody_else_ends_her_volunteering(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    address = f"/leaving/{camden.volunteer.reference}/"
    team = browser_of(builders.the_central_team())
    assert refused(team, address) == (
        "A volunteer may leave at any time and need not say why; their MVP Manager can record it for them."
    )
    axe(team)
    for person in (builders.a_volunteer().person, builders.an_mvpm(builders.a_borough("Brent"))):
        assert open_page(browser_of(person), address) == 404
    camden.volunteer.refresh_from_db()
    assert camden.volunteer.status == "ACTIVE"
