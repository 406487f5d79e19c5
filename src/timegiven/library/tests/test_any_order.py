"""Whatever is done, by whom and in whatever order: nothing is approved that should not be."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import NOW, a_member
from tests.kept import kept
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.library import selectors, services
from timegiven.library.models import Paper, ProfileVersion, Remark, RiskAssessment
from timegiven.library.tests.scenes import MARKS, NO, REASONS, TASKS, Scene, the_paper
from timegiven.people.models import Appointment, Person
from timegiven.programme.models import Cover

Role = Appointment.Role
WHO = ("manager", "mvpm", "chair", "union", "safety", "risk", "deputy", "own", "seatless")
VERBS = (
    "complete answer assess submit vote vote vote vote say reply withdraw declare declare take_up revise retire "
    "days worsen cover_ends cover_begins tamper"
).split()
A_DEED = st.tuples(st.sampled_from(VERBS), st.sampled_from(WHO), st.integers(0, 7))
# The way to an approval, so that deeds out of order have something to spoil; each step may be left out or repeated.
STRAIGHT = [
    ("complete", "mvpm", 0),
    ("assess", "mvpm", 0),
    ("submit", "mvpm", 0),
    *(("vote", who, 0) for who in ("chair", "union", "safety", "risk")),
    ("declare", "chair", 0),
]


@st.composite
def stories(draw: Any) -> list[tuple[str, str, int]]:
    """The straight way with up to a dozen other deeds in between, and some of its steps left out."""
    story = [deed for deed in STRAIGHT if draw(st.integers(0, 11))]
    for deed in draw(st.lists(A_DEED, max_size=12)):
        story.insert(draw(st.integers(0, len(story))), deed)
    return story


@kept
def the_beginning() -> tuple[Scene, dict[str, Person]]:
    """A proposal, and everybody who might do something to it."""
    scene = Scene()
    people = {name: getattr(scene, name) for name in ("manager", "mvpm", "chair", "union", "safety", "risk")}
    people |= {"deputy": a_member("STAFF_SIDE", is_deputy=True), "seatless": a_member(), "own": a_member("HR")}
    Appointment.objects.create(person=people["own"], role=Role.MVPM, unit=scene.unit.borough, from_on=london_day(NOW))
    scene.proposal()
    return scene, people


class World:
    """One profile on its way, and everybody who might do something to it; refusals are part of the story."""

    def __init__(self) -> None:
        self.at = NOW
        self.scene, self.people = the_beginning()
        self.approvals: list[tuple[int, datetime]] = []

    @property
    def version(self) -> ProfileVersion:
        return ProfileVersion.objects.select_related("profile__unit__borough", "profile__strand").latest("number")

    def do(self, verb: str, who: str, dice: int) -> None:
        person = self.people[who]
        person.__dict__.pop("_appointments", None)
        try:
            with transaction.atomic():
                getattr(self, verb)(self.version, person, dice)
        except NotAllowed:
            return
        self.check()

    def complete(self, version: ProfileVersion, by: Person, dice: int) -> None:
        services.complete(version, purpose=f"Purpose {dice}", tasks=TASKS, by=by, at=self.at, **MARKS)

    def answer(self, version: ProfileVersion, by: Person, dice: int) -> None:
        services.answer(version, answers=NO | {"is_paid_job": dice > 4}, reasons=REASONS, by=by, at=self.at)

    def assess(self, version: ProfileVersion, by: Person, dice: int) -> None:
        self.scene.at = self.at
        self.scene.assess(version)

    def submit(self, version: ProfileVersion, by: Person, dice: int) -> None:
        services.submit(version, by=by, at=self.at)

    def vote(self, version: ProfileVersion, by: Person, dice: int) -> None:
        answer = ("APPROVE", "APPROVE", "APPROVE", "APPROVE", "APPROVE", "ABSTAIN", "RETURN", "REJECT")[dice]
        services.vote(the_paper_or_none(version), answer=answer, reason="Because", by=by, at=self.at)

    def say(self, version: ProfileVersion, by: Person, dice: int) -> None:
        kind, ground = ("OBJECTION", "SUBSTITUTION") if dice < 5 else ("QUESTION", "")
        services.say(the_paper_or_none(version), kind=kind, ground=ground, text="A paid job?", by=by, at=self.at)

    def reply(self, version: ProfileVersion, by: Person, dice: int) -> None:
        for remark in Remark.objects.filter(paper__version=version, answer="")[:1]:
            services.reply(remark, text="No.", by=by, at=self.at)

    def withdraw(self, version: ProfileVersion, by: Person, dice: int) -> None:
        for remark in Remark.objects.filter(paper__version=version, kind="OBJECTION", withdrawn_at=None)[:1]:
            services.withdraw(remark, by=by, at=self.at)

    def declare(self, version: ProfileVersion, by: Person, dice: int) -> None:
        outcome = "RETURNED" if dice == 7 else "REJECTED" if dice == 6 else "APPROVED"
        services.declare(the_paper_or_none(version), outcome=outcome, reason="Because", by=by, at=self.at)

    def take_up(self, version: ProfileVersion, by: Person, dice: int) -> None:
        services.take_up(version, by=by, at=self.at)

    def revise(self, version: ProfileVersion, by: Person, dice: int) -> None:
        services.revise(version, why="Add a task", by=by, at=self.at)

    def retire(self, version: ProfileVersion, by: Person, dice: int) -> None:
        if dice == 7:
            services.retire(version, why="Closed", by=by, at=self.at)

    # What happens without anybody's leave

    def days(self, version: ProfileVersion, by: Person, dice: int) -> None:
        self.at += timedelta(days=(1, 3, 8, 15, 30, 60, 200, 400)[dice])

    def worsen(self, version: ProfileVersion, by: Person, dice: int) -> None:
        """The review is brought forward to today, as when the unit reports that it is not safe."""
        day = london_day(self.at)
        RiskAssessment.objects.filter(version=version, assessed_on__lt=day).update(review_on=day)

    def cover_ends(self, version: ProfileVersion, by: Person, dice: int) -> None:
        Cover.objects.filter(until_on=None, from_on__lte=london_day(self.at)).update(until_on=london_day(self.at))

    def cover_begins(self, version: ProfileVersion, by: Person, dice: int) -> None:
        Cover.objects.update(until_on=None)

    def tamper(self, version: ProfileVersion, by: Person, dice: int) -> None:
        """Somebody writes to the table behind the programme's back."""
        if version.status == "SUBMITTED":
            ProfileVersion.objects.filter(pk=version.pk).update(kit=f"Ladder {dice}")

    def check(self) -> None:
        """Each time something is approved, everything that approving asks for is there, reckoned here anew."""
        for version in ProfileVersion.objects.filter(status="APPROVED").select_related("profile__unit"):
            if version.pk not in [key for key, _ in self.approvals]:
                self.approvals.append((version.pk, self.at))
                self.check_one(version, london_day(self.at))

    def check_one(self, version: ProfileVersion, day: Any) -> None:
        paper = Paper.objects.get(version=version, outcome="APPROVED")
        votes = list(paper.votes.select_related("seat", "member"))
        wrote = set(version.steps.filter(status__in=["DRAFT", "SUBMITTED"]).values_list("by", flat=True))
        assessments = version.risk_assessments.filter(unit=version.profile.unit)
        in_date = assessments.filter(assessed_on__lte=day, review_on__gt=day, hazards__isnull=False)
        objections = Remark.objects.filter(paper=paper, kind="OBJECTION", ground="SUBSTITUTION", withdrawn_at=None)
        cast = [vote.answer for vote in votes if vote.answer != "ABSTAIN"]

        assert in_date.exists(), "no assessment in date"
        assert len(votes) >= 3, "no quorum"
        assert any(vote.seat.is_staff_side for vote in votes), "the staff side has not voted"
        assert not [vote for vote in votes if vote.member_id in wrote | {version.profile.proposed_by_id}], "own paper"
        assert 2 * cast.count("APPROVE") > len(cast), "no majority"
        assert not objections.filter(seat__is_staff_side=True).exists(), "an objection stands"
        assert Cover.objects.on(day).filter(strand=version.profile.strand_id).exists(), "not insured"
        assert selectors.cover_missing(version, day) == []
        assert paper.decided_by_id not in wrote, "declared on their own paper"
        assert (version.is_obligation, version.is_overtime, version.is_paid_job) == (False, False, False)


