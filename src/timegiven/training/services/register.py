"""Close the register of a session: who came has completed the course."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.hours import services as hours
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.kernel.words import short_day
from timegiven.people.models import Person
from timegiven.training import access, rules
from timegiven.training.models import Booking, Completion, Session
from timegiven.training.services.recording import Done, complete_all
from timegiven.training.services.waiting import locked


@transaction.atomic
def close_register(
    session: Session, *, came: Collection[str], minutes: int, by: Person, at: datetime
) -> list[Completion]:
    """Note who came (references of bookings): they have the course on record, its time in their month, and a letter.

    All or nothing: when one person's month has no room, nothing is kept. Nobody who was away is asked why.
    """
    access.keep_session.require(by, session.unit, london_day(at))
    session = locked(session)
    rules.sessions.check_still_open(status=session.status, label=session.get_status_display())
    rules.sessions.check_begun(starts_at=session.starts_at, at=at, on=session.on)
    session.lifecycle.move(session, Session.Status.HELD, by=by, at=at)
    bookings = _live(session)
    here = [each for each in bookings if each.reference in came and each.status == Booking.Status.BOOKED]
    for booking in bookings:
        booking.lifecycle.move(booking, _outcome(booking, is_here=booking in here), by=by, at=at)
    done = _complete(here, session, minutes, by=by, at=at)
    audit.record("closed a register", of=session, by=by, at=at)
    return done


def _live(session: Session) -> list[Booking]:
    """By person, so that two registers closed at once take the months of those they share in one order."""
    live = Booking.objects.filter(session=session, status__in=Booking.LIVE)
    kept = live.select_related("volunteer__person", "volunteer__borough", "volunteer__strand", "version", "request")
    return list(kept.order_by("volunteer__person", "pk"))


def _outcome(booking: Booking, *, is_here: bool) -> str:
    if booking.status == Booking.Status.WAITING:
        return Booking.Status.FULL
    return Booking.Status.CAME if is_here else Booking.Status.AWAY


def _complete(here: list[Booking], session: Session, minutes: int, *, by: Person, at: datetime) -> list[Completion]:
    people = [each.volunteer.person for each in here]
    known = Completion.objects.filter(person__in=people, course=session.course, on=session.on)
    if twice := known.select_related("person").order_by("person__name").first():
        raise NotAllowed(
            f"We have not closed the register: “{session.course.title}” on that day is on the record of "
            f"{twice.person.name} already.",
            next_step=f"Take the tick away beside {twice.person.name} and close the register again.",
        )
    evidence = f"Register of {short_day(session.starts_at)}, {session.venue}; trainer: {session.trainer}"[:200]
    rows = [(each.volunteer, _done(each, session, minutes, evidence)) for each in here]
    try:
        return complete_all(rows, by=by, at=at)
    except hours.Refusals as refusal:
        name = people[min(refusal.by_place)].name
        raise NotAllowed(
            f"We have not closed the register. {refusal.reason}",
            next_step=f"Take the tick away beside {name} and close the register. Then speak to the Borough MVP "
            "Manager, who can record a shorter time, or the course in another month.",
            ask=refusal.ask,
        ) from None


def _done(booking: Booking, session: Session, minutes: int, evidence: str) -> Done:
    because = booking.request.because if booking.request else ""
    return Done(session.course, session.on, minutes, booking.version, because, evidence)
