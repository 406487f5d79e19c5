"""How a clearance ends: warned of in time, by itself on its day, or taken back."""

from datetime import date, datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.joining import rules, selectors
from timegiven.joining.models import Clearance, ClearanceNotice, Declaration, Pass, Review
from timegiven.joining.policies import CLEARANCE_WARNING_DAYS
from timegiven.joining.services import passes
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people import selectors as people
from timegiven.people.models import Person

Ended = Clearance.Ended


def warn_of_ends(at: datetime) -> int:
    """Tell holders 60, 30 and 7 days before their clearance ends, once each; return how many letters were written."""
    day = london_day(at)
    warnings = CLEARANCE_WARNING_DAYS.on(day)
    written = 0
    for clearance in selectors.clearances_to_warn_of(day):
        until_on = clearance.until_on or day
        due = rules.due_notice(until_on, day=day, warnings=warnings)
        given = {(each.until_on, each.days_before) for each in clearance.notices.all()}
        if due is not None and (until_on, due) not in given:
            written += _warn(clearance, until_on, due, at=at)
    return written


@transaction.atomic
def _warn(clearance: Clearance, until_on: date, days_before: int, *, at: datetime) -> int:
    _, is_new = ClearanceNotice.objects.get_or_create(
        clearance=clearance, until_on=until_on, days_before=days_before, defaults={"at": at}
    )
    if is_new:
        letters.write(
            "joining/clearance_ends",
            to=clearance.person,
            at=at,
            until_on=until_on,
            lower_until=selectors.lower_until(clearance),
            ask=_ask(clearance.person, at),
        )
    return int(is_new)


def _ask(person: Person, at: datetime) -> str:
    volunteer = people.volunteer_of(person)
    if volunteer is None:
        return "the volunteer office"
    return selectors.whom_to_ask(volunteer.borough, london_day(at), besides=person)


def end_clearances_over(at: datetime) -> int:
    """Note every clearance whose time is over, so that none is kept longer than it holds; return how many."""
    over = list(selectors.clearances_over(london_day(at))[:500])
    for clearance in over:
        _note_end(clearance, at=at)
    return len(over)


@transaction.atomic
def _note_end(clearance: Clearance, *, at: datetime) -> None:
    if close(clearance, Ended.EXPIRED, by=None, at=at):
        audit.record("ended by itself", of=clearance, by=None, at=at, about=clearance.person)


def close(clearance: Clearance, why: str, *, by: Person | None, at: datetime) -> bool:
    """Write down when and how a clearance ended, once; nobody looks at it again, or is asked to.

    What was declared before one that runs out is still read, for the clearance that may follow it.
    """
    is_first = Clearance.objects.filter(pk=clearance.pk, ended="").update(ended=why, ended_at=at)
    looks = Review.objects.filter(clearance=clearance.pk, status=Review.Status.OPEN)
    for look in looks.filter(occasion=Review.Occasion.ANNUAL) if why == Ended.EXPIRED else looks:
        Review.lifecycle.move(look, Review.Status.ENDED, by=by, at=at)
        Declaration.objects.filter(review=look).update(convictions="", finance="")
    return bool(is_first)


@transaction.atomic
def take_back(clearance: Clearance, *, by: Person, at: datetime) -> None:
    """End a clearance from today and ask for the pass back; the holder is told, and the unit is not told why."""
    day, person = london_day(at), clearance.person
    Clearance.objects.filter(pk=clearance.pk).update(until_on=max(day, clearance.from_on))
    close(clearance, Ended.TAKEN_BACK, by=by, at=at)
    audit.record("took back", of=clearance, by=by, at=at, about=person)
    letters.write("joining/clearance_ended", to=person, at=at, ask=_ask(person, at))
    if selectors.clearance_of(person, day) is None:
        for held in Pass.objects.filter(person=person, status=Pass.Status.ISSUED).select_related("person", "borough"):
            passes.recall(held, by=by, at=at)
