"""Ruth Okafor manages the records office of Camden. Files wait in a corner to be archived."""

import pytest
from playwright.sync_api import expect

from tests import builders
from tests.journeys.conftest import Axe, Visit
from tests.journeys.hands import choose, error, errors, fill, heading, open_page, press, reads, refused, told
from tests.journeys.scenes import Camden
from timegiven.audit.models import Event
from timegiven.letters.models import Letter
from timegiven.library.models import ProfileVersion, RoleProfile

BOUND = "Is someone in the police bound by law or duty to do this?"
OVERTIME = "Without a volunteer, would paid staff usually do this on overtime?"
IN_A_JOB = "Is this in anybody’s paid job description?"


@pytest.fixture
def camden(transactional_db: None) -> Camden:
    return Camden()


@pytest.mark.clause(62, 64, 65, 66, 67, 68)
def test_she_proposes_a_role(camden: Camden, browser_of: Visit, axe: Axe, screen: str) -> None:
    page = browser_of(camden.manager)
    page.goto("/roles/")
    press(page, "Propose a role")
    axe(page)

    press(page, "Look in the library")
    assert error(page) == "Enter a few words about the task"
    axe(page)

    page.get_by_label("In a few words, what would the volunteer do?").fill("Archive old files")
    press(page, "Look in the library")
    page.get_by_role("heading", name="No role like “Archive old files” yet").wait_for()
    axe(page)

    press(page, "Go on with my idea")
    expect(page.get_by_label("A short name for the role")).to_have_value("Archive old files")
    axe(page)

    press(page, "Send to the MVP Manager")
    assert errors(page) == [
        "Enter what the role is for",
        "Choose the kind of work",
        "Choose what the volunteer would bring",
        "Question 1: choose yes or no",
        "Question 2: choose yes or no",
        "Question 3: choose yes or no",
    ]
    axe(page)

    page.get_by_label("A short name for the role").fill("Archive files helper")
    page.get_by_label("What is it for?").fill("Bring the old files into order.")
    page.get_by_label("Kind of work").select_option("Office administration")
    choose(page, "What would the volunteer bring?", "General office support")
    for question in (BOUND, OVERTIME, IN_A_JOB):
        choose(page, question, "No")
    page.get_by_label("Why is nobody bound to do it?").fill("Putting old papers in order binds nobody.")
    page.get_by_label("Why would nobody do it on overtime?").fill("Nobody has ever been paid to do it.")
    page.get_by_label("Why is it in nobody’s job description?").fill("Job descriptions cover live files only.")
    press(page, "Send to the MVP Manager")

    assert told(page) == "Thank you. Your idea is a draft now."
    assert heading(page) == "Archive files helper"
    expect(page.get_by_text("It is the turn of the MVP Manager, Priya Shah.")).to_be_visible()
    axe(page)
    version = ProfileVersion.objects.select_related("profile").get()
    assert (version.status, version.purpose, version.profile.unit, version.profile.proposed_by) == (
        "DRAFT",
        "Bring the old files into order.",
        camden.unit,
        camden.manager,
    )
    assert (version.is_obligation, version.is_overtime, version.is_paid_job) == (False, False, False)
    assert [letter.to_name for letter in Letter.objects.all()] == ["Priya Shah"]


@pytest.mark.clause(67, 68)
def test_she_copies_what_another_borough_has(camden: Camden, browser_of: Visit, axe: Axe) -> None:
    brent = builders.a_unit("Archive", borough=builders.a_borough("Brent"))
    original = builders.an_approved_version(unit=brent, title="Archive helper")
    page = browser_of(camden.manager)
    page.goto("/roles/idea")
    axe(page)

    page.get_by_role("link", name="Are there files in a corner?").click()
    expect(page.get_by_text("Brent does this already")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Copy it for my unit").click()
    axe(page)
    press(page, "Copy it for my unit")
    assert errors(page) == [f"Question {number}: choose yes or no" for number in (1, 2, 3)]
    for question in (BOUND, OVERTIME, IN_A_JOB):
        choose(page, question, "No")
    page.get_by_label("Why is nobody bound to do it?").fill("Putting old papers in order binds nobody.")
    page.get_by_label("Why would nobody do it on overtime?").fill("Nobody has ever been paid to do it.")
    page.get_by_label("Why is it in nobody’s job description?").fill("Job descriptions cover live files only.")
    press(page, "Copy it for my unit")

    assert told(page) == "The role is copied. It is a draft of your own now."
    expect(page.get_by_role("link", name="Archive helper, Archive, Brent")).to_be_visible()
    axe(page)
    draft = ProfileVersion.objects.get(profile__unit=camden.unit)
    assert (draft.status, draft.profile.copied_from) == ("DRAFT", original)


@pytest.mark.clause(63, 66)
def test_one_yes_stops_her_idea_with_the_reason(camden: Camden, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(camden.manager)
    page.goto("/roles/propose")
    fill(page, A_short_name_for_the_role="Post round")
    page.get_by_label("What is it for?").fill("Bring the post to every floor.")
    page.get_by_label("Kind of work").select_option("Office administration")
    choose(page, "What would the volunteer bring?", "General office support")
    choose(page, BOUND, "No")
    page.get_by_label("Why is nobody bound to do it?").fill("The law says nothing about post.")
    choose(page, OVERTIME, "No")
    page.get_by_label("Why would nobody do it on overtime?").fill("It is done in the day.")
    choose(page, IN_A_JOB, "Yes")
    press(page, "Send to the MVP Manager")

    assert heading(page) == "This idea stops here"
    axe(page)
    words = reads(page)
    assert "The task belongs to a paid post. A volunteer must not do the job of that post." in words
    assert f"Talk to your MVP Manager, Priya Shah ({camden.mvpm.email})." in words
    assert RoleProfile.objects.count() == 0
    stopped = Event.objects.get()
    assert (stopped.act, stopped.why) == ("stopped proposal", "job substitution, clause 66")

    page.get_by_text("Look at what you typed, and change it").click()
    expect(page.get_by_label("A short name for the role")).to_have_value("Post round")
    choose(page, IN_A_JOB, "No")
    page.get_by_label("A short name for the role").fill("Post room tidier")
    page.get_by_label("Why is it in nobody’s job description?").fill("Tidying the shelves is in none.")
    press(page, "Send to the MVP Manager")

    assert told(page) == "Thank you. Your idea is a draft now."
    assert [profile.title for profile in RoleProfile.objects.all()] == ["Post room tidier"]


def test_a_volunteer_is_told_who_proposes(camden: Camden, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(builders.a_volunteer().person)

    page.goto("/roles/")
    expect(page.get_by_role("button", name="Propose a role")).to_have_count(0)
    axe(page)

    policy = refused(page, "/roles/propose")

    assert policy == "Unit managers and MVP Managers propose roles; anyone else may tell them their idea."
    axe(page)


def test_another_units_manager_finds_no_draft_of_hers(camden: Camden, browser_of: Visit, axe: Axe) -> None:
    version = camden.proposal()
    page = browser_of(builders.a_unit_manager(builders.a_unit("Front counter", borough=builders.a_borough("Brent"))))

    assert open_page(page, f"/roles/versions/{version.reference}") == 404
    axe(page)
    page.goto("/roles/drafts")
    expect(page.get_by_text("Nothing is being written here.")).to_be_visible()
