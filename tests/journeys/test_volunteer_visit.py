"""Edna Marlowe is 78 and has a small telephone: she comes, she leaves, and tells how it went with a few taps."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Axe, Clock, Visit
from tests.journeys.giving import TUESDAY, Giving, ledger
from tests.journeys.hands import choose, heading, press, reads, told
from timegiven.attendance.models import Presence, SessionReport
from timegiven.people.models import Person

SMALL = {"width": 360, "height": 740}


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    return Giving()


def _fits(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.clause(21, 22, 38, 39, 41)
def test_she_comes_leaves_and_tells(camden: Giving, browser_of: Visit, axe: Axe, clock: Clock) -> None:
    Person.objects.filter(pk=camden.grace.pk).update(name="Edna Marlowe", born_on=date(1929, 2, 3))
    camden.coming()
    clock.go_to(TUESDAY - timedelta(minutes=4))
    page = browser_of(camden.grace)
    page.set_viewport_size(SMALL)
    page.goto("/")
    page.get_by_role("link", name="Say that you have come").click()
    axe(page)
    press(page, "I am here")
    assert told(page) == "Welcome. You are written down as here."
    assert "since 9:56am" in reads(page)
    assert _fits(page)
    axe(page)

    clock.go_to(TUESDAY + timedelta(hours=4, minutes=6))
    press(page, "I am leaving")
    expect(page.get_by_label("Start time")).to_have_value("9:56am")
    expect(page.get_by_label("End time")).to_have_value("2:06pm")
    assert _fits(page)
    choose(page, "What did you do?", "Greet visitors")
    choose(page, "How did it go?", "It went well")
    press(page, "Send the report")  # the seventh tap, and nothing typed

    assert heading(page) == "Thank you"
    assert "Did you pay for a meal?" in reads(page)
    report = SessionReport.objects.get()
    assert (report.presence, report.minutes) == (Presence.objects.get(), 250)
    assert ledger(camden.grace) == [("SESSION", 250)]
