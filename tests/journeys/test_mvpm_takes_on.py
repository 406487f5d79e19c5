"""Priya Shah meets the applicant, reads what referees wrote, asks for a security check, and takes her on."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from tests import builders
from tests.journeys.conftest import Axe, Visit
from tests.journeys.hands import choose, error, errors, heading, open_page, press, reads, refused, told
from tests.journeys.scenes import Camden
from timegiven.audit.models import Event
from timegiven.joining import services
from timegiven.joining.models import Application, Pass, Reference
from timegiven.letters.models import Letter
from timegiven.people.models import Volunteer


@pytest.fixture
def camden(transactional_db: None) -> Camden:
    return Camden()


@pytest.mark.clause(74, 76)
def test_she_records_the_interview_and_asks_for_a_security_check(
    camden: Camden, browser_of: Visit, axe: Axe, screen: str
) -> None:
    application = camden.application("APPLIED")
    page = browser_of(camden.mvpm)
    page.goto("/joining/applications/")
    axe(page)
    page.get_by_role("link", name="Grace Adeyemi", exact=True).click()
    axe(page)

    press(page, "Record the interview")
    press(page, "Record the interview")
    assert errors(page) == ["Enter the day of the interview", "Enter the time", "Choose whether to go on"]
    axe(page)
    page.get_by_label("When did you meet?").fill("30 April 2007")
    page.get_by_label("At what time?").fill("2pm")
    page.get_by_label("Notes").fill("Warm, careful, likes old paper.")
    choose(page, "What did you decide together?", "Go on")
    press(page, "Record the interview")
    assert error(page) == (
        "The interview has not been recorded: Monday 30 April 2007 has not come yet. Record it when you have met."
    )
    page.get_by_label("When did you meet?").fill("23 April 2007")
    press(page, "Record the interview")
    assert told(page) == "The interview with Grace Adeyemi has been recorded."

    press(page, "Send to the vetting office")
    axe(page)
    press(page, "Send to the vetting office")
    assert told(page) == "The vetting office has been asked for a security check."
    expect(page.get_by_text("The vetting office has this now.")).to_be_visible()
    axe(page)

    application.refresh_from_db()
    assert (application.status, application.vetting_level, application.interview_at, application.interview_notes) == (
        "VETTING",
        "NPPV2A",
        datetime(2007, 4, 23, 13, 0, tzinfo=UTC),
        "Warm, careful, likes old paper.",
    )


@pytest.mark.clause(75)
def test_she_takes_on_nobody_before_two_good_references(camden: Camden, browser_of: Visit, axe: Axe) -> None:
    application = camden.vetted(references=1)
    unread = Reference.objects.create(
        application=application, status="GIVEN", name="Martin Osei", email="martin@example.org",
        known_as_what="Colleague", answers='{"How do you know them?": "We shared a desk"}', asked_at=builders.NOW,
    )  # fmt: skip
    page = browser_of(camden.mvpm)
    page.goto(f"/joining/applications/{application.reference}/")
    press(page, "Take on as a volunteer")
    axe(page)
    press(page, "Take on as a volunteer")
    assert error(page) == (
        "This person has not been taken on: 2 satisfactory references are needed, and there is 1. Read the answers "
        "that have come in, or ask the applicant to name somebody else."
    )
    axe(page)
    assert Volunteer.objects.count() == 0

    page.get_by_role("link", name="Cancel").click()
    page.get_by_role("link", name="Martin Osei").click()
    axe(page)
    press(page, "Record")
    assert error(page) == "Choose yes if the reference is satisfactory"
    choose(page, "Is this reference satisfactory?", "Yes")
    press(page, "Record")
    assert told(page) == "Your judgement of Martin Osei's reference has been recorded."
    unread.refresh_from_db()
    assert (unread.is_satisfactory, unread.judged_by) == (True, camden.mvpm)
    assert Event.objects.filter(act="saw answers", actor=camden.mvpm.reference).exists()

    press(page, "Take on as a volunteer")
    press(page, "Take on as a volunteer")
    assert told(page) == "Grace Adeyemi is now a volunteer. A pass has been asked for."
    axe(page)
    application.refresh_from_db()
    volunteer = Volunteer.objects.get()
    assert (application.status, volunteer.person, volunteer.borough, volunteer.since_on) == (
        "APPROVED",
        application.person,
        camden.unit.borough,
        builders.TODAY,
    )
    assert [(each.person, each.status) for each in Pass.objects.all()] == [(application.person, "ASKED")]
    assert Letter.objects.get(template="joining/taken_on").to_name == "Grace Adeyemi"


def test_she_cannot_take_on_before_the_security_check(camden: Camden, browser_of: Visit, axe: Axe) -> None:
    application = camden.application("VETTING", references=2)
    page = browser_of(camden.mvpm)

    page.goto(f"/joining/applications/{application.reference}/take-on/")

    assert "This application is “security check under way” now, so this cannot be done with it." in reads(page)
    assert "It is the turn of the vetting office now." in reads(page)
    axe(page)
    application.refresh_from_db()
    assert (application.status, Volunteer.objects.count()) == ("VETTING", 0)


@pytest.mark.plain
def test_she_finds_somebody_while_she_types_the_name(camden: Camden, browser_of: Visit, axe: Axe, screen: str) -> None:
    camden.application("APPLIED")
    services.index_names()
    page = browser_of(camden.mvpm)
    page.goto("/joining/applications/")
    page.get_by_role("link", name="Find somebody", exact=True).click()
    axe(page)

    page.get_by_label("Name").press_sequentially("adeyemi gr")
    if screen == "phone":  # which runs no script
        press(page, "Find")
    expect(page.get_by_text("Applicant: applied")).to_be_visible()
    axe(page)
    page.get_by_label("Name").fill("nobody")
    if screen == "phone":
        press(page, "Find")
    expect(page.get_by_text("Nobody here has a name that begins like this.")).to_be_visible()
    page.get_by_label("Name").fill("ADE")
    if screen == "phone":
        press(page, "Find")
    page.get_by_role("link", name="Grace Adeyemi", exact=True).click()
    assert heading(page) == "Grace Adeyemi"


def test_another_boroughs_mvpm_finds_nothing(camden: Camden, browser_of: Visit, axe: Axe) -> None:
    application = camden.application("APPLIED")
    page = browser_of(builders.an_mvpm(builders.a_borough("Brent")))

    page.goto("/joining/applications/")
    expect(page.get_by_text("No applications here.")).to_be_visible()
    axe(page)
    assert open_page(page, f"/joining/applications/{application.reference}/") == 404
    assert heading(page) == "Page not found"


def test_a_unit_manager_handles_no_applications(camden: Camden, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(camden.manager)

    assert refused(page, "/joining/applications/") == (
        "Borough MVP Managers see the applications to their own borough; the Central Team those of its only manager."
    )
    axe(page)
    assert Application.objects.count() == 0
