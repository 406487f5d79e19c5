"""The Steering Group: Alan Marsh in the chair, Bernadette Kelly for the staff side, Colin Frith for safety."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.builders import TODAY, Role, a_seat, the_force
from tests.journeys.conftest import Axe, Clock, Visit
from tests.journeys.hands import choose, error, fill, press, refused, told
from tests.journeys.scenes import Camden
from timegiven.letters.models import Letter
from timegiven.library.models import Paper, ProfileVersion, Vote
from timegiven.people.models import Appointment


@pytest.fixture
def camden(transactional_db: None) -> Camden:
    return Camden()


def _open(page: Page) -> None:
    page.goto("/roles/agenda")
    page.get_by_role("link", name="Archive files helper").first.click()


def _votes(page: Page, answer: str, reason: str = "") -> None:
    _open(page)
    choose(page, "How do you vote?", answer)
    page.get_by_label("Your reason").fill(reason)
    press(page, "Vote")


@pytest.mark.clause(52, 62, 63)
def test_the_staff_side_objects_and_withdraws_and_the_chair_declares_with_a_condition(
    camden: Camden, browser_of: Visit, axe: Axe, screen: str
) -> None:
    members, version = camden.members(), camden.paper()
    union, chair, safety = (browser_of(members[seat]) for seat in ("STAFF_SIDE", "CHAIR", "SAFETY"))

    _open(union)
    axe(union)
    union.get_by_text("Comment, ask or object").click()
    choose(union, "What would you like to say?", "Objection")
    union.get_by_label("In your words").fill("Labelling is in the clerk’s job description.")
    press(union, "Put it on the page")
    assert error(union) == "Choose the ground on which you object"
    axe(union)
    union.get_by_label("If you object: on which ground?").select_option("It takes the place of a paid job")
    press(union, "Put it on the page")
    assert told(union) == "Thank you. It is on the page for everybody who reads this paper."

    for page in (union, chair, safety):
        _votes(page, "Approve")
        assert told(page) == "Thank you. Your vote is on record."
    chair.get_by_role("button", name="Declare the decision").click()
    axe(chair)
    choose(chair, "What has the group decided?", "Approved")
    press(chair, "Declare")
    assert error(chair).startswith("Nothing has been decided: the staff side objects")
    axe(chair)

    mvpm = browser_of(camden.mvpm)
    mvpm.goto("/")
    mvpm.get_by_role("link", name="Answer 1 question of the Steering Group").click()
    mvpm.get_by_role("link", name="Answer Bernadette Kelly").click()
    axe(mvpm)
    mvpm.get_by_label("Your answer").fill("The clerk’s post labels live files only; these are closed.")
    press(mvpm, "Answer")
    assert told(mvpm) == "Thank you. Bernadette Kelly has been told."

    _open(union)
    union.get_by_role("link", name="Withdraw the objection").click()
    axe(union)
    press(union, "Withdraw the objection")
    assert told(union) == "The objection is withdrawn. It stays on record with its answer."
    axe(union)

    _open(chair)
    chair.get_by_role("button", name="Declare the decision").click()
    choose(chair, "What has the group decided?", "Approved")
    chair.get_by_role("textbox", name="Condition 1 (optional)").fill("A second trolley is bought")
    chair.get_by_label("By when must condition 1 be met?").fill("1/6/2007")
    press(chair, "Declare")
    assert told(chair) == "The decision is declared. The MVP Manager and the proposer have been told."
    expect(chair.get_by_text("A second trolley is bought, by Friday 1 June 2007")).to_be_visible()
    axe(chair)

    _is_approved(version)
    mvpm.goto("/roles/conditions")
    axe(mvpm)
    mvpm.get_by_role("link", name="It is met").click()
    press(mvpm, "It is met")
    assert told(mvpm) == "Recorded. Thank you."


def _is_approved(version: ProfileVersion) -> None:
    """Approved by three seats, and the MVP Manager and the proposer have been told."""
    version.refresh_from_db()
    assert (version.status, version.approved_on) == ("APPROVED", TODAY)
    assert list(Vote.objects.order_by("pk").values_list("member__name", "seat__code", "answer")) == [
        ("Bernadette Kelly", "STAFF_SIDE", "APPROVE"),
        ("Alan Marsh", "CHAIR", "APPROVE"),
        ("Colin Frith", "SAFETY", "APPROVE"),
    ]
    told_of_it = Letter.objects.filter(template="library/approved").values_list("to_name", flat=True)
    assert sorted(told_of_it) == ["Priya Shah", "Ruth Okafor"]


@pytest.mark.clause(63)
def test_the_chair_returns_it_with_points_to_answer(camden: Camden, browser_of: Visit, axe: Axe) -> None:
    members, version = camden.members(), camden.paper()
    union = browser_of(members["STAFF_SIDE"])

    _votes(union, "Return with points to answer")
    assert error(union) == "Enter what should change, or why it is not for volunteers"
    axe(union)
    union.get_by_label("Your reason").fill("Who labels the boxes today?")
    press(union, "Vote")
    assert told(union) == "Thank you. Your vote is on record."

    chair = browser_of(members["CHAIR"])
    _open(chair)
    chair.get_by_role("button", name="Declare the decision").click()
    choose(chair, "What has the group decided?", "Returned with points to answer")
    chair.get_by_label("Points to answer, or reasons").fill("Who labels the boxes today?")
    press(chair, "Declare")
    version.refresh_from_db()
    assert version.status == "RETURNED"

    mvpm = browser_of(camden.mvpm)
    mvpm.goto(f"/roles/versions/{version.reference}")
    expect(mvpm.get_by_role("definition").get_by_text("Who labels the boxes today?")).to_be_visible()
    mvpm.get_by_role("link", name="Answer the points").click()
    press(mvpm, "Open it again")
    assert told(mvpm) == "The profile is a draft again."


@pytest.mark.clause(52)
def test_the_chair_calls_a_meeting_and_keeps_its_minutes(
    camden: Camden, browser_of: Visit, axe: Axe, clock: Clock
) -> None:
    members, _ = camden.members(), camden.paper()
    chair = browser_of(members["CHAIR"])

    chair.goto("/roles/agenda")
    axe(chair)
    chair.get_by_role("button", name="Call a meeting").click()
    fill(chair, **{"On_which_day?": "8/5/2007", "At_what_time?": "10am", "Where?": "Room 4"})
    press(chair, "Call the meeting")
    assert told(chair) == "The meeting is called for Tuesday 8 May 2007. Everybody has been invited."
    _open(chair)
    chair.get_by_role("link", name="Give it more time, or put it on an agenda").click()
    choose(chair, "What happens with this paper?", "The meeting on Tuesday 8 May 2007, 10am")
    axe(chair)
    press(chair, "Save")

    clock.go_on(days=14)
    for seat in ("STAFF_SIDE", "SAFETY", "CHAIR"):
        member = browser_of(members[seat])
        _votes(member, "Approve")
    member.get_by_role("button", name="Declare the decision").click()
    choose(member, "What has the group decided?", "Approved")
    press(member, "Declare")
    member.goto("/roles/agenda")
    member.get_by_role("link", name="Tuesday 8 May 2007, 10am").click()
    member.get_by_role("link", name="Write down who came").click()
    axe(member)
    member.get_by_label("Health and Safety").select_option("Apologies were sent")
    member.get_by_label("Chair").select_option("Alan Marsh")
    press(member, "Save")
    member.get_by_role("button", name="Write the minutes and close").click()
    member.get_by_label("Minutes").fill("The notes of the last meeting were agreed.")
    press(member, "Close the meeting")
    assert told(member) == "The meeting is closed, and its minutes are kept."
    expect(member.get_by_text("The notes of the last meeting were agreed.")).to_be_visible()
    axe(member)


def test_a_member_whose_page_is_old_is_told_that_votes_are_closed(camden: Camden, browser_of: Visit, axe: Axe) -> None:
    members, _ = camden.members(), camden.paper()
    page = browser_of(members["STAFF_SIDE"])
    _open(page)
    Paper.objects.update(closes_on=TODAY - timedelta(days=1))

    choose(page, "How do you vote?", "Approve")
    press(page, "Vote")

    assert error(page) == (
        "We have not recorded your vote: votes were open until Monday 23 April 2007. The chair now decides, or gives "
        "it more time."
    )
    axe(page)
    assert Vote.objects.count() == 0


def test_nobody_votes_on_what_they_wrote(camden: Camden, browser_of: Visit, axe: Axe) -> None:
    camden.paper()
    seat = a_seat("HR")
    Appointment.objects.create(person=camden.mvpm, role=Role.STEERING_GROUP, unit=the_force(), from_on=TODAY, seat=seat)
    page = browser_of(camden.mvpm)

    _open(page)

    expect(page.get_by_text("You proposed or wrote this profile, so you do not vote on it.")).to_be_visible()
    axe(page)


def test_a_unit_manager_has_no_agenda(camden: Camden, browser_of: Visit) -> None:
    assert refused(browser_of(camden.manager), "/roles/agenda") == (
        "The Steering Group, the Central Team, MVP Managers and auditors see what is before the group."
    )
