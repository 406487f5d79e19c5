"""Priya Shah's Monday: forty paper reports without the mouse, what volunteers wrote, six claims, three absences."""

import json
from datetime import time, timedelta

import pytest

from tests import builders
from tests.builders import TODAY
from tests.journeys.conftest import Axe, Clock, Visit
from tests.journeys.giving import TUESDAY, Giving
from tests.journeys.hands import choose, heading, press, reads, told
from timegiven.attendance.models import LateEntry, Query, SessionReport
from timegiven.expenses.models import Claim
from timegiven.joining.models import Agreement, Pass
from timegiven.placements.models import Placement
from timegiven.rota.models import Offer

MONDAY = TUESDAY + timedelta(days=6)
SHEETS, CLAIMS, ABSENCES = 40, 6, 3


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
    crowd = builders.a_ready_crowd(SHEETS, like=camden.placement)
    Agreement.objects.update(accepted_at=TUESDAY - timedelta(days=100))
    placed = list(Placement.objects.filter(volunteer__person__in=crowd).order_by("pk"))
    for each in placed[:CLAIMS]:
        builders.a_claim(builders.a_report(each), kind="FARES")
    for each in placed[:ABSENCES]:
        duty = builders.a_duty(each, starts_at=MONDAY + timedelta(days=1))
        builders.an_offer(each, duty=duty, status="ACCEPTED")
    report = camden.reported()
    SessionReport.objects.filter(pk=report.pk).update(has_words=True, something_else="Moved a desk")
    SessionReport.objects.filter(pk=report.pk).update(idea="A stool")
    Query.objects.create(report=report, asked_at=MONDAY)
    long_ago = TODAY - timedelta(days=35)
    typed = {"day": [f"{long_ago.day}/{long_ago.month}/{long_ago.year}"], "starts": ["10am"], "ends": ["2pm"]}
    LateEntry.objects.create(
        placement=camden.placement, person=camden.grace, on=long_ago, starts=time(10),
        typed=json.dumps(typed | {"tasks": ["1"]}), sent_at=MONDAY,
    )  # fmt: skip
    clock.go_to(MONDAY)
    page = browser_of(camden.mvpm)
    _counting_clicks(page)

    page.goto("/sessions/week/")
    axe(page)
    page.get_by_role("button", name="Key in paper reports").click()
    axe(page)
    for number, sheet in enumerate(Pass.objects.filter(person__in=crowd).values_list("number", flat=True)):
        _key_in(page, sheet, is_first=not number)
    assert f"{SHEETS} done" in reads(page)
    assert SessionReport.objects.filter(reported_by=camden.mvpm).count() == SHEETS
    assert _clicks(page) == 1  # forty reports and not one click

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
    assert _clicks(page) <= 9
    axe(page)

    _decide_on_claims(page, [each.name for each in crowd[:CLAIMS]])
    assert Claim.objects.filter(status="APPROVED", decided_by=camden.mvpm).count() == CLAIMS
    assert _clicks(page) <= 9 + 1 + 3 * CLAIMS

    _note_absences(page, [each.name for each in crowd[:ABSENCES]])
    assert Offer.objects.filter(status="RELEASED").count() == ABSENCES
    assert _clicks(page) <= 9 + 1 + 3 * CLAIMS + 1 + 3 * ABSENCES


def _clicks(page) -> int:
    return int(page.evaluate("Number(sessionStorage.clicks)"))


def _decide_on_claims(page, names: list[str]) -> None:
    """From the list of those that wait: open, approve, and say so once more."""
    page.get_by_role("link", name="Claims").first.click()
    for name in names:
        page.get_by_role("main").get_by_role("link", name=name, exact=True).click()
        press(page, "Approve")
        press(page, "Approve this claim")
        page.goto("/expenses/")


def _note_absences(page, names: list[str]) -> None:
    """Three people ring who cannot come: nobody asks why."""
    page.goto("/rota/")
    page.get_by_role("link", name="Somebody rang").or_(page.get_by_role("button", name="Somebody rang")).first.click()
    for name in names:
        page.get_by_role("main").get_by_role("link", name=f"{name} cannot come").click()
        page.get_by_role("group", name="Who told us?").get_by_role("radio").first.check()
        press(page, "Note it")
        page.goto("/rota/somebody-rang/")


def _key_in(page, who: str, *, is_first: bool) -> None:
    """One sheet, by keyboard alone: the cursor is in the box for the name; day and times stay as on the one before."""
    typed = {"numbers": "1"}
    if is_first:
        typed = {"day": f"{TODAY:%-d/%-m/%Y}", "starts": "9am", "ends": "10am"} | typed
    page.wait_for_function("document.activeElement.name === 'who'")
    page.keyboard.type(who)
    for name, words in typed.items():
        while page.evaluate("document.activeElement.name") != name:
            page.keyboard.press("Tab")
        page.keyboard.press("Control+a")
        page.keyboard.type(words)
    with page.expect_navigation():
        page.keyboard.press("Enter")
