"""Decide on claims: approve, ask, refuse; and send a payment that came back to Finance again."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from timegiven.attendance.models import SessionReport
from timegiven.audit import services as audit
from timegiven.expenses import access, rules, selectors
from timegiven.expenses.models import Claim, Line
from timegiven.expenses.services.keeping import hold_claim, sum_up
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person

Status = Claim.Status


@transaction.atomic
def approve(claim: Claim, *, by: Person, at: datetime, keeping: Collection[str] | None = None, why: str = "") -> None:
    """Agree to pay a claim back, wholly or without some of its costs.

    Above the policy's amount it goes to the Central Team for a second look first; there this same verb ends it.
    ``keeping`` names the costs that are paid back; None keeps all.
    """
    day = london_day(at)
    _may_decide(claim, by=by, at=at)
    if Claim.lifecycle.allows(claim.status, Status.APPROVED):  # where it is not, the move below says so
        _check_session(claim, claim.report)
    else:
        keeping = None
    left = _leave_out(claim, keeping, why)
    pence = sum_up(claim)
    is_second = claim.status == Status.SECOND
    large = not is_second and rules.needs_second_look(pence=pence, above=selectors.second_above(claim, day))
    said = f"Without: {', '.join(left)}. {why}" if left else ""
    _move(claim, Status.SECOND if large else Status.APPROVED, by=by, at=at, why=said)
    if not large:
        letters.write("expenses/approved", to=claim.volunteer.person, at=at, claim=claim)


def _may_decide(claim: Claim, *, by: Person, at: datetime) -> None:
    """Whether this person may, as the claim stands now: it may have been typed in anew, or signed, meanwhile."""
    now = hold_claim(claim)
    if claim.status == Status.SECOND:
        access.look_again.require(by, now, london_day(at))
        return
    rules.check_other_eyes(is_needed=now.needs_other_eyes(by), name=now.volunteer.person.name)
    access.decide.require(by, now, london_day(at))


def _check_session(claim: Claim, claimed: SessionReport | None) -> None:
    """A report that was corrected since may be too short for a meal now, or have been taken back."""
    if claimed is None:
        return
    report = selectors.newest(claimed)
    rules.check_standing(is_void=report.voided_at is not None)
    if claim.lines.filter(kind=Line.Kind.MEAL, is_counted=True).exists():
        rules.check_long_enough(minutes=report.minutes, needed=selectors.meal_policy(claimed)[1], of=report.person.name)


def _leave_out(claim: Claim, keeping: Collection[str] | None, why: str) -> list[str]:
    """Set the costs that were not ticked aside, with the reason; return what they were."""
    if keeping is None:
        return []
    counted = list(claim.lines.filter(is_counted=True).order_by("pk"))
    left = [line for line in counted if line.reference not in keeping]
    rules.check_left_out(left=len(left), kept=len(counted) - len(left), why=why)
    claim.lines.filter(pk__in=[line.pk for line in left]).update(is_counted=False, left_out_why=why[:200])
    return [line.get_kind_display().lower() for line in left]


@transaction.atomic
def ask(claim: Claim, *, question: str, by: Person, at: datetime) -> None:
    """Send a claim back to the volunteer with a question; nothing on it is lost."""
    _may_decide(claim, by=by, at=at)
    _move(claim, Status.RETURNED, by=by, at=at, why=question)
    letters.write("expenses/returned", to=claim.volunteer.person, at=at, claim=claim)


@transaction.atomic
def refuse(claim: Claim, *, reason: str, by: Person, at: datetime) -> None:
    """Do not pay a claim back, and say why."""
    _may_decide(claim, by=by, at=at)
    _move(claim, Status.REFUSED, by=by, at=at, why=reason)
    claim.lines.update(is_counted=False)
    sum_up(claim)
    letters.write("expenses/refused", to=claim.volunteer.person, at=at, claim=claim)


@transaction.atomic
def look_again(*, at: datetime) -> int:
    """Bring back what was approved before its session was taken back, or became too short for its meal."""
    back = 0
    for each in selectors.approved_before_a_change():
        claim = hold_claim(each)
        if claim.status == Status.APPROVED and not _stands(claim):
            _move(claim, Status.SUBMITTED, by=None, at=at, why="Its session was changed after this was approved.")
            back += 1
    return back


def _stands(claim: Claim) -> bool:
    try:
        _check_session(claim, claim.report)
    except NotAllowed:
        return False
    return True


@transaction.atomic
def put_right(claim: Claim, *, what: str, by: Person, at: datetime) -> None:
    """Send a payment that came back to Finance again, once the volunteer's details are right."""
    access.put_right.require(by, claim, london_day(at))
    _move(claim, Status.APPROVED, by=by, at=at, why=what)


def _move(claim: Claim, to: str, *, by: Person | None, at: datetime, why: str = "") -> None:
    """One move of a claim and its record."""
    Claim.lifecycle.move(claim, to, by=by, at=at, why=why)
    Claim.objects.filter(pk=claim.pk).update(decided_by=by, answer=why[:500])
    claim.decided_by, claim.answer = by, why[:500]
    audit.record(f"claim {to.lower()}", of=claim, by=by, at=at, about=claim.volunteer.person)
