"""The Steering Group decides: one vote a seat, a quorum with the staff side, and what the chair declares."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.builders import (
    NOW,
    TODAY,
    a_borough,
    a_member,
    a_person,
    a_seat,
    a_version,
    an_mvpm,
    someone_appointed,
    the_central_team,
    the_force,
)
from timegiven.audit.models import Event
from timegiven.kernel.refusals import NotAllowed, NotPermitted, SomeoneElseActed
from timegiven.letters.models import Letter
from timegiven.library import access, selectors, services
from timegiven.library.models import Hazard, Paper, ProfileVersion, RiskAssessment, Vote
from timegiven.library.tests.scenes import Scene, the_paper
from timegiven.people.models import Appointment, Seat
from timegiven.programme.models import Cover

CLOSED = NOW + timedelta(days=15)  # the closing day is the fourteenth


def status_of(version: ProfileVersion) -> str:
    return ProfileVersion.objects.get(pk=version.pk).status


# Voting


def test_a_vote_is_of_a_seat(scene: Scene) -> None:
    version = scene.paper()

    scene.say(version, scene.union)

    given = Vote.objects.get()
    assert (given.seat.code, given.member, given.is_deputy, given.answer) == (
        "STAFF_SIDE",
        scene.union,
        False,
        "APPROVE",
    )


def test_a_vote_may_be_changed_and_each_change_is_on_record(scene: Scene) -> None:
    version = scene.paper()
    scene.say(version, scene.union)

    scene.say(version, scene.union, "RETURN", "Which papers?")

    assert [(vote.answer, vote.reason) for vote in Vote.objects.all()] == [("RETURN", "Which papers?")]
    acts = Event.objects.filter(kind="library.paper").order_by("number").values_list("act", flat=True)
    assert list(acts) == ["voted approve", "changed a vote from approve to return with points to answer"]


def test_one_seat_one_vote_also_in_the_table(scene: Scene) -> None:
    version = scene.paper()
    scene.say(version, scene.union)
    paper, facts = the_paper(version), {"answer": "APPROVE", "at": NOW}

    with pytest.raises(IntegrityError), transaction.atomic():
        Vote.objects.create(paper=paper, seat=a_seat("STAFF_SIDE"), member=scene.chair, **facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        Vote.objects.create(paper=paper, seat=a_seat("HR"), member=scene.union, **facts)


def test_a_deputy_votes_while_the_holder_has_not_and_the_holder_takes_the_vote_over(scene: Scene) -> None:
    version, deputy = scene.paper(), a_member("STAFF_SIDE", is_deputy=True)

    scene.say(version, deputy)
    by_the_deputy = Vote.objects.get()
    scene.say(version, scene.union, "REJECT", "It is the post clerk's job")

    by_the_holder = Vote.objects.get()
    assert (by_the_deputy.member, by_the_deputy.is_deputy) == (deputy, True)
    assert (by_the_holder.member, by_the_holder.is_deputy, by_the_holder.answer) == (scene.union, False, "REJECT")
    with pytest.raises(NotAllowed, match="somebody has voted from your seat"):
        scene.say(version, deputy)


def test_of_two_deputies_the_first_speaks(scene: Scene) -> None:
    version = scene.paper()
    first, second = (a_member("HR", is_deputy=True) for _ in range(2))
    scene.say(version, first)

    with pytest.raises(NotAllowed, match="somebody has voted from your seat"):
        scene.say(version, second)


def test_one_person_in_two_seats_has_one_vote(scene: Scene) -> None:
    version = scene.paper()
    Appointment.objects.create(
        person=scene.risk, role="STEERING_GROUP", unit=the_force(), seat=a_seat("HR"), from_on=TODAY, is_deputy=True
    )

    scene.say(version, scene.risk)
    scene.say(version, scene.risk, "ABSTAIN")

    assert [(vote.seat.code, vote.answer) for vote in Vote.objects.all()] == [("INSURANCE", "ABSTAIN")]


def test_without_a_seat_there_is_no_vote(scene: Scene) -> None:
    with pytest.raises(NotAllowed, match="you have no seat"):
        scene.say(scene.paper(), a_member())


@pytest.mark.parametrize("answer", ["RETURN", "REJECT"])
def test_a_vote_against_needs_its_reason(scene: Scene, answer: str) -> None:
    version = scene.paper()

    with pytest.raises(NotAllowed, match="does not say what is wrong"):
        scene.say(version, scene.union, answer, " ")

    assert Vote.objects.count() == 0


def test_no_vote_after_the_closing_day(scene: Scene) -> None:
    paper = the_paper(scene.paper())

    services.vote(paper, answer="APPROVE", by=scene.union, at=NOW + timedelta(days=14))
    with pytest.raises(NotAllowed, match="votes were open until Tuesday 8 May 2007"):
        services.vote(paper, answer="ABSTAIN", by=scene.union, at=CLOSED)

    assert Vote.objects.get().answer == "APPROVE"


def test_no_vote_on_what_is_decided_or_on_an_earlier_round(scene: Scene) -> None:
    decided = the_paper(scene.approved())
    draft = services.revise(decided.version, why="Add", by=scene.mvpm, at=NOW)
    scene.look_again(draft)
    services.submit(draft, by=scene.mvpm, at=NOW)
    earlier = the_paper(draft)
    scene.declare(draft, "RETURNED", "Which labels?")
    services.take_up(draft, by=scene.mvpm, at=NOW)
    services.submit(draft, by=scene.mvpm, at=NOW)

    for paper in (decided, earlier):
        with pytest.raises(SomeoneElseActed):
            services.vote(paper, answer="APPROVE", by=scene.union, at=NOW)


@pytest.mark.clause(52)
def test_nobody_votes_or_declares_on_their_own_proposal(scene: Scene) -> None:
    Appointment.objects.filter(person=scene.chair).update(until_on=TODAY)
    for person, seat in ((scene.manager, "CHAIR"), (scene.mvpm, "MVP_LEAD")):
        Appointment.objects.create(
            person=person, role="STEERING_GROUP", unit=the_force(), seat=a_seat(seat), from_on=TODAY
        )
    version = scene.paper()

    for own in (scene.manager, scene.mvpm):
        with pytest.raises(NotPermitted):
            scene.say(version, own)
        with pytest.raises(NotPermitted):
            scene.declare(version, by=own)


def test_who_may_vote(scene: Scene) -> None:
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


# Declaring


@pytest.mark.clause(52, 62)
def test_the_chair_declares_what_the_quorum_with_the_staff_side_approves(scene: Scene) -> None:
    version = scene.voted()

    scene.declare(version)

    assert (version.status, version.approved_on) == ("APPROVED", TODAY)
    assert list(selectors.approved_versions(TODAY)) == [version]
    paper = the_paper(version)
    assert (paper.outcome, paper.decided_by, paper.decided_at) == ("APPROVED", scene.chair, NOW)


@pytest.mark.clause(62)
def test_without_the_staff_side_no_number_is_enough(scene: Scene) -> None:
    version = scene.paper()
    for member in (scene.chair, scene.safety, scene.risk, a_member("HR"), a_member("MVP_LEAD")):
        scene.say(version, member)

    with pytest.raises(NotAllowed, match="for a quorum the paper still needs the vote of the staff side"):
        scene.declare(version, at=CLOSED)

    assert status_of(version) == "SUBMITTED"


@pytest.mark.clause(52)
def test_two_votes_are_no_quorum(scene: Scene) -> None:
    version = scene.paper()
    scene.say(version, scene.chair)
    scene.say(version, scene.union)

    with pytest.raises(NotAllowed, match="still needs 1 more vote"):
        scene.declare(version, at=CLOSED)


def test_the_others_have_until_the_closing_day(scene: Scene) -> None:
    version = scene.paper()
    for member in (scene.chair, scene.union, scene.safety):
        scene.say(version, member)

    with pytest.raises(NotAllowed, match="not every seat has voted"):
        scene.declare(version, at=NOW + timedelta(days=14))
    scene.declare(version, at=CLOSED)

    assert version.status == "APPROVED"


@pytest.mark.parametrize(
    ("against", "carried"), [([], True), (["REJECT"], True), (["REJECT", "RETURN"], False), (["ABSTAIN"] * 2, True)]
)
def test_more_than_half_of_the_votes_cast_approve(scene: Scene, against: list[str], carried: bool) -> None:
    version = scene.paper()
    answers = [*against, *["APPROVE"] * (4 - len(against))]
    for member, answer in zip((scene.union, scene.safety, scene.chair, scene.risk), answers, strict=True):
        scene.say(version, member, answer, "Because")

    if carried:
        scene.declare(version)
    else:
        with pytest.raises(NotAllowed, match="fewer than half of the votes, or just half"):
            scene.declare(version)

    assert status_of(version) == ("APPROVED" if carried else "SUBMITTED")


@pytest.mark.clause(63)
def test_the_chair_returns_it_with_its_points_at_any_time(scene: Scene) -> None:
    version = scene.returned("Labelling is in the clerk's job description.")

    assert (version.status, the_paper(version).outcome) == ("RETURNED", "RETURNED")
    assert version.steps.get(status="RETURNED").why == "Labelling is in the clerk's job description."


def test_points_and_reasons_are_written_down(scene: Scene) -> None:
    version = scene.paper()

    for outcome in ("RETURNED", "REJECTED"):
        with pytest.raises(NotAllowed, match="does not say why"):
            scene.declare(version, outcome, " ")


@pytest.mark.clause(63)
def test_it_is_rejected_for_good_by_a_majority_with_reasons(scene: Scene) -> None:
    version = scene.paper()
    for member in (scene.chair, scene.union, scene.safety):
        scene.say(version, member, "REJECT", "It is a paid job")
    scene.say(version, scene.risk)

    scene.declare(version, "REJECTED", "It is the post clerk's job.")

    assert (version.status, version.lifecycle.ends) == ("REJECTED", ["REJECTED", "SUPERSEDED", "RETIRED"])


def test_what_most_approve_is_not_rejected(scene: Scene) -> None:
    version = scene.voted()

    with pytest.raises(NotAllowed, match="fewer than half"):
        scene.declare(version, "REJECTED", "The chair does not like it")


@pytest.mark.parametrize("outcome", ["approved", "returned"])
def test_the_mvp_manager_and_the_proposer_are_told(scene: Scene, outcome: str) -> None:
    getattr(scene, outcome)()

    told = Letter.objects.filter(template=f"library/{outcome}").values_list("recipient", flat=True)
    assert sorted(told) == sorted([scene.mvpm.reference, scene.manager.reference])


def test_points_are_answered_and_the_next_round_starts_afresh(scene: Scene) -> None:
    version = scene.returned()
    services.take_up(version, by=scene.mvpm, at=NOW)
    services.submit(version, by=scene.mvpm, at=NOW)

    with pytest.raises(NotAllowed, match="3 more votes and the vote of the staff side"):
        scene.declare(version)
    for member in (scene.chair, scene.union, scene.safety, scene.risk):
        scene.say(version, member)
    scene.declare(version)

    papers = Paper.objects.order_by("round").values_list("round", "outcome")
    assert (version.status, list(papers)) == ("APPROVED", [(1, "RETURNED"), (2, "APPROVED")])


def test_a_decision_is_declared_once(scene: Scene) -> None:
    version = scene.approved()

    with pytest.raises(NotAllowed, match="Nothing has been decided"):
        scene.declare(version, "RETURNED", "On second thoughts")


def test_who_may_declare(scene: Scene) -> None:
    paper = the_paper(scene.paper())
    people = {
        "chair": scene.chair,
        "deputy in the chair": a_member("CHAIR", is_deputy=True),
        "staff side": scene.union,
        "its MVPM": scene.mvpm,
        "Central Team": the_central_team(),
        "stranger": a_person(),
    }

    able = [name for name, person in people.items() if access.declare(person, paper, TODAY)]
    assert able == ["chair", "deputy in the chair"]


def test_where_the_chair_wrote_it_or_is_vacant_the_next_seat_declares(scene: Scene) -> None:
    paper = the_paper(scene.paper())
    Seat.objects.filter(code="SAFETY").update(position=1)
    Appointment.objects.filter(person=scene.chair).update(person=scene.manager)
    wrote_it = selectors.in_the_chair(selectors.places(paper, TODAY))
    Appointment.objects.filter(person=scene.manager, role="STEERING_GROUP").update(until_on=TODAY)
    vacant = selectors.in_the_chair(selectors.places(paper, TODAY))

    assert (wrote_it, vacant) == ({scene.safety.pk}, {scene.safety.pk})


# What has to be in order


@pytest.mark.clause(52, 53)
def test_what_changed_since_it_was_read_is_not_approved(scene: Scene) -> None:
    version = scene.voted()

    for change in (
        lambda: ProfileVersion.objects.update(kit="A ladder"),
        lambda: version.tasks.update(text="Carry the boxes to the roof"),
        lambda: Hazard.objects.update(control="None"),
        lambda: type(version.profile).objects.update(title="Roof helper"),
        lambda: version.own_training.create(position=1, text="Ladders"),
    ):
        with transaction.atomic():
            change()
            with pytest.raises(SomeoneElseActed, match="not what the members read"):
                scene.declare(version)
            transaction.set_rollback(True)

    scene.declare(version)
    assert version.status == "APPROVED"


@pytest.mark.clause(53, 59)
def test_a_risk_assessment_that_ran_out_while_it_was_before_the_group_stops_it(scene: Scene) -> None:
    version = scene.voted()
    RiskAssessment.objects.update(review_on=TODAY + timedelta(days=10))
    Paper.objects.update(digest=selectors.digests(version, TODAY).whole)

    with pytest.raises(NotAllowed, match="no risk assessment in date"):
        scene.declare(version, at=NOW + timedelta(days=10))


@pytest.mark.clause(56)
def test_what_no_insurance_covers_is_not_approved(scene: Scene) -> None:
    version = scene.voted()
    Cover.objects.update(until_on=TODAY)

    with pytest.raises(NotAllowed, match="no insurance certificate in force covers"):
        scene.declare(version)


@pytest.mark.clause(57)
def test_an_approved_new_version_supersedes_the_old_one_on_the_same_day(scene: Scene) -> None:
    old = scene.approved()
    new = services.revise(old, why="Add the labels", by=scene.mvpm, at=NOW)
    scene.look_again(new)
    services.submit(new, by=scene.mvpm, at=NOW)
    in_force_before = list(selectors.approved_versions(TODAY))
    for member in (scene.chair, scene.union, scene.safety, scene.risk):
        scene.say(new, member)
    scene.declare(new)

    old.refresh_from_db()
    assert in_force_before == [old]
    assert (old.status, old.ended_on, new.status, new.approved_on) == ("SUPERSEDED", TODAY, "APPROVED", TODAY)
    assert list(selectors.approved_versions(TODAY)) == [new]


def test_what_is_put_aside_leaves_the_agenda(scene: Scene) -> None:
    version = scene.voted()

    services.retire(version, why="The office has closed", by=scene.mvpm, at=NOW)

    assert (the_paper(version).outcome, list(selectors.agenda(scene.chair, TODAY))) == ("WITHDRAWN", [])


# Conditions


def test_conditions_come_with_an_approval_and_are_met_by_the_mvp_manager(scene: Scene) -> None:
    version = scene.voted()
    due_on = TODAY + timedelta(days=30)

    scene.declare(version, conditions=[("Put up a handrail", due_on)])
    [condition] = selectors.conditions_due(scene.mvpm, TODAY)
    with pytest.raises(NotPermitted):
        services.meet_condition(condition, by=scene.chair, at=NOW)
    services.meet_condition(condition, by=scene.mvpm, at=NOW)

    condition.refresh_from_db()
    assert (condition.text, condition.due_on, condition.met_on, condition.met_by) == (
        "Put up a handrail",
        due_on,
        TODAY,
        scene.mvpm,
    )
    assert list(selectors.conditions_due(scene.mvpm, TODAY)) == []
    with pytest.raises(NotAllowed, match="already"):
        services.meet_condition(condition, by=scene.mvpm, at=NOW)


def test_a_condition_has_a_day_to_come_and_an_approval(scene: Scene) -> None:
    version = scene.voted()

    with pytest.raises(NotAllowed, match="is not in the future"):
        scene.declare(version, conditions=[("Put up a handrail", TODAY)])
    with pytest.raises(NotAllowed, match="only an approval has conditions"):
        scene.declare(version, "RETURNED", "The stairs", conditions=[("A handrail", TODAY + timedelta(days=9))])

    assert status_of(version) == "SUBMITTED"


# The page


@pytest.mark.clause(53, 62, 63)
def test_the_paper_shows_all_that_a_member_needs(scene: Scene, client: Client) -> None:
    version = scene.paper()
    scene.say(version, scene.chair, reason="Well prepared")
    client.force_login(scene.union)

    page = client.get(f"/roles/papers/{the_paper(version).reference}").content.decode()

    for words in (
        "Checking a list binds nobody.",
        "A strained back from boxes",
        "Half-full boxes and a trolley",
        "Label the boxes",
        "Well prepared",
        "For a quorum it still needs 2 more votes and the vote of the staff side.",
    ):
        assert words in page


def test_the_address_by_version_leads_to_its_newest_paper(scene: Scene, client: Client) -> None:
    version = scene.paper()
    client.force_login(scene.union)

    reply = client.get(f"/roles/versions/{version.reference}/decide")
    without = client.get(f"/roles/versions/{a_version(unit=scene.unit).reference}/decide")

    assert (reply["Location"], without.status_code) == (f"/roles/papers/{the_paper(version).reference}", 404)


def test_the_page_records_the_vote_and_shows_it_again(scene_today: Scene, client: Client) -> None:
    paper = the_paper(scene_today.paper())
    client.force_login(scene_today.union)

    reply = client.post(f"/roles/papers/{paper.reference}/vote", {"answer": "APPROVE", "reason": ""})
    page = client.get(reply["Location"]).content.decode()

    assert (reply.status_code, Vote.objects.get().member) == (302, scene_today.union)
    assert ("Change your vote" in page, "You have voted: <strong>approve</strong>" in page) == (True, True)


def test_the_page_asks_for_the_points_of_a_return_and_keeps_what_was_chosen(scene_today: Scene, client: Client) -> None:
    paper = the_paper(scene_today.paper())
    client.force_login(scene_today.union)

    reply = client.post(f"/roles/papers/{paper.reference}/vote", {"answer": "RETURN", "reason": ""})

    form = reply.context["vote_form"]
    assert form.errors == {"reason": ["Enter what should change, or why it is not for volunteers"]}
    assert form["answer"].value() == "RETURN"


def test_the_chair_declares_on_a_page_with_conditions(scene_today: Scene, client: Client) -> None:
    version = scene_today.voted()
    client.force_login(scene_today.chair)
    typed = {"outcome": "APPROVED", "reason": "", "condition_1": "Put up a handrail", "due_1": "1/5/2199"}

    wrong = client.post(f"/roles/papers/{the_paper(version).reference}/declare", typed | {"due_1": ""})
    reply = client.post(f"/roles/papers/{the_paper(version).reference}/declare", typed)

    assert wrong.context["form"].errors == {"due_1": ["Enter by when condition 1 must be met"]}
    assert (reply.status_code, status_of(version)) == (302, "APPROVED")
    assert version.conditions.get().text == "Put up a handrail"


def test_a_refusal_to_declare_is_shown_with_what_was_typed(scene_today: Scene, client: Client) -> None:
    version = scene_today.paper()
    client.force_login(scene_today.chair)

    reply = client.post(
        f"/roles/papers/{the_paper(version).reference}/declare", {"outcome": "REJECTED", "reason": "My own words"}
    )

    page = reply.content.decode()
    assert ("for a quorum the paper still needs" in page, "My own words" in page) == (True, True)


def test_after_the_decision_the_page_says_so_and_offers_no_button(scene: Scene, client: Client) -> None:
    paper = the_paper(scene.approved())
    client.force_login(scene.risk)

    page = client.get(f"/roles/papers/{paper.reference}").content.decode()

    assert ("The group has decided: approved" in page, 'name="answer"' in page) == (True, False)


def test_whoever_has_not_voted_when_it_is_decided_is_not_awaited_any_more(scene: Scene, client: Client) -> None:
    paper = the_paper(scene.returned())
    client.force_login(scene.risk)

    page = client.get(f"/roles/papers/{paper.reference}").content.decode()

    assert "Did not vote" in page


def test_who_may_read_a_paper(scene: Scene, client: Client) -> None:
    paper = the_paper(scene.paper())
    people = {
        "chair": scene.chair,
        "its manager": scene.manager,
        "its MVPM": scene.mvpm,
        "Central Team": the_central_team(),
        "auditor": someone_appointed("AUDITOR", the_force()),
        "another MVPM": an_mvpm(a_borough("Barnet")),
        "stranger": a_person(),
    }

    found = {}
    for name, person in people.items():
        client.force_login(person)
        found[name] = client.get(f"/roles/papers/{paper.reference}").status_code

    assert found == dict.fromkeys(list(people)[:5], 200) | {"another MVPM": 404, "stranger": 404}
