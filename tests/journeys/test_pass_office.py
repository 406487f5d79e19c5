"""The pass office hands a pass over to somebody who has been cleared and has agreed."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests import builders
from tests.journeys.conftest import Axe, Visit
from tests.journeys.hands import choose, error, heading, press, reads, refused, told
from tests.journeys.scenes import Camden
from timegiven.joining import services as joining
from timegiven.joining.models import Pass
from timegiven.people.models import Volunteer


@pytest.fixture
def grace(transactional_db: None) -> Volunteer:
    """Taken on just now: her pass has been asked for, and she has not read the Statement yet."""
    camden = Camden()
    builders.the_statement()
    return joining.take_on(camden.vetted(), by=camden.mvpm, at=builders.NOW)


@pytest.mark.clause(79, 83)
@pytest.mark.plain
def test_it_issues_a_pass(grace: Volunteer, browser_of: Visit, axe: Axe, screen: str) -> None:
    builders.a_pass(builders.a_person("Jo Other"))
    taken = Pass.objects.get(person__name="Jo Other").number
    page = browser_of(builders.the_pass_office())
    page.goto("/joining/passes/")
    axe(page)
    page.get_by_role("link", name="It has been made (pass of Grace Adeyemi)").click()
    axe(page)

    press(page, "The pass is ready")
    assert error(page) == "Enter the number on the pass"
    page.get_by_label("Number on the pass").fill(taken)
    press(page, "The pass is ready")
    assert error(page) == (
        f"The pass has not been recorded: another pass has the number {taken}. Check the number on the card."
    )
    axe(page)
    page.get_by_label("Number on the pass").fill("V 1042")
    press(page, "The pass is ready")
    assert told(page) == "We have told Grace Adeyemi that the pass is ready to collect."

    page.get_by_role("link", name="Issue the pass of Grace Adeyemi").click()
    axe(page)
    press(page, "Issue the pass")
    assert error(page) == "Tick the box to go on"
    page.get_by_label("It has been collected by the volunteer in person").check()
    press(page, "Issue the pass")
    assert error(page) == (
        "The pass has not been issued: Grace Adeyemi has not accepted the Statement of Expectation yet. It can be "
        "read and accepted online, or on paper with the Borough MVP Manager."
    )
    axe(page)

    joining.agree(grace, typed_name="Grace Adeyemi", by=grace.person, at=builders.NOW)
    press(page, "Issue the pass")

    assert told(page) == "The pass of Grace Adeyemi is in force from today."
    axe(page)
    issued = Pass.objects.get(person=grace.person)
    assert (issued.status, issued.number, issued.from_on, issued.until_on) == (
        "ISSUED",
        "V 1042",
        builders.TODAY,
        builders.FAR_AHEAD,
    )

    holder = browser_of(grace.person)
    holder.goto("/joining/pass/")
    assert "In force Number V 1042" in reads(holder)
    axe(holder)

    passer_by = browser_of(None)
    passer_by.goto(urlsplit(holder.get_by_role("link", name="See what they see").get_attribute("href") or "").path)
    assert heading(passer_by) == "Grace Adeyemi"
    expect(passer_by.get_by_text("This volunteer pass is in force today.")).to_be_visible()
    axe(passer_by)

    holder.get_by_role("button", name="Report it lost or stolen").click()
    press(holder, "Report it lost")
    passer_by.reload()
    expect(passer_by.get_by_text("This pass is not in force.")).to_be_visible()
    page.goto("/joining/passes/")
    page.get_by_role("link", name="Cancel the pass of Grace Adeyemi").click()
    choose(page, "Should a new pass be made?", "Yes")
    press(page, "Cancel the pass")
    assert told(page) == "The pass of Grace Adeyemi has been cancelled."
    assert [each.status for each in Pass.objects.filter(person=grace.person).order_by("pk")] == ["CANCELLED", "ASKED"]


def test_she_is_told_that_her_pass_is_being_made(grace: Volunteer, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(grace.person)

    page.goto("/joining/pass/")

    expect(page.get_by_text("It is being made.")).to_be_visible()
    axe(page)


def test_a_volunteer_sees_nobodys_passes(grace: Volunteer, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(grace.person)

    assert refused(page, "/joining/passes/") == "Only the pass office sees the list of passes."

    axe(page)
