"""Priya Shah looks at the place, writes down what is still to be done, and answers what the unit reports."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page

from tests.builders import TODAY
from tests.journeys.conftest import Axe, Visit
from tests.journeys.giving import Giving
from tests.journeys.hands import choose, errors, open_page, press, reads, told
from timegiven.library import selectors
from timegiven.library.models import Action, Change


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    return Giving()


@pytest.mark.clause(53, 59, 60)
def test_the_unit_stops_a_role_and_she_opens_it_again_with_something_to_be_done(
    camden: Giving, browser_of: Visit, axe: Axe
) -> None:
    ruth, priya, grace = (browser_of(person) for person in (camden.manager, camden.mvpm, camden.grace))

    _report(ruth, camden, axe)
    assert told(ruth) == (
        "Thank you. The MVP Manager is told, and nobody is placed or booked here until they have looked. Those who are "
        "down for a time to come get a letter within minutes. Please ring those whom you expect today."
    )
    grace.goto("/")
    assert "The safety check of this role at the unit has to be done again first" in reads(grace)
    axe(grace)
    assert not selectors.risk_in_date(camden.unit, camden.version, TODAY)

    priya.goto("/")
    axe(priya)
    priya.get_by_role("link", name="Records office, Camden reported a change: Archive files helper").click()
    assert "Water comes through the ceiling." in reads(priya)
    first = priya.get_by_role("group", name="Hazard 1", exact=True)
    first.get_by_label("How likely is it, with that?").select_option("3 – possible")
    first.get_by_label("What more will be done?").fill("Close the back room")
    first.get_by_label("How likely when that is done?").select_option("1 – very unlikely")
    first.get_by_label("How bad when that is done?").select_option("3 – injury that needs care")
    press(priya, "Another action for hazard 1")
    axe(priya)
    assert first.get_by_label("What more will be done?").first.input_value() == "Close the back room"
    press(priya, "Save the risk assessment")
    assert "Hazard 1, action 1: answer “Which post sees to it?”" in errors(priya)
    axe(priya)
    first.get_by_label("Which post sees to it?").first.fill("Facilities manager")
    first.get_by_label("By when?").first.fill(f"{TODAY + timedelta(days=7):%d/%m/%Y}")
    press(priya, "Save the risk assessment")
    assert told(priya) == "The risk assessment at Records office is saved. Its review is due on Thursday 24 April 2008."

    assert selectors.risk_in_date(camden.unit, camden.version, TODAY)
    assert Change.objects.get().answered_by is not None
    _finish(ruth, axe)
    assert Action.objects.get().done_by == camden.manager
    grace.goto("/")
    assert "rests for now" not in reads(grace)


def _report(page: Page, camden: Giving, axe: Axe) -> None:
    page.goto(f"/roles/versions/{camden.version.reference}")
    page.get_by_role("link", name="Report a change at the unit").click()
    axe(page)
    page.get_by_label("What has changed?").fill("Water comes through the ceiling.")
    choose(page, "Is it safe to go on until the MVP Manager has looked?", "No, stop until it has been looked at")
    press(page, "Tell the MVP Manager")


def _finish(page: Page, axe: Axe) -> None:
    page.goto("/roles/reviews")
    axe(page)
    page.get_by_role("link", name="Actions to do").click()
    axe(page)
    page.get_by_role("link", name="Mark as done").click()
    press(page, "Mark as done")
    assert told(page) == "Marked as done. Thank you."


@pytest.mark.clause(54, 110)
def test_the_assessment_is_there_to_read_with_its_picture(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    assessment = camden.version.risk_assessments.get()
    page = browser_of(camden.manager)

    assert open_page(page, f"/roles/assessments/{assessment.reference}") == 200

    axe(page)
    assert page.get_by_role("table", name="As things are").get_by_text("Hazard 1").count() == 1
