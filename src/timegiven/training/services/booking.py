"""Book a place on a session, or give it back: no reason is ever asked."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.hours import services as hours
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Person, Volunteer
from timegiven.training import access, rules, selectors
from timegiven.training.models import Booking, CourseRequest, Session
from timegiven.training.services.waiting import free, locked, move_up

GIVEN_BACK = "The place was given back"


@transaction.atomic
def book(
    session: Session, *, volunteer: Volunteer, version: ProfileVersion | None, by: Person, at: datetime
) -> Booking:
    """Give a volunteer a place on a session, or a turn on its waiting list when it is full.

    ``version`` is the role that needs the course; whoever calls for the volunteer has checked that it is theirs.
    """
    access.book_for.require(by, volunteer, london_day(at))
    # The person's month first, then the session: everybody who plans or reports time queues in this order.
    hours.hold(volunteer, on=session.on)
    session = locked(session)
    request = _check_may(session, volunteer, version, by=by, at=at)
    _check_can(session, volunteer)
    status = Booking.Status.BOOKED if free(session) > 0 else Booking.Status.WAITING
    if status == Booking.Status.BOOKED:
        rules.booking.check_room(**selectors.room(volunteer, session), on=session.on)
    booking = Booking.objects.create(
        session=session, volunteer=volunteer, version=version, request=request, status=status, asked_at=at
    )
    booking.lifecycle.begin(booking, by=by, at=at)
    audit.record("booked a course", of=booking, by=by, at=at, about=volunteer.person)
    _write(booking, at)
    return booking


def _check_may(
    session: Session, volunteer: Volunteer, version: ProfileVersion | None, *, by: Person, at: datetime
) -> CourseRequest | None:
    """The programme's side: the session is open to them, and the course is for their role or agreed to."""
    course = session.course
    rules.booking.check_open(status=session.status, ends_at=session.ends_at, at=at)
    has_left, is_own = volunteer.status == Volunteer.Status.LEFT, by == volunteer.person
    rules.booking.check_here(has_left=has_left, is_own=is_own, name=volunteer.person.name)
    within = session.is_for_all or volunteer.borough.path.startswith(session.unit.path)
    rules.booking.check_reach(is_within=within, unit=session.unit.name, is_own=is_own)
    is_needed = selectors.is_needed(course, version, volunteer, session.on)
    request = None if is_needed else selectors.agreed_request(volunteer, course)
    is_agreed = request is not None
    rules.booking.check_agreed(is_needed=is_needed, is_agreed=is_agreed, course=course.title, is_own=is_own)
    return request


def _check_can(session: Session, volunteer: Volunteer) -> None:
    """The person's side: not done already, not booked already, nothing else at that time, first things first."""
    course = session.course
    theirs = selectors.live_bookings_of(volunteer).filter(session__course=course).first()
    if theirs is not None:
        is_waiting = theirs.status == Booking.Status.WAITING
        rules.booking.check_once(has_one=True, is_waiting=is_waiting, session_on=theirs.session.on)
    best = selectors.best(volunteer.person, course, session.on)
    rules.booking.check_due(
        is_done=best is not None,
        good_until=best.expires_on if best else None,
        on=session.on,
        ahead=max(selectors.notice_days(session.on), default=0),
        course=course.title,
    )
    rules.booking.check_prerequisites(selectors.comes_first(volunteer, session), course=course.title)
    rules.booking.check_no_clash(selectors.clashes(volunteer, session))


def _write(booking: Booking, at: datetime) -> None:
    is_booked = booking.status == Booking.Status.BOOKED
    letters.write(
        "training/booked" if is_booked else "training/waiting",
        to=booking.volunteer.person,
        at=at,
        calendar=selectors.ics(booking, at=at) if is_booked else "",
        about=[booking],
        until_at=booking.session.starts_at,
        booking=booking,
        session=booking.session,
        course=booking.session.course,
    )


@transaction.atomic
def give_back(booking: Booking, *, by: Person, at: datetime) -> None:
    """Give a place back, or a turn on the waiting list; whoever waits first moves up. Nobody is asked why."""
    access.give_back.require(by, booking, london_day(at))
    session = locked(booking.session)
    rules.sessions.check_still_open(status=session.status, label=session.get_status_display())
    had_place = booking.status == Booking.Status.BOOKED
    booking.lifecycle.move(booking, Booking.Status.GIVEN_BACK, by=by, at=at)
    booking.session = session
    letters.overtake([booking], why=GIVEN_BACK, at=at)
    audit.record("gave a place back", of=booking, by=by, at=at, about=booking.volunteer.person)
    calendar = selectors.ics(booking, at=at) if had_place else ""
    letters.write(
        "training/given_back",
        to=booking.volunteer.person,
        at=at,
        calendar=calendar,
        booking=booking,
        session=session,
        course=session.course,
        until_at=session.starts_at,
    )
    move_up(session, by=None, at=at)


@transaction.atomic
def give_back_all(volunteer: Volunteer, *, by: Person, at: datetime) -> int:
    """Give back every place of somebody who leaves; return how many there were. They get no letter for each."""
    theirs = list(selectors.live_bookings_of(volunteer))
    for booking in sorted(theirs, key=lambda each: each.session_id):
        session = locked(booking.session)
        booking.lifecycle.move(booking, Booking.Status.GIVEN_BACK, by=by, at=at)
        letters.overtake([booking], why=GIVEN_BACK, at=at)
        move_up(session, by=None, at=at)
    return len(theirs)
