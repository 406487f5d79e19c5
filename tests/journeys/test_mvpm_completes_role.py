"""Priya Shah, MVP Manager of Camden, completes the role, assesses its risks and puts it to the Steering Group."""

import pytest
from playwright.sync_api import Page, expect

from tests import builders
from tests.journeys.conftest import Axe, Visit
from tests.journeys.hands import choose, error, open_page, press, reads, refused, told
from tests.journeys.scenes import HAZARD, TASKS, Camden
from timegiven.letters.models import Letter
from timegiven.library.models import RiskAssessment

PARTS = {
    "Place and times": {"Where is it?": "Records room, first floor", "When, as a rule?": "Weekday mornings"},
    "How it helps": {
        "How does it help the unit?": "The corner is free again.",
        "Which of the borough’s aims does it serve?": "Papers of victims are found.",
        "What does the volunteer get from it?": "Practice in an office.",
    },
    "Skills": {"Skills that would help": "Patience with detail"},
    "Training": {"Training of this role’s own": "How the archive is ordered"},
    "Kit and dress": {"Kit that we lend": "Cotton gloves", "What to wear": "Smart casual, no jeans"},
    "Supervisor and deputy": {
        "Who looks after the volunteer?": "Records office supervisor",
        "Who, when the supervisor is away?": "Duty officer",
    },
    "How many volunteers": {"What happens when no volunteer comes?": "The files wait until next time."},
    "Meeting the team": {"When did you meet the unit’s team?": "20/4/2007"},
}


@pytest.fixture
def camden(transactional_db: None) -> Camden:
    return Camden()


@pytest.mark.clause(53, 61, 69, 71, 73)
def test_she_completes_and_assesses_it_and_puts_it_to_the_group(
    camden: Camden, browser_of: Visit, axe: Axe, screen: str
) -> None:
    version = camden.proposal()
    members = camden.members()
    page = browser_of(camden.mvpm)
    page.goto("/roles/drafts")
    axe(page)
    page.get_by_role("link", name="Archive files helper").click()

    page.get_by_role("link", name="Complete the profile").click()
    axe(page)
    _list_tasks(page, axe)
    _fill_the_parts(page, axe)
    expect(page.get_by_text("1 of 15 parts is still to do.")).to_be_visible()
    axe(page)
    page.goto(f"/roles/versions/{version.reference}")
    axe(page)

    page.get_by_role("link", name="Put to the Steering Group").click()
    axe(page)
    press(page, "Put to the Steering Group")
    assert error(page) == (
        "We have not put this profile to the Steering Group: there is no risk assessment in date for it at Records "
        "office, Camden. Look at the place, and record the risk assessment first."
    )
    axe(page)
    version.refresh_from_db()
    assert version.status == "DRAFT"

    page.goto(f"/roles/versions/{version.reference}/assess")
    _assess(page, likelihood="3 – possible")
    assert error(page) == (
        "We have not saved the risk assessment: for “A strained back from lifting boxes” the risk falls from 9 to "
        "3, and nothing more is to be done that would make it fall. Write down what more will be done, or leave the "
        "risk as it is."
    )
    axe(page)
    page.get_by_label("How likely is it, with that?").first.select_option("1 – very unlikely")
    press(page, "Save the risk assessment")
    assert told(page) == "The risk assessment at Records office is saved. Its review is due on Thursday 24 April 2008."

    page.get_by_role("link", name="Put to the Steering Group").click()
    press(page, "Put to the Steering Group")
    assert told(page) == "The profile is with the Steering Group. Its members have been told."
    axe(page)

    version.refresh_from_db()
    assert (version.status, version.is_lifting, version.needs_aware, version.vetting_level, version.weekly_minutes) == (
        "SUBMITTED",
        True,
        False,
        "NPPV2A",
        240,
    )
    assert [task.text for task in version.tasks.order_by("position")] == TASKS
    assert RiskAssessment.objects.get().hazards.values(*HAZARD).get() == HAZARD
    told_of_it = Letter.objects.filter(template="library/submitted").values_list("to_name", flat=True)
    assert sorted(told_of_it) == sorted(member.name for member in members.values())


def _list_tasks(page: Page, axe: Axe) -> None:
    page.get_by_role("link", name="Tasks").click()
    press(page, "Add to the list")
    assert error(page) == "Enter at least one task"
    axe(page)
    page.get_by_label("Tasks to add").fill("\n".join(TASKS[1:]))
    choose(page, "What is to be known about it?", "The volunteer lifts, carries or pushes a load")
    press(page, "Add to the list")
    page.get_by_label("Tasks to add").fill("Check every file")
    press(page, "Add to the list")
    assert told(page) == "The task is added."
    page.get_by_role("link", name="Change “Check every file”").click()
    axe(page)
    page.get_by_label("The task").fill(TASKS[0])
    press(page, "Save the task")
    for _ in TASKS[1:]:
        moved = page.get_by_role("listitem").filter(has_text=TASKS[0])
        moved.get_by_role("button", name="Move up").click()
    axe(page)
    page.get_by_role("link", name="Back to the parts").click()


