"""Priya Shah's Monday: a stack of paper keyed in without the mouse, what volunteers wrote, and what came late."""

import json
from datetime import timedelta

import pytest

from tests import builders
from tests.builders import TODAY
from tests.journeys.conftest import Axe, Clock, Visit
from tests.journeys.giving import TUESDAY, Giving
from tests.journeys.hands import choose, heading, press, reads, told
from timegiven.attendance.models import LateEntry, Query, SessionReport

MONDAY = TUESDAY + timedelta(days=6)
PEOPLE = 4
SHEETS = 3  # of each; forty take as many clicks: none


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    return Giving()


def _counting_clicks(page) -> None:
    page.add_init_script(
        "addEventListener('click', event => { if (event.isTrusted && event.detail)"
        " sessionStorage.clicks = 1 + Number(sessionStorage.clicks || 0) }, true)"
    )


@pytest.mark.clause(38, 40, 55)
def test_her_monday(camden: Giving, browser_of: Visit, axe: Axe, clock: Clock) -> None:
    names = ["Bela Novak", "Cora Finch", "Dilip Rao", "Esme Hart"]
    for name in names:
        builders.a_ready_volunteer(unit=camden.unit, version=camden.version, name=name)
    report = camden.reported()
    SessionReport.objects.filter(pk=report.pk).update(has_words=True, something_else="Moved a desk")
    SessionReport.objects.filter(pk=report.pk).update(idea="A stool")
    Query.objects.create(report=report, asked_at=MONDAY)
    long_ago = TODAY - timedelta(days=35)
    typed = {"day": [f"{long_ago.day}/{long_ago.month}/{long_ago.year}"], "starts": ["10am"], "ends": ["2pm"]}
    LateEntry.objects.create(
        placement=camden.placement, person=camden.grace, on=long_ago, typed=json.dumps(typed | {"tasks": ["1"]}),
        sent_at=MONDAY,
    )  # fmt: skip
    camden.volunteer.person.agreements.update(accepted_at=TUESDAY - timedelta(days=100))
    clock.go_to(MONDAY)
    page = browser_of(camden.mvpm)
    _counting_clicks(page)

    page.goto("/sessions/week/")
    axe(page)
    page.get_by_role("button", name="Key in paper reports").click()
    axe(page)
    for number in range(SHEETS * PEOPLE):
        _key_in(page, names[number % PEOPLE].split()[1], number)
    assert f"{SHEETS * PEOPLE} done" in reads(page)
    assert SessionReport.objects.count() == SHEETS * PEOPLE + 1
    assert page.evaluate("sessionStorage.clicks") == "1"  # twelve reports and not one click

    page.get_by_role("link", name="Sessions this week").click()
    page.get_by_role("button", name="I have read it").click()
    page.get_by_role("link", name="Grace Adeyemi, Tuesday 17 April 2007").click()
    axe(page)
    choose(page, "Is it covered?", "It is part of the role")
    press(page, "Send the answer")
    assert told(page) == "Answered. Grace hears of it, with thanks."
    page.get_by_role("link", name="Grace Adeyemi, Tuesday 20 March 2007").click()
    assert heading(page) == "Report for Grace Adeyemi"
    press(page, "Add the report")

    assert "Nothing about sessions is waiting for you." in reads(page)
    assert page.evaluate("Number(sessionStorage.clicks)") <= 9
    axe(page)


def _key_in(page, who: str, number: int) -> None:
    """One sheet, by keyboard alone: the box for the name has the cursor already."""
    day = TODAY - timedelta(days=number // PEOPLE + 1)
    keyboard = page.keyboard
    keyboard.type(who)
    for words in (f"{day.day}/{day.month}/{day.year}", "10am", "11am", "1"):
        keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "BUTTON":  # the calendar beside the day
            keyboard.press("Tab")
        keyboard.press("Control+a")
        keyboard.type(words)
    with page.expect_navigation():
        keyboard.press("Enter")
