"""Vote on a paper, and declare what the votes decide."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library import access, rules, selectors
from timegiven.library.models import Condition, Paper, ProfileVersion, Vote
from timegiven.library.policies import QUORUM
from timegiven.library.services.holding import held, held_paper, hold_role
from timegiven.library.services.submitting import check_in_order
from timegiven.people import selectors as people
from timegiven.people.models import Person

Status, Outcome = ProfileVersion.Status, Paper.Outcome


@transaction.atomic
def vote(paper: Paper, *, answer: str, reason: str = "", by: Person, at: datetime) -> Vote:
    """Vote from one's seat, or change one's vote, until the closing day is over (clauses 52, 62).

    A deputy votes while the holder has not, and the holder's vote takes the place of the deputy's.
    """
    day = london_day(at)
    access.decide.require(by, paper.version, day)
    paper = held_paper(paper)
    place, has_holder_voted = selectors.voting_seat(by, paper, day)
    closed_on = paper.closes_on if paper.is_closed_for_votes(day) else None
    rules.check_vote(is_decided=not paper.is_open, closed_on=closed_on, answer=answer, reason=reason)
    place = rules.check_seated(place, has_holder_voted=has_holder_voted)
    was = Vote.objects.filter(paper=paper, seat=place.seat).first()
    facts = {"member": by, "is_deputy": place.is_deputy, "answer": answer, "reason": reason.strip(), "at": at}
    given, _ = Vote.objects.update_or_create(paper=paper, seat=place.seat, defaults=facts)
    label = Vote.Answer(answer).label.lower()
    act = f"changed a vote from {was.get_answer_display().lower()} to {label}" if was else f"voted {label}"
    audit.record(act, of=paper, by=by, at=at, why=place.seat_called)
    return given


@transaction.atomic
def declare(
    paper: Paper,
    *,
    outcome: str,
    reason: str = "",
    conditions: Sequence[tuple[str, date]] = (),
    by: Person,
    at: datetime,
) -> None:
    """Declare what the group has decided: approved, perhaps with conditions, returned with points, or rejected.

    The role is held: of two who declare at once one is told that it is done, and a role that somebody retires
    meanwhile stays retired (clauses 52, 53, 56, 62, 63).
    """
    day = london_day(at)
    access.declare.require(by, paper, day)
    hold_role(paper.version)
    row = held(paper.version, instead=rules.NOT_DECLARED, status=Status.SUBMITTED)
    paper = held_paper(paper)
    _check(paper, outcome=outcome, reason=reason, at=at)
    rules.check_conditions(conditions, outcome=outcome, day=day)
    if outcome == Outcome.APPROVED:
        _check_still_in_order(paper, row, day)
        _approve(row, conditions=conditions, by=by, at=at)
    else:
        ProfileVersion.lifecycle.move(row, outcome, by=by, at=at, why=reason.strip())
    Paper.objects.filter(pk=paper.pk).update(outcome=outcome, reason=reason.strip(), decided_at=at, decided_by=by)
    audit.record(Outcome(outcome).label.split(" ")[0].lower(), of=row, by=by, at=at)
    _tell(f"library/{outcome.lower()}", row, at=at, paper=paper, conditions=conditions)


def _check(paper: Paper, *, outcome: str, reason: str, at: datetime) -> None:
    day = london_day(at)
    every = selectors.places(paper, day)
    rules.check_outcome(
        outcome,
        ballots=selectors.ballots(place.vote for place in every if place.vote),
        needed=QUORUM.on(day),
        objects=selectors.standing_objections(paper).exists(),
        is_ripe=selectors.is_ripe(paper, at, every),
        reason=reason,
    )


def _check_still_in_order(paper: Paper, version: ProfileVersion, day: date) -> None:
    check_in_order(version, day, instead=rules.NOT_DECLARED)
    rules.check_cover(selectors.cover_missing(version, day), what=rules.NOT_DECLARED)
    rules.check_unchanged(read=paper.digest, now=selectors.digests(version, day).whole)


def _approve(version: ProfileVersion, *, conditions: Sequence[tuple[str, date]], by: Person, at: datetime) -> None:
    day = london_day(at)
    older = ProfileVersion.objects.filter(profile=version.profile, status=Status.APPROVED).first()
    if older:
        ProfileVersion.objects.filter(pk=older.pk).update(ended_on=day)
        ProfileVersion.lifecycle.move(older, Status.SUPERSEDED, by=by, at=at, why=f"Version {version.number} approved")
    ProfileVersion.objects.filter(pk=version.pk).update(approved_on=day)
    why = "The quorum has approved it" + (", with conditions" if conditions else "")
    ProfileVersion.lifecycle.move(version, Status.APPROVED, by=by, at=at, why=why)
    Condition.objects.bulk_create(Condition(version=version, text=text, due_on=due_on) for text, due_on in conditions)


def _tell(letter: str, version: ProfileVersion, *, at: datetime, **context: Any) -> None:
    mvpm = people.mvpm_of(version.profile.unit, london_day(at))
    for person in {each for each in (mvpm, version.profile.proposed_by) if each}:
        letters.write(letter, to=person, at=at, version=version, **context)