def the_paper_or_none(version: ProfileVersion) -> Paper:
    """The newest paper; a story in which there is none yet is refused like any other deed out of order."""
    if selectors.paper_of(version) is None:
        raise NotAllowed("There is no paper.", next_step="Put one.")
    return the_paper(version)


def told(story: list[tuple[str, str, int]]) -> World:
    """Play a story from a clean table, and leave the table clean."""
    with transaction.atomic():
        world = World()
        for deed in story:
            world.do(*deed)
        transaction.set_rollback(True)
    return world


@pytest.mark.clause(52, 53, 56, 62, 63)
@pytest.mark.django_db
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(stories())
def test_no_order_of_deeds_approves_what_should_not_be(story: list[tuple[str, str, int]]) -> None:
    told(story)


@pytest.mark.django_db
def test_the_straight_way_does_approve_so_that_the_property_is_not_empty() -> None:
    story = [*STRAIGHT[:-1], ("vote", "own", 0), ("days", "chair", 3), STRAIGHT[-1]]

    assert len(told(story).approvals) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("spoilt", "before"),
    [
        (("tamper", "chair", 1), -1),
        (("cover_ends", "chair", 0), -1),
        (("say", "union", 0), -1),
        (("days", "chair", 7), -1),
    ],
)
def test_one_deed_in_between_spoils_it(spoilt: tuple[str, str, int], before: int) -> None:
    story = [*STRAIGHT[:-1], ("vote", "own", 0), ("days", "chair", 3), STRAIGHT[-1]]
    story.insert(len(story) + before, spoilt)

    assert told(story).approvals == []
