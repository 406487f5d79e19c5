"""Ruth Okafor welcomes Grace Adeyemi: they go through the first day's list together, and the placement starts."""

import pytest
from playwright.sync_api import Page, expect

from tests import builders
from tests.journeys.conftest import Axe, Visit
from tests.journeys.giving import Giving
from tests.journeys.hands import error, heading, open_page, press, reads, refused, told
from timegiven.placements import selectors as placements
from timegiven.placements.models import Placement, Welcome
from timegiven.training.models import Completion

PAPERS = "The unit has read the role profile and its risk assessment"
COMPANION = "Somebody from the team has time for the volunteer today"


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    return Giving()


def _tick_everything(placement: Placement, *, by: object, but: tuple[str, ...] = ()) -> None:
    """What was ticked before the journey begins."""
    items = [item for item in placements.first_day(placement) if item.code not in but]
    Welcome.objects.bulk_create(
        Welcome(placement=placement, code=item.code, side=side, done_at=builders.NOW, done_by=by)
        for item in items
        for side in ("UNIT", "VOLUNTEER")
    )


def _ticks(page: Page) -> list[str]:
    return page.get_by_role("checkbox").evaluate_all("boxes => boxes.map(box => box.labels[0].innerText)")


@pytest.mark.clause(14, 15, 54)
def test_she_goes_through_the_list(camden: Giving, browser_of: Visit, axe: Axe, screen: str) -> None:
    placement = camden.agreed()
    wanted = [item.text for item in placements.first_day(placement)]
    page = browser_of(camden.manager)
    page.goto("/")
    page.get_by_role("link", name="Welcome Grace Adeyemi on the first day").click()
    assert _ticks(page) == wanted
    axe(page)

    page.get_by_role("checkbox", name=PAPERS).check()
    page.get_by_role("checkbox", name=COMPANION).check()
    page.get_by_role("textbox", name=COMPANION).fill("Joan, at the desk by the window")
    press(page, "Keep what is ticked")

    assert told(page) == "Kept. You can both see what is ticked, and go on another time."
    assert f"2 of {len(wanted)} are done." in reads(page)
    expect(page.get_by_text("Joan, at the desk by the window")).to_be_visible()
    axe(page)
    assert list(Welcome.objects.order_by("code").values_list("code", "note", "done_by")) == [
        ("companion", "Joan, at the desk by the window", camden.manager.pk),
        ("papers", "", camden.manager.pk),
    ]

    hers = browser_of(camden.grace)  # either side may tick, but the papers are the unit's
    hers.goto(f"/placements/{placement.reference}/first-day/")
    assert heading(hers).split("\n")[-1] == "Your first day"
    items = placements.first_day(placement)
    assert _ticks(hers) == [item.to_you for item in items if item.whose != "unit" and item.text != COMPANION]
    axe(hers)


@pytest.mark.clause(14, 26, 28, 30)
def test_she_plans_the_day_and_grace_reads_about_it(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    placement = camden.agreed()
    page = browser_of(camden.manager)
    page.goto(f"/placements/{placement.reference}/first-day/")
    page.get_by_role("link", name="Plan the first day").click()
    axe(page)
    page.get_by_label("Which day?").fill("1/5/2007")
    page.get_by_label("At what time?").fill("10am")
    page.get_by_label("Who meets them?").fill("Sgt Joan Okoro")
    page.get_by_label("How do they find you?").fill("Ask at the front counter.")
    press(page, "Keep the plan and tell them")
    assert told(page) == "Planned. Grace gets a letter with all of it."

    hers = browser_of(camden.grace)
    hers.goto("/")
    hers.get_by_role("link", name="Your first day at Records office, Camden").click()
    assert heading(hers).split("\n")[-1] == "Welcome, Grace"
    said = reads(hers)
    wanted = (
        "Tuesday 1 May 2007 10am",
        "Sgt Joan Okoro",
        "Ask at the front counter.",
        "no jeans",
        "need give no reason",
    )
    assert [words for words in wanted if words not in said] == []
    axe(hers)


@pytest.mark.clause(54, 90)
def test_she_starts_it_when_everything_is_in_order(camden: Giving, browser_of: Visit, axe: Axe, screen: str) -> None:
    placement = camden.agreed()
    _tick_everything(placement, by=camden.grace, but=("papers", "companion"))
    safety = Completion.objects.get()
    Completion.objects.all().delete()
    page = browser_of(camden.manager)
    page.goto(f"/placements/{placement.reference}/start/")
    axe(page)

    press(page, "Start this placement")
    assert error(page) == (
        f"The placement has not started: these are still open on the first day's list: {PAPERS}; {COMPANION}. Go "
        "through the list together and tick what has been done."
    )
    axe(page)

    page.get_by_role("link", name="Go to the list").click()
    page.get_by_role("checkbox", name=PAPERS).check()
    page.get_by_role("checkbox", name=COMPANION).check()
    press(page, "Keep what is ticked")
    expect(page.get_by_role("heading", name="All that is needed is done")).to_be_visible()
    axe(page)
    page.get_by_role("main").get_by_role("link", name="Start this placement").click()
    press(page, "Start this placement")
    assert error(page) == (
        "The placement has not started. Some training that the role needs is missing or has run out by Tuesday 24 "
        "April 2007. Still needed: Course HS. Find a place on the course. It is recorded when it has been done. "
        "Whose turn: Borough MVP Manager."
    )
    axe(page)
    placement.refresh_from_db()
    assert placement.status == "AGREED"

    builders.a_completion(camden.grace, safety.course)
    press(page, "Start this placement")

    assert told(page) == "The placement has started."
    axe(page)
    placement.refresh_from_db()
    assert (placement.status, placement.from_on) == ("STARTED", builders.TODAY)


def test_another_boroughs_manager_does_not_find_it(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    placement = camden.agreed()
    brent = builders.a_unit_manager(builders.a_unit("Front counter", borough=builders.a_borough("Brent")))
    page = browser_of(brent)

    assert open_page(page, f"/placements/{placement.reference}/first-day/") == 404
    axe(page)
    assert open_page(page, f"/placements/{placement.reference}/start/") == 404


def test_it_does_not_start_before_she_has_said_yes(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    placement = camden.offered()
    _tick_everything(placement, by=camden.manager)
    page = browser_of(camden.manager)

    page.goto(f"/placements/{placement.reference}/start/")

    assert "This placement is “offered” now, so this cannot be done with it." in reads(page)
    assert "It is the turn of the volunteer now." in reads(page)
    axe(page)
    placement.refresh_from_db()
    assert placement.status == "OFFERED"


def test_she_starts_nothing_by_herself(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    placement = camden.agreed()
    page = browser_of(camden.grace)

    policy = refused(page, f"/placements/{placement.reference}/start/")

    assert policy == "Only the manager of the unit says that a volunteer has started there."
    axe(page)
