"""The Steering Group: Alan Marsh in the chair, Bernadette Kelly for the staff side, Colin Frith for safety."""

import pytest
from playwright.sync_api import Page, expect

from tests.builders import TODAY, Role, the_force
from tests.journeys.conftest import Axe, Visit
from tests.journeys.hands import choose, error, press, refused, told
from tests.journeys.scenes import Camden
from timegiven.letters.models import Letter
from timegiven.library.models import ProfileVersion, View
from timegiven.people.models import Appointment


@pytest.fixture
def camden(transactional_db: None) -> Camden:
    return Camden()


def _says(page: Page, version: ProfileVersion, answer: str, reason: str = "") -> None:
    page.goto("/roles/agenda")
    page.get_by_role("link", name="Archive files helper").click()
    choose(page, "What is your view?", answer)
    page.get_by_label("Your reason, or the points to be answered").fill(reason)
    press(page, "Give your view")


@pytest.mark.clause(52, 62, 63)
def test_three_members_approve_it_the_staff_side_among_them(
    camden: Camden, browser_of: Visit, axe: Axe, screen: str
) -> None:
    members, version = camden.members(), camden.paper()

    chair = browser_of(members["CHAIR"])
    chair.goto("/roles/agenda")
    axe(chair)
    chair.get_by_role("link", name="Archive files helper").click()
    press(chair, "Give your view")
    assert error(chair) == "Choose to approve or to return"
    axe(chair)
    choose(chair, "What is your view?", "Approve")
    press(chair, "Give your view")
    assert told(chair) == "Thank you. Your view is on record."
    expect(chair.get_by_text("Still needed: 2 more approvals and the view of the staff side.").first).to_be_visible()
    axe(chair)

    chair.goto(f"/roles/versions/{version.reference}/decide")  # she speaks once
    expect(chair.get_by_text("You have given your view: approve. Thank you.")).to_be_visible()
    expect(chair.get_by_role("main").get_by_role("button", name="Give your view")).to_have_count(0)

    for seat in ("SAFETY", "STAFF_SIDE"):
        version.refresh_from_db()
        assert version.status == "SUBMITTED"
        member = browser_of(members[seat])
        _says(member, version, "Approve")
        assert told(member) == "Thank you. Your view is on record."

    version.refresh_from_db()
    assert (version.status, version.approved_on) == ("APPROVED", TODAY)
    assert list(View.objects.order_by("pk").values_list("member__name", "seat", "answer")) == [
        ("Alan Marsh", "CHAIR", "APPROVE"),
        ("Colin Frith", "SAFETY", "APPROVE"),
        ("Bernadette Kelly", "STAFF_SIDE", "APPROVE"),
    ]
    told_of_it = Letter.objects.filter(template="library/approved").values_list("to_name", flat=True)
    assert sorted(told_of_it) == ["Priya Shah", "Ruth Okafor"]

    stranger = browser_of(None)  # the role is in the library for everyone
    stranger.goto("/roles/")
    expect(stranger.get_by_role("link", name="Archive files helper")).to_be_visible()
    axe(stranger)


@pytest.mark.clause(63)
def test_one_member_returns_it_with_points_to_answer(camden: Camden, browser_of: Visit, axe: Axe, screen: str) -> None:
    members, version = camden.members(), camden.paper()
    page = browser_of(members["STAFF_SIDE"])

    _says(page, version, "Return with points to answer")
    assert error(page) == "Enter the points to be answered"
    axe(page)
    page.get_by_label("Your reason, or the points to be answered").fill("Who labels the boxes today?")
    press(page, "Give your view")

    assert told(page) == "Thank you. Your view is on record."
    axe(page)
    version.refresh_from_db()
    assert version.status == "RETURNED"

    mvpm = browser_of(camden.mvpm)
    mvpm.goto(f"/roles/versions/{version.reference}")
    expect(mvpm.get_by_role("definition").get_by_text("Who labels the boxes today?")).to_be_visible()
    mvpm.get_by_role("link", name="Answer the points").click()
    press(mvpm, "Open it again")
    assert told(mvpm) == "The profile is a draft again."


def test_a_member_whose_page_is_old_is_told_that_her_view_is_on_record(
    camden: Camden, browser_of: Visit, axe: Axe
) -> None:
    members, version = camden.members(), camden.paper()
    old, new = (browser_of(members["CHAIR"]) for _ in range(2))
    old.goto(f"/roles/versions/{version.reference}/decide")
    _says(new, version, "Approve")

    choose(old, "What is your view?", "Approve")
    press(old, "Give your view")

    assert error(old) == (
        "We have not recorded your view: you have given one on this profile already. It stands until the profile is "
        "put to the group again."
    )
    axe(old)
    assert View.objects.count() == 1


def test_nobody_decides_on_what_they_wrote(camden: Camden, browser_of: Visit, axe: Axe) -> None:
    version = camden.paper()
    Appointment.objects.create(person=camden.mvpm, role=Role.STEERING_GROUP, unit=the_force(), from_on=TODAY)
    page = browser_of(camden.mvpm)

    assert refused(page, f"/roles/versions/{version.reference}/decide") == (
        "Members of the Steering Group decide, each by their seat, and never on what they proposed or wrote themselves."
    )
    axe(page)
    assert View.objects.count() == 0


def test_a_unit_manager_has_no_agenda(camden: Camden, browser_of: Visit) -> None:
    assert refused(browser_of(camden.manager), "/roles/agenda") == (
        "The Steering Group, the Central Team, MVP Managers and auditors see what is before the group."
    )