def _fill_the_parts(page: Page, axe: Axe) -> None:
    for part, typed in PARTS.items():
        page.get_by_role("main").get_by_role("link", name=part, exact=True).click()
        for label, words in typed.items():
            page.get_by_label(label).fill(words)
        axe(page)
        press(page, "Save")


def _assess(page: Page, *, likelihood: str) -> None:
    first = page.get_by_role("group", name="Hazard 1", exact=True)
    first.get_by_label("What could cause harm?").fill(HAZARD["what"])
    first.get_by_label("Who could be harmed?").fill(HAZARD["who"])
    choose(first, "What is it about?", "Lifting or carrying")
    first.get_by_label("What is done about it already?").fill(HAZARD["control"])
    first.get_by_label("How likely is it, with that?").select_option(likelihood)
    first.get_by_label("How bad would it be?").select_option("3 – injury that needs care")
    first.get_by_label("How likely when that is done?").select_option("1 – very unlikely")
    first.get_by_label("How bad when that is done?").select_option("3 – injury that needs care")
    press(page, "Save the risk assessment")


@pytest.mark.clause(103)
def test_a_task_of_driving_a_police_vehicle_is_refused(camden: Camden, browser_of: Visit, axe: Axe) -> None:
    version = camden.draft()
    page = browser_of(camden.mvpm)
    page.goto(f"/roles/versions/{version.reference}/tasks")

    page.get_by_label("Tasks to add").fill("Drive the police van to the archive")
    press(page, "Add to the list")

    assert error(page) == (
        "We have not saved the profile: “Drive the police van to the archive” has the volunteer drive a police "
        "vehicle. Volunteers never do: in the words of the guide it is “not permitted that volunteers drive any MPS "
        "vehicles”, and no insurance covers it (clause 103). Take the driving out. A member of staff can drive, and "
        "the volunteer can help at either end."
    )
    axe(page)
    expect(page.get_by_label("Tasks to add")).to_have_value("Drive the police van to the archive")
    assert [task.text for task in version.tasks.order_by("position")] == TASKS


@pytest.mark.clause(57, 58)
def test_she_takes_up_a_task_that_the_unit_asked_for(camden: Camden, browser_of: Visit, axe: Axe) -> None:
    version = camden.approved()
    unit = browser_of(camden.manager)
    unit.goto(f"/roles/versions/{version.reference}")
    unit.get_by_role("link", name="Ask for an added task").click()
    axe(unit)
    unit.get_by_label("Which task?").fill("Wheel the boxes to the yard")
    press(unit, "Ask for this task")
    assert told(unit) == "Thank you. The MVP Manager has your request."
    axe(unit)

    page = browser_of(camden.mvpm)
    page.goto("/")
    page.get_by_role("link", name="Answer 1 request for an added task").click()
    axe(page)
    page.get_by_role("link", name="Wheel the boxes to the yard").click()
    press(page, "Take the task up")
    axe(page)
    choose(page, "What is to be known about it?", "It is done outside the police building")
    press(page, "Put it into the next version")
    assert told(page) == "The task is in version 2 now. Assess its risks next."

    page.get_by_role("link", name="Back").first.click()
    page.get_by_role("link", name="See every change in its place").click()
    assert "1 change." in reads(page)
    assert "[added: Wheel the boxes to the yard]" in page.get_by_role("main").text_content()
    axe(page)

    unit.reload()
    expect(unit.get_by_text("Being written and assessed")).to_be_visible()
    axe(unit)


def test_the_unit_manager_is_told_that_the_mvpm_writes_it(camden: Camden, browser_of: Visit, axe: Axe) -> None:
    version = camden.draft()
    page = browser_of(camden.manager)

    policy = refused(page, f"/roles/versions/{version.reference}/complete")

    assert policy == (
        "Only the borough's MVP Manager writes a role profile, puts it to the Steering Group and begins a new version."
    )
    axe(page)


def test_another_boroughs_mvpm_finds_nothing(camden: Camden, browser_of: Visit, axe: Axe) -> None:
    version = camden.draft()
    page = browser_of(builders.an_mvpm(builders.a_borough("Brent")))

    assert open_page(page, f"/roles/versions/{version.reference}") == 404
    axe(page)
    page.goto("/roles/drafts")
    expect(page.get_by_text("Nothing is being written here.")).to_be_visible()
