"""The Steering Group: who sits on it, who may vote on a paper, and what the votes amount to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from timegiven.kernel.time import london_day
from timegiven.library import rules
from timegiven.library.models import Paper, ProfileVersion, Remark, VersionStep, Vote
from timegiven.library.policies import CIRCULATION_DAYS, QUORUM
from timegiven.library.selectors.versions import Status
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person, Seat

Role = Appointment.Role


def quorum(day: date) -> int:
    """How many seats must vote (clause 52)."""
    needed: int = QUORUM.on(day)
    return needed


def circulation_days(day: date) -> int:
    """How many days members have to vote on what circulates."""
    days: int = CIRCULATION_DAYS.on(day)
    return days


def members(version: ProfileVersion, day: date) -> QuerySet[Person]:
    """Who is on the Steering Group on a day."""
    return people.holders(Role.STEERING_GROUP, version.profile.unit, day)


def round_of(version: ProfileVersion) -> int:
    """How many times the version has been put to the group."""
    return version.steps.filter(status=Status.SUBMITTED).count()


@dataclass(frozen=True)
class Standing:
    """How far a paper is from a decision."""

    votes: list[rules.Ballot]
    missing: list[str]  # for a quorum
    is_ripe: bool
    is_closed: bool
    lapsed: bool  # closed without a quorum: the chair gives it more time, or a meeting

    @property
    def can_be_decided(self) -> bool:
        return self.is_ripe and not self.missing


@dataclass
class Place:
    """A seat as it stands to a paper: who may vote from it, and the vote that was given."""

    seat: Seat
    holder: Appointment | None = None
    deputies: list[Appointment] = field(default_factory=list)
    barred: list[Appointment] = field(default_factory=list)  # they wrote it
    vote: Vote | None = None

    @property
    def sitters(self) -> list[Appointment]:
        return [*([self.holder] if self.holder else []), *self.deputies]

    @property
    def is_awaited(self) -> bool:
        return self.vote is None and bool(self.sitters)


def boards(papers: Sequence[Paper], day: date) -> dict[int, list[Place]]:
    """For each paper, by its key, the seats of a day and any other from which it was voted on: four queries."""
    writers, votes = _writers([paper.version for paper in papers]), _votes(papers)
    seats, sitting = list(people.seats(day)), _sitting(day)
    found = {}
    for paper in papers:
        board = {seat.pk: Place(seat) for seat in seats}
        for held in sitting:
            _seated(board[held.seat_id], held, writers[paper.version_id])
        for vote in votes[paper.pk]:
            board.setdefault(vote.seat_id, Place(vote.seat)).vote = vote
        found[paper.pk] = list(board.values())
    return found


def _sitting(day: date) -> list[Any]:
    return list(people.sitting(day))


def places(paper: Paper, day: date) -> list[Place]:
    """The seats as they stand to one paper."""
    return boards([paper], day)[paper.pk]


def _writers(versions: Sequence[ProfileVersion]) -> dict[int, set[int]]:
    """By version, the keys of those who proposed the role, wrote the version or put it to the group."""
    writers = {version.pk: {version.profile.proposed_by_id} for version in versions}
    wrote = VersionStep.objects.filter(of__in=list(writers), status__in=[Status.DRAFT, Status.SUBMITTED])
    for version, person in wrote.values_list("of", "by"):
        writers[version].add(person)
    return writers


def _votes(papers: Sequence[Paper]) -> dict[int, list[Vote]]:
    votes: dict[int, list[Vote]] = {paper.pk: [] for paper in papers}
    for vote in Vote.objects.filter(paper__in=list(votes)).select_related("seat", "member").order_by("seat__position"):
        votes[vote.paper_id].append(vote)
    return votes


def _seated(place: Place, held: Appointment, writers: set[int]) -> None:
    if held.person_id in writers:
        place.barred.append(held)
    elif held.is_deputy or place.holder:
        place.deputies.append(held)
    else:
        place.holder = held


def ballots(votes: Iterable[Vote]) -> list[rules.Ballot]:
    """The votes as the rules count them."""
    return [rules.Ballot(vote.answer, vote.seat.is_staff_side) for vote in votes]


def is_ripe(paper: Paper, at: datetime, every: Iterable[Place]) -> bool:
    """Whether a decision may be declared: all have voted, the closing day is over, or the meeting has begun."""
    if paper.meeting is not None and paper.meeting.at <= at:
        return True
    return paper.is_closed_for_votes(london_day(at)) or not any(place.is_awaited for place in every)


def voting_seat(person: Person, paper: Paper, day: date) -> tuple[Appointment | None, bool]:
    """The seat from which this person may vote on a paper, and otherwise whether a holder was first.

    Whoever has voted stays in that seat; else their own seat comes before one they are the deputy of.
    """
    held: list[Any] = [each for each in people.appointments(person, day) if each.seat_id]
    held.sort(key=lambda each: (each.is_deputy, not each.seat.is_staff_side, each.seat.position))
    votes = {vote.seat_id: vote for vote in paper.votes.all()}
    if own := next((vote for vote in votes.values() if vote.member_id == person.pk), None):
        return next((each for each in held if each.seat_id == own.seat_id), None), False
    for each in held:
        given = votes.get(each.seat_id)
        if given is None or not each.is_deputy:
            return each, False
    return None, bool(held)


def seat_of(person: Person, day: date) -> Seat | None:
    """The seat by which a member speaks; the staff side comes first for one who sits in two."""
    held: list[Any] = [each for each in people.appointments(person, day) if each.seat_id]
    held.sort(key=lambda each: (not each.seat.is_staff_side, each.is_deputy, each.seat.position))
    return held[0].seat if held else None


def standing_objections(paper: Paper) -> QuerySet[Remark]:
    """The staff side's objections on job substitution that nobody has withdrawn, to this profile as it is worded.

    One of an earlier round stands as long as the profile has not been amended (clause 63).
    """
    return Remark.objects.filter(
        paper__version=paper.version_id,
        paper__profile_digest=paper.profile_digest,
        kind=Remark.Kind.OBJECTION,
        ground=Remark.Ground.SUBSTITUTION,
        seat__is_staff_side=True,
        withdrawn_at=None,
    )


def objected(papers: Sequence[Paper]) -> set[int]:
    """The keys of those papers, put in this round, against which the staff side objects on job substitution."""
    return {paper.pk for paper in papers} & set(
        Remark.objects.filter(
            paper__in=papers, ground=Remark.Ground.SUBSTITUTION, seat__is_staff_side=True, withdrawn_at=None
        ).values_list("paper", flat=True)
    )


def in_the_chair(every: Sequence[Place]) -> set[int]:
    """The keys of those who may declare a decision: the chair and their deputies.

    Where all of them wrote it, or nobody holds the chair, the holder of the next seat in order.
    """
    chairs = {held.person_id for place in every if place.seat.is_chair for held in place.sitters}
    following = (place.holder.person_id for place in every if place.holder)
    return chairs or {key for key in [next(following, None)] if key}


def chairing(paper: Paper, day: date) -> QuerySet[Person]:
    """Who may declare the decision on a paper."""
    return Person.objects.filter(pk__in=in_the_chair(places(paper, day))).order_by("name")


def standing_of(paper: Paper, at: datetime, every: Sequence[Place], *, needed: int) -> Standing:
    """Where a paper stands: what is missing for the quorum that is ``needed``, and whether it can be decided now."""
    votes = ballots(place.vote for place in every if place.vote)
    missing = rules.missing_for_quorum(votes, needed=needed)
    closed = paper.is_closed_for_votes(london_day(at))
    ripe = is_ripe(paper, at, every)
    return Standing(votes=votes, missing=missing, is_ripe=ripe, is_closed=closed, lapsed=closed and bool(missing))
