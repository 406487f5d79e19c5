"""The papers of the Steering Group: who may read which, what is on the agenda, and what waits for whom."""

from datetime import date
from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce, TruncDate

from timegiven.library.models import Meeting, Paper, ProfileVersion, Remark, VersionStep, Vote
from timegiven.library.selectors.versions import Status
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person

Role = Appointment.Role
READ_ALL = (Role.STEERING_GROUP, Role.CENTRAL_TEAM, Role.AUDITOR)


def _all() -> QuerySet[Paper]:
    return Paper.objects.select_related("version__profile__unit__borough", "version__profile__strand", "meeting")


def papers_seen_by(person: Person, day: date) -> QuerySet[Paper]:
    """What this person may read: the group, the Central Team and auditors everything, others what is theirs."""
    if any(held.role in READ_ALL for held in people.appointments(person, day)):
        return _all()
    theirs = people.scope(person, (Role.MVPM, Role.UNIT_MANAGER), day, on="version__profile__unit")
    return _all().filter(theirs | Q(version__profile__proposed_by=person))


def paper_of(version: ProfileVersion) -> Paper | None:
    """The newest paper about a version."""
    return _all().filter(version=version).order_by("-round").first()


def agenda(person: Person, day: date, *, mine: bool = False) -> QuerySet[Any]:
    """The papers that are not decided, the first to close first: how many votes, whether mine is awaited."""
    found = awaiting_vote_of(person, day) if mine else _open(person, day)
    return found.order_by("due", "pk")


def awaiting_vote_of(person: Person, day: date) -> QuerySet[Any]:
    """The open papers that wait for the vote of this member."""
    return _open(person, day).filter(is_awaited=True)


def _open(person: Person, day: date) -> QuerySet[Any]:
    counted = Vote.objects.filter(paper=OuterRef("pk")).order_by().values("paper").annotate(count=Count("pk"))
    return (
        papers_seen_by(person, day)
        .filter(outcome="")
        .annotate(
            due=Coalesce("closes_on", TruncDate("meeting__at")),
            votes_given=Coalesce(Subquery(counted.values("count")), 0),
            is_awaited=Case(When(_awaits(person, day), then=True), default=False),
        )
    )


def _awaits(person: Person, day: date) -> Any:
    """A paper awaits the holder of a seat, or the deputy of one that is vacant, unless they wrote it."""
    seats = _seats_to_vote_from(person, day)
    if not seats:
        return Q(pk=None)
    voted = Vote.objects.filter(paper=OuterRef("pk"), member=person)
    free: Any = Q(pk=None)
    for seat in seats:
        free |= ~Exists(Vote.objects.filter(paper=OuterRef("pk"), seat=seat))
    return free & ~Exists(voted) & ~_written_by(person) & (Q(closes_on=None) | Q(closes_on__gte=day))


def _seats_to_vote_from(person: Person, day: date) -> list[Any]:
    held = [each for each in people.appointments(person, day) if each.seat_id]
    if not any(each.is_deputy for each in held):
        return [each.seat_id for each in held]
    taken = {each.seat_id for each in people.sitting(day) if not each.is_deputy}
    return [each.seat_id for each in held if not each.is_deputy or each.seat_id not in taken]


def _written_by(person: Person) -> Q:
    statuses = [Status.DRAFT, Status.SUBMITTED]
    wrote = VersionStep.objects.filter(of=OuterRef("version"), by=person, status__in=statuses)
    return Q(Exists(wrote)) | Q(version__profile__proposed_by=person)


def decided_papers(person: Person, day: date) -> QuerySet[Paper]:
    """What the group has decided, the newest first."""
    return papers_seen_by(person, day).exclude(outcome="").order_by(F("decided_at").desc(), "-pk")


def papers_on(meeting: Meeting) -> QuerySet[Paper]:
    """What is, or was, on the agenda of a meeting, in the order in which it was put."""
    return _all().filter(meeting=meeting).order_by("put_at", "pk")


def open_business(meeting: Meeting) -> list[str]:
    """The papers on the agenda of a meeting that are still to be decided, by their titles."""
    return [f"“{paper.version.title}”" for paper in papers_on(meeting).filter(outcome=Paper.Outcome.OPEN)]


def remarks_on(paper: Paper) -> QuerySet[Remark]:
    """What was said about a paper, in the order in which it was."""
    return paper.remarks.select_related("by", "seat", "answered_by", "withdrawn_by").order_by("at", "pk")


def remarks_seen_by(person: Person, day: date) -> QuerySet[Remark]:
    """What was said about the papers that this person may read."""
    seen = papers_seen_by(person, day).values("pk")
    return Remark.objects.filter(paper__in=seen).select_related("paper__version__profile__unit__borough", "by", "seat")


def unanswered_by(person: Person, day: date) -> QuerySet[Remark]:
    """The questions and objections that wait for an answer of this MVP Manager or unit manager."""
    theirs = people.scope(person, (Role.MVPM, Role.UNIT_MANAGER), day, on="paper__version__profile__unit")
    asked = Q(paper__outcome="") & ~Q(kind=Remark.Kind.COMMENT)
    asked |= Q(kind=Remark.Kind.OBJECTION, withdrawn_at=None, paper__version__status=Status.SUBMITTED)
    return Remark.objects.filter(theirs, asked, answer="").order_by("at")
