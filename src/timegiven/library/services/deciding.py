"""Record what a member of the Steering Group says; the last needed word approves, one return sends back."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library import access, rules, selectors
from timegiven.library.models import ProfileVersion, View
from timegiven.library.policies import QUORUM
from timegiven.library.services.holding import held
from timegiven.people import selectors as people
from timegiven.people.models import Person

Status = ProfileVersion.Status
APPROVE, RETURN = View.Answer.APPROVE, View.Answer.RETURN
NOT_RECORDED = "We have not recorded your view"


@transaction.atomic
def decide(version: ProfileVersion, *, answer: str, reason: str = "", round: int, by: Person, at: datetime) -> None:
    """Give one's view on a profile that is with the group. One return sends it back with its points at once; it is
    approved with the view that completes the quorum, the staff side in it (clauses 52, 62, 63).

    ``round`` is the one whose paper the member has read. The version's row is held, so of two members who speak at
    once the second counts the view of the first, and the profile is approved once.
    """
    day = london_day(at)
    access.decide.require(by, version, day)
    row = held(version, instead=NOT_RECORDED, status=Status.SUBMITTED)
    _record(row, answer=answer, reason=reason.strip(), round_read=round, by=by, at=at)
    if answer == RETURN:
        _send_back(row, reason=reason.strip(), by=by, at=at)
    elif _is_carried(row, round, day):
        _approve(row, by=by, at=at)
    version.refresh_from_db(fields=["status"])


def _record(version: ProfileVersion, *, answer: str, reason: str, round_read: int, by: Person, at: datetime) -> None:
    current = selectors.round_of(version)
    has_spoken = selectors.view_of(by, version, current) is not None
    is_return = answer == RETURN
    rules.check_decision(
        has_spoken=has_spoken, is_return=is_return, reason=reason, round=current, round_read=round_read
    )
    try:
        with transaction.atomic():
            View.objects.create(
                version=version,
                round=current,
                member=by,
                seat=selectors.seat_of(by, london_day(at)),
                answer=answer,
                reason=reason,
                at=at,
            )
    except IntegrityError:  # the table lets one view in, whatever the page did
        rules.check_decision(has_spoken=True, is_return=False, reason="", round=current, round_read=current)
    audit.record("said " + View.Answer(answer).label.lower(), of=version, by=by, at=at)


def _seats(version: ProfileVersion, round: int) -> tuple[list[str], int]:
    views = list(selectors.views_in_round(version, round))
    return [view.seat for view in views if view.answer == APPROVE], sum(view.answer == RETURN for view in views)


def _is_carried(version: ProfileVersion, round: int, day: date) -> bool:
    seats, returned = _seats(version, round)
    return rules.approves(seats, needed=QUORUM.on(day), returned=returned)


def _approve(version: ProfileVersion, *, by: Person, at: datetime) -> None:
    day = london_day(at)
    seats, returned = _seats(version, selectors.round_of(version))
    rules.check_quorum(seats, needed=QUORUM.on(day), returned=returned)
    older = ProfileVersion.objects.filter(profile=version.profile, status=Status.APPROVED).first()
    if older:
        ProfileVersion.objects.filter(pk=older.pk).update(ended_on=day)
        ProfileVersion.lifecycle.move(older, Status.SUPERSEDED, by=by, at=at, why=f"Version {version.number} approved")
    ProfileVersion.objects.filter(pk=version.pk).update(approved_on=day)
    ProfileVersion.lifecycle.move(version, Status.APPROVED, by=by, at=at, why="The quorum has approved it")
    audit.record("approved", of=version, by=by, at=at)
    _tell("library/approved", version, at=at)


def _send_back(version: ProfileVersion, *, reason: str, by: Person, at: datetime) -> None:
    ProfileVersion.lifecycle.move(version, Status.RETURNED, by=by, at=at, why=reason)
    audit.record("returned", of=version, by=by, at=at)
    _tell("library/returned", version, at=at)


def _tell(letter: str, version: ProfileVersion, *, at: datetime) -> None:
    mvpm = people.mvpm_of(version.profile.unit, london_day(at))
    for person in {each for each in (mvpm, version.profile.proposed_by) if each}:
        letters.write(letter, to=person, at=at, version=version)
