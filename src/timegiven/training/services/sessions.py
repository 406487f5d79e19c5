"""Set up a session of a course, change it, or call it off; those who have a place are told."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person
from timegiven.programme.models import Unit
from timegiven.training import access, rules, selectors
from timegiven.training.models import Booking, Course, Material, Session
from timegiven.training.services.waiting import locked, move_up


@transaction.atomic
def set_up(
    course: Course, *, unit: Unit, materials: Sequence[tuple[str, str]], by: Person, at: datetime, **facts: Any
) -> Session:
    """Open a session that volunteers can book (``facts``: when, where, trainer, places, how to get in, for whom)."""
    access.keep_session.require(by, unit, london_day(at))
    rules.sessions.check_gives_sessions(delivery=course.delivery, is_offered=course.is_offered, course=course.title)
    rules.sessions.check_times(starts_at=facts["starts_at"], ends_at=facts["ends_at"], at=at)
    session = Session.objects.create(course=course, unit=unit, set_up_by=by, **facts)
    session.lifecycle.begin(session, by=by, at=at)
    _keep_materials(session, materials)
    audit.record("set up a session", of=session, by=by, at=at)
    return session


def _keep_materials(session: Session, materials: Sequence[tuple[str, str]]) -> None:
    session.materials.all().delete()
    Material.objects.bulk_create(
        Material(session=session, position=position, title=title, url=url)
        for position, (title, url) in enumerate(materials, start=1)
    )


@transaction.atomic
def change(
    session: Session, *, materials: Sequence[tuple[str, str]], by: Person, at: datetime, **facts: Any
) -> Session:
    """Change when, where or for how many; whoever has a place gets a letter when they would come to the wrong door."""
    access.keep_session.require(by, session.unit, london_day(at))
    session = locked(session)
    rules.sessions.check_still_open(status=session.status, label=session.get_status_display())
    rules.sessions.check_times(starts_at=facts["starts_at"], ends_at=facts["ends_at"], at=at)
    holders = list(_of(session, Booking.Status.BOOKED))
    rules.sessions.check_places(places=facts["places"], booked=len(holders))
    is_elsewhere = any(getattr(session, name) != facts[name] for name in ("starts_at", "ends_at", "venue"))
    for name, value in facts.items():
        setattr(session, name, value)
    session.save()
    _keep_materials(session, materials)
    session.steps.create(status=session.status, by=by, at=at, why="Changed")
    audit.record("changed a session", of=session, by=by, at=at)
    if is_elsewhere:
        letters.overtake(holders, why="The course is at another time or place", at=at)
        _tell(holders, "training/changed", session, at)
        Booking.objects.filter(pk__in=[each.pk for each in holders]).update(is_reminded=False)
    move_up(session, by=by, at=at)
    return session


@transaction.atomic
def call_off(session: Session, *, why: str, by: Person, at: datetime) -> int:
    """Call a session off and tell everybody who has a place or waits for one; return how many."""
    access.keep_session.require(by, session.unit, london_day(at))
    session = locked(session)
    session.lifecycle.move(session, Session.Status.CALLED_OFF, by=by, at=at, why=why)
    theirs = list(_of(session, *Booking.LIVE))
    for booking in theirs:
        booking.lifecycle.move(booking, Booking.Status.OFF, by=by, at=at)
    letters.overtake(theirs, why=f"Called off: {why}", at=at)
    _tell(theirs, "training/called_off", session, at, why=why)
    audit.record("called off a session", of=session, by=by, at=at, why=why)
    return len(theirs)


def _of(session: Session, *statuses: str) -> Any:
    found = Booking.objects.filter(session=session, status__in=statuses)
    return found.select_related("volunteer__person", "session__course").order_by("pk")


def _tell(bookings: Sequence[Booking], template: str, session: Session, at: datetime, why: str = "") -> None:
    for booking in bookings:
        booking.session = session
        calendar = selectors.ics(booking, at=at)
        letters.write(
            template,
            to=booking.volunteer.person,
            at=at,
            calendar=calendar,
            session=session,
            booking=booking,
            course=session.course,
            why=why,
            about=[booking],
            until_at=session.starts_at,
        )
