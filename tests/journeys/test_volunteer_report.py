"""After her session Grace Adeyemi tells how it went, on her phone, in two minutes."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests import builders
from tests.journeys.conftest import Axe, Clock, Visit
from tests.journeys.giving import TUESDAY, Giving, ledger
from tests.journeys.hands import choose, error, errors, heading, open_page, press, reads, refused, told
from timegiven.attendance.models import Draft, SessionReport

AFTER = TUESDAY + timedelta(hours=5)  # an hour after the end
MORE = "Breaks, a worry, an idea, a thank-you"
TASKS = ["Greet visitors", "Hand out leaflets"]


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    return Giving()


def _options(page: Page, question: str) -> list[str]:
    boxes = page.get_by_role("group", name=question).get_by_role("checkbox")
    return boxes.evaluate_all("boxes => boxes.map(box => box.labels[0].innerText)")


@pytest.mark.clause(34, 38, 39, 61)
def test_she_reports_the_session(camden: Giving, browser_of: Visit, axe: Axe, screen: str, clock: Clock) -> None:
    offer = camden.coming()
    clock.go_to(AFTER)
    page = browser_of(camden.grace)
    page.goto("/sessions/report/")
    axe(page)
    page.get_by_role("link", name="Tuesday 1 May 2007, 10am to 2pm").click()
    assert heading(page) == "Tell us how it went"
    expect(page.get_by_label("Which day?")).to_have_value("1/5/2007")
    expect(page.get_by_label("Start time")).to_have_value("10am")
    expect(page.get_by_label("End time")).to_have_value("2pm")
    expect(page.get_by_text("Sensible breaks count as time given: leave them in.")).to_be_visible()
    assert _options(page, "What did you do?") == TASKS
    axe(page)

    page.get_by_label("Start time").fill("ten-ish")
    press(page, "Send the report")
    nothing_done = "Tick at least one task, or write down below what else was done"
    assert errors(page) == ["Start time must be a time, like 10am or 2:30pm", nothing_done]
    axe(page)
    page.get_by_label("Start time").fill("10am")
    press(page, "Send the report")
    assert errors(page) == [nothing_done]
    axe(page)

    choose(page, "What did you do?", "Greet visitors")
    choose(page, "How did it go?", "It went well")
    page.get_by_label("Would you like to say more about it?").fill("Three boxes are in order now.")
    press(page, "Send the report")

    assert heading(page) == "Thank you"
    words = reads(page)
    assert "4 hours on Tuesday 1 May 2007: it makes a difference." in words
    assert "That makes 4 hours in May. Up to 36 hours more are possible this month." in words
    axe(page)
    report = SessionReport.objects.get()
    assert (report.person, report.offer, report.minutes, report.feeling, report.how_it_went) == (
        camden.grace,
        offer,
        240,
        "GOOD",
        "Three boxes are in order now.",
    )
    assert [task.text for task in report.tasks.all()] == ["Greet visitors"]
    offer.refresh_from_db()
    assert (offer.status, ledger(camden.grace)) == ("GIVEN", [("SESSION", 240)])

    page.goto("/hours/")
    assert "36 hours of the month’s 40 hours are left." in reads(page)
    axe(page)


@pytest.mark.clause(34, 36)
def test_a_report_that_passes_forty_hours_shows_both_ways_out(
    camden: Giving, browser_of: Visit, axe: Axe, screen: str, clock: Clock
) -> None:
    camden.coming()
    builders.time_given(camden.volunteer, minutes=38 * 60, on=TUESDAY.date())
    clock.go_to(AFTER)
    page = browser_of(camden.grace)
    page.goto("/sessions/report/")
    page.get_by_role("link", name="Tuesday 1 May 2007, 10am to 2pm").click()
    choose(page, "What did you do?", *TASKS)
    choose(page, "How did it go?", "It was difficult")
    page.get_by_label("I did something else").fill("Carried a box for Joan")
    page.get_by_label("Would you like to say more about it?").fill("My back aches.")
    page.get_by_text(MORE, exact=True).click()
    page.get_by_label("An idea?").fill("A stool would help.")

    press(page, "Send the report")

    assert error(page) == (
        "We have not added this time. It would take May 2007 to 42 hours; the limit is 40 hours so that everyone gets "
        f"a turn. You can shorten it to 2 hours, or move it to June 2007. {_whom(camden)}"
    )
    axe(page)
    for label, typed in (
        ("Which day?", "1/5/2007"),
        ("Start time", "10am"),
        ("End time", "2pm"),
        ("I did something else", "Carried a box for Joan"),
        ("Would you like to say more about it?", "My back aches."),
        ("An idea?", "A stool would help."),
    ):
        expect(page.get_by_label(label)).to_have_value(typed)
    for label in (*TASKS, "It was difficult"):
        expect(page.get_by_label(label, exact=True)).to_be_checked()
    assert (SessionReport.objects.count(), ledger(camden.grace)) == (0, [("SESSION", 2280)])

    page.get_by_label("End time").fill("noon")  # the first way out
    press(page, "Send the report")
    assert "The month is full. We look forward to seeing you next month." in reads(page)
    axe(page)
    assert ledger(camden.grace) == [("SESSION", 2280), ("SESSION", 120)]


def _whom(camden: Giving) -> str:
    return f"Questions: Priya Shah, {camden.mvpm.email}."


def test_a_flat_battery_loses_nothing(camden: Giving, browser_of: Visit, axe: Axe, clock: Clock) -> None:
    camden.coming()
    clock.go_to(AFTER)
    phone = browser_of(camden.grace)
    phone.goto("/sessions/report/")
    phone.get_by_role("link", name="Tuesday 1 May 2007, 10am to 2pm").click()
    choose(phone, "What did you do?", "Hand out leaflets")
    phone.get_by_text(MORE, exact=True).click()
    phone.get_by_label("A thank-you to somebody?").fill("Thank you for the")
    press(phone, "Save and finish later")
    assert told(phone) == "What you have typed is kept. Come back to it whenever you like."
    axe(phone)
    phone.context.close()

    another = browser_of(camden.grace)
    another.goto("/sessions/report/")
    another.get_by_role("link", name="Go on where you left off").click()
    expect(another.get_by_label("Hand out leaflets")).to_be_checked()
    expect(another.get_by_label("A thank-you to somebody?")).to_have_value("Thank you for the")
    another.get_by_label("A thank-you to somebody?").fill("Thank you for the biscuits.")
    press(another, "Send the report")

    assert heading(another) == "Thank you"
    assert (Draft.objects.count(), SessionReport.objects.get().thank_you) == (0, "Thank you for the biscuits.")


def test_a_session_that_is_not_over_is_not_reported(camden: Giving, browser_of: Visit, axe: Axe, clock: Clock) -> None:
    offer = camden.coming()
    clock.go_to(TUESDAY + timedelta(hours=2))
    page = browser_of(camden.grace)
    page.goto(f"/sessions/report/{offer.reference}/")
    choose(page, "What did you do?", "Greet visitors")

    press(page, "Send the report")

    assert error(page) == (
        "We have not added this session: it ends on Tuesday 1 May 2007 at 2pm, which is still to come. Report it when "
        "it is over, or check the day and the times."
    )
    axe(page)
    assert ledger(camden.grace) == []


def test_the_same_time_is_reported_once(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    camden.reported()  # 10am to 2pm on Tuesday 17 April
    page = browser_of(camden.grace)
    page.goto(f"/sessions/report/role/{camden.placement.reference}/")
    page.get_by_label("Which day?").fill("17/4/2007")
    page.get_by_label("Start time").fill("1pm")
    page.get_by_label("End time").fill("3pm")
    choose(page, "What did you do?", "Greet visitors")

    press(page, "Send the report")

    assert error(page) == (
        "We have not added this session: it overlaps with a session reported already (Tuesday 17 April 2007, 10am to "
        "2pm). If that one is wrong, correct it. If it is this one, change the times."
    )
    axe(page)


@pytest.mark.clause(55)
def test_something_beyond_her_role_is_asked_about_quietly(
    camden: Giving, browser_of: Visit, axe: Axe, clock: Clock
) -> None:
    camden.coming()
    clock.go_to(AFTER)
    page = browser_of(camden.grace)
    page.goto("/sessions/report/")
    page.get_by_role("link", name="Tuesday 1 May 2007, 10am to 2pm").click()
    page.get_by_label("I did something else").fill("Helped to move a desk")

    press(page, "Send the report")

    assert "You wrote down something that is not in your role. That is fine;" in reads(page)
    axe(page)
    assert SessionReport.objects.get().something_else == "Helped to move a desk"


def test_nobody_else_reports_or_reads_it(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    report = camden.reported()
    SessionReport.objects.update(how_it_went="It rained.")
    stranger = browser_of(builders.a_volunteer().person)
    assert open_page(stranger, f"/sessions/session/{report.reference}/") == 404

    unit = browser_of(camden.manager)
    policy = refused(unit, f"/sessions/report/role/{camden.placement.reference}/")
    assert policy == (
        "Volunteers report their own sessions; their Borough MVP Manager, or the Central Team while there is none, may "
        "enter one for them."
    )
    unit.goto(f"/sessions/session/{report.reference}/")  # times and tasks, and not her words
    assert "10am to 2pm" in reads(unit)
    assert "It rained." not in reads(unit)
    axe(unit)


def test_her_manager_keys_in_a_paper_report(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(camden.mvpm)
    page.goto("/sessions/key-in/")
    axe(page)
    page.get_by_role("link", name="Grace Adeyemi", exact=True).click()
    axe(page)
    page.get_by_label("Which day?").fill("17/4/2007")
    page.get_by_label("Start time").fill("10:00")
    page.get_by_label("End time").fill("13:30")
    choose(page, "What did they do?", "Greet visitors")

    press(page, "Add the report")

    assert heading(page) == "The report is added"
    assert "3 hours 30 minutes on Tuesday 17 April 2007 for Grace Adeyemi." in reads(page)
    axe(page)
    kept = SessionReport.objects.get()
    assert (kept.person, kept.reported_by, kept.starts_at, kept.minutes) == (
        camden.grace,
        camden.mvpm,
        datetime(2007, 4, 17, 9, 0, tzinfo=UTC),
        210,
    )
