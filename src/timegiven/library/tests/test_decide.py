"""The Steering Group decides: the quorum with the staff side approves, one return sends back."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.builders import NOW, TODAY, a_member, a_person, an_mvpm, someone_appointed, the_central_team, the_force
from timegiven.kernel.refusals import NotAllowed, NotPermitted, SomeoneElseActed
from timegiven.letters.models import Letter
from timegiven.library import access, selectors, services
from timegiven.library.models import ProfileVersion, View
from timegiven.library.tests.scenes import Scene
from timegiven.people.models import Appointment


@pytest.mark.clause(52, 62)
def test_the_third_view_with_the_staff_side_approves(scene: Scene) -> None:
    version = scene.paper()

    states = []
    for member in (scene.chair, scene.union, scene.safety):
        scene.say(version, member)
        states.append(ProfileVersion.objects.get().status)

    version.refresh_from_db()
    assert states == ["SUBMITTED", "SUBMITTED", "APPROVED"]
    assert (version.approved_on, list(selectors.approved_versions(TODAY))) == (TODAY, [version])


@pytest.mark.clause(62)
def test_without_the_staff_side_no_number_is_enough(scene: Scene) -> None:
    version = scene.paper()

    for member in (scene.chair, scene.safety, scene.risk, a_member("HR"), a_member()):
        scene.say(version, member)
    before = ProfileVersion.objects.get().status
    scene.say(version, scene.union)

    assert (before, ProfileVersion.objects.get().status) == ("SUBMITTED", "APPROVED")


@pytest.mark.clause(63)
def test_one_return_sends_it_back_at_once_with_its_points(scene: Scene) -> None:
    version = scene.paper()
    scene.say(version, scene.chair)

    scene.say(version, scene.union, "RETURN", "Labelling is in the clerk's job description.")

    version.refresh_from_db()
    assert version.status == "RETURNED"
    assert version.steps.get(status="RETURNED").why == "Labelling is in the clerk's job description."


@pytest.mark.parametrize("outcome", ["approved", "returned"])
def test_the_mvp_manager_and_the_proposer_are_told(scene: Scene, outcome: str) -> None:
    if outcome == "approved":
        scene.approved()
    else:
        scene.say(scene.paper(), scene.union, "RETURN", "Which papers?")

    told = Letter.objects.filter(template=f"library/{outcome}").values_list("recipient", flat=True)
    assert sorted(told) == sorted([scene.mvpm.reference, scene.manager.reference])


def test_points_are_answered_and_the_next_round_starts_afresh(scene: Scene) -> None:
    version = scene.paper()
    scene.say(version, scene.chair)
    scene.say(version, scene.union, "RETURN", "Which papers?")
    version.refresh_from_db()
    services.take_up(version, by=scene.mvpm, at=NOW)
    services.submit(version, by=scene.mvpm, at=NOW)

    for member in (scene.union, scene.safety):
        scene.say(version, member)
    two_of_the_second_round = ProfileVersion.objects.get().status
    scene.say(version, scene.chair)

    assert (two_of_the_second_round, ProfileVersion.objects.get().status) == ("SUBMITTED", "APPROVED")
    assert list(View.objects.order_by("pk").values_list("round", flat=True)) == [1, 1, 2, 2, 2]


def test_a_view_on_the_paper_of_an_earlier_round_is_refused(scene: Scene) -> None:
    version = scene.paper()
    scene.say(version, scene.union, "RETURN", "Which papers?")
    version.refresh_from_db()
    services.take_up(version, by=scene.mvpm, at=NOW)
    services.submit(version, by=scene.mvpm, at=NOW)

    with pytest.raises(SomeoneElseActed):
        services.decide(version, answer="APPROVE", round=1, by=scene.chair, at=NOW)


def test_one_member_one_view(scene: Scene) -> None:
    version = scene.paper()
    scene.say(version, scene.union)

    with pytest.raises(NotAllowed, match="already"):
        scene.say(version, scene.union)
    with pytest.raises(IntegrityError), transaction.atomic():
        View.objects.create(version=version, round=1, member=scene.union, answer="APPROVE", at=NOW)


def test_a_return_needs_its_points(scene: Scene) -> None:
    version = scene.paper()

    with pytest.raises(NotAllowed, match="which points"):
        scene.say(version, scene.union, "RETURN", " ")

    assert (View.objects.count(), ProfileVersion.objects.get().status) == (0, "SUBMITTED")


@pytest.mark.parametrize("state", ["draft", "approved"])
def test_a_view_out_of_turn_is_refused(scene: Scene, state: str) -> None:
    version = getattr(scene, state)()

    with pytest.raises(NotAllowed, match="We have not recorded your view"):
        scene.say(version, scene.risk)


@pytest.mark.clause(52)
def test_nobody_decides_on_their_own_proposal(scene: Scene) -> None:
    Appointment.objects.create(
        person=scene.manager, role="STEERING_GROUP", unit=the_force(), seat="CHAIR", from_on=TODAY
    )
    Appointment.objects.create(person=scene.mvpm, role="STEERING_GROUP", unit=the_force(), from_on=TODAY)
    version = scene.paper()

    for own in (scene.manager, scene.mvpm):
        with pytest.raises(NotPermitted):
            scene.say(version, own)


def test_who_may_decide(scene: Scene) -> None:
    version = scene.paper()
    was_member = a_member("HR")
    was_member.appointments.update(until_on=TODAY)
    people = {
        "chair": scene.chair,
        "staff side": scene.union,
        "unit manager": scene.manager,
        "its MVPM": scene.mvpm,
        "another MVPM": an_mvpm(),
        "Central Team": the_central_team(),
        "auditor": someone_appointed("AUDITOR", the_force()),
        "member until yesterday": was_member,
        "stranger": a_person(),
    }

    assert [name for name, person in people.items() if access.decide(person, version, TODAY)] == ["chair", "staff side"]


def test_the_seat_is_recorded(scene: Scene) -> None:
    version = scene.paper()

    scene.say(version, scene.union)

    assert View.objects.get().seat == "STAFF_SIDE"


@pytest.mark.clause(57)
def test_an_approved_new_version_supersedes_the_old_one_on_the_same_day(scene: Scene) -> None:
    old = scene.approved()
    new = services.revise(old, why="Add the labels", by=scene.mvpm, at=NOW)
    scene.assess(new)
    services.submit(new, by=scene.mvpm, at=NOW)
    in_force_before = list(selectors.approved_versions(TODAY))
    for member in (scene.chair, scene.union, scene.safety):
        scene.say(new, member)

    old.refresh_from_db()
    new.refresh_from_db()
    assert in_force_before == [old]
    assert (old.status, old.ended_on, new.status, new.approved_on) == ("SUPERSEDED", TODAY, "APPROVED", TODAY)
    assert list(selectors.approved_versions(TODAY)) == [new]


# The page


@pytest.mark.clause(53, 62, 63)
def test_the_paper_shows_all_that_a_member_needs(scene: Scene, client: Client) -> None:
    version = scene.paper()
    scene.say(version, scene.chair, reason="Well prepared")
    client.force_login(scene.union)

    page = client.get(f"/roles/versions/{version.reference}/decide").content.decode()

    for words in (
        "Checking a list binds nobody.",
        "A strained back from boxes",
        "Half-full boxes and a trolley",
        "Label the boxes",
        "Well prepared",
        "Still needed: 2 more approvals and the view of the staff side.",
    ):
        assert words in page


def test_the_page_records_the_view(scene: Scene, client: Client) -> None:
    version = scene.paper()
    client.force_login(scene.union)

    reply = client.post(f"/roles/versions/{version.reference}/decide", {"answer": "APPROVE", "reason": "", "round": 1})

    assert (reply.status_code, View.objects.get().member) == (302, scene.union)


def test_the_page_asks_for_the_points_of_a_return(scene: Scene, client: Client) -> None:
    version = scene.paper()
    client.force_login(scene.union)

    reply = client.post(f"/roles/versions/{version.reference}/decide", {"answer": "RETURN", "reason": "", "round": 1})

    assert reply.context["form"].errors == {"reason": ["Enter the points to be answered"]}


def test_after_the_decision_the_page_says_so_and_offers_no_button(scene: Scene, client: Client) -> None:
    version = scene.approved()
    client.force_login(scene.risk)

    page = client.get(f"/roles/versions/{version.reference}/decide").content.decode()

    assert ("The group has decided" in page, "Give your view" in page) == (True, False)
