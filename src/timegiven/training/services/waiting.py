"""The waiting list of a session: a place that comes free goes to whoever asked first and still can come."""

from datetime import datetime

from timegiven.letters import services as letters
from timegiven.people.models import Person, Volunteer
from timegiven.training import selectors
from timegiven.training.models import Booking, Session


def locked(session: Session) -> Session:
    """The session's row, locked until the transaction ends: of two who take the last place, one is second."""
    rows = Session.objects.select_for_update(of=("self",)).select_related("course", "unit")
    return rows.get(pk=session.pk)


def free(session: Session) -> int:
    """How many places are free; asked while the session is locked."""
    return session.places - Booking.objects.filter(session=session, status=Booking.Status.BOOKED).count()


def move_up(session: Session, *, by: Person | None, at: datetime) -> list[Booking]:
    """Give what is free on a locked session to those who wait, first come first served; each gets a letter.

    Somebody whose month has no room, or who is on another course then, keeps their turn for the next place.
    """
    if session.status != Session.Status.OPEN or session.starts_at <= at:
        return []
    places = free(session)
    moved: list[Booking] = []
    for booking in selectors.waiting_on(session) if places > 0 else ():
        if len(moved) < places and _can_come(booking.volunteer, session):
            booking.session = session
            booking.lifecycle.move(booking, Booking.Status.BOOKED, by=by, at=at)
            calendar = selectors.ics(booking, at=at)
            letters.overtake([booking], why="There is a place", at=at)
            letters.write(
                "training/moved_up",
                to=booking.volunteer.person,
                at=at,
                about=[booking],
                until_at=session.starts_at,
                calendar=calendar,
                session=session,
                booking=booking,
                course=session.course,
            )
            moved.append(booking)
    return moved


def _can_come(volunteer: Volunteer, session: Session) -> bool:
    stays = volunteer.status != Volunteer.Status.LEFT
    return stays and selectors.has_room(volunteer, session) and not selectors.clashes(volunteer, session)
