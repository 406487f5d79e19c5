"""Sessions of a course: which there are, how full they are, and who may open them."""

from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Value
from django.db.models.functions import StrIndex

from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.people.selectors import scope
from timegiven.programme.models import Unit
from timegiven.training.models import Booking, Course, Session

Role = Appointment.Role
KEEPERS = (Role.TRAINING, Role.MVPM)
READERS = (*KEEPERS, Role.CENTRAL_TEAM, Role.AUDITOR)
_BOOKED, _WAITING = Q(bookings__status="BOOKED"), Q(bookings__status="WAITING")


def with_numbers(found: QuerySet[Session]) -> QuerySet[Any]:
    """The sessions with how many have a place, wait for one, came, and how many places are free."""
    return (
        found.select_related("course", "unit")
        .annotate(
            booked=Count("bookings", filter=_BOOKED),
            waiting=Count("bookings", filter=_WAITING),
            came=Count("bookings", filter=Q(bookings__status="CAME")),
        )
        .annotate(free=F("places") - F("booked"))
    )


def sessions_seen_by(viewer: Person, day: date) -> QuerySet[Any]:
    """The sessions that this person keeps or may look at, with their numbers."""
    return with_numbers(Session.objects.filter(scope(viewer, READERS, day, on="unit")))


def to_come(found: QuerySet[Session], at: datetime) -> QuerySet[Session]:
    """Those that are still to come, the next one first."""
    return found.filter(status=Session.Status.OPEN, ends_at__gt=at).order_by("starts_at", "pk")


def with_people_waiting(found: QuerySet[Any], at: datetime) -> QuerySet[Any]:
    """Those to come for which somebody waits, the next one first."""
    return found.filter(status=Session.Status.OPEN, ends_at__gt=at, waiting__gt=0).order_by("starts_at", "pk")


def registers_to_close(found: QuerySet[Session], at: datetime) -> QuerySet[Session]:
    """Those that have ended and whose register is still open, the oldest first."""
    return found.filter(status=Session.Status.OPEN, ends_at__lte=at).order_by("starts_at", "pk")


def past(found: QuerySet[Session]) -> QuerySet[Session]:
    """Those that were held or called off, the newest first."""
    return found.exclude(status=Session.Status.OPEN).order_by("-starts_at", "-pk")


def within_reach(borough: Unit) -> QuerySet[Session]:
    """The sessions that volunteers of a borough may come to: its own, the force's, and those open to all."""
    above = Session.objects.annotate(starts=StrIndex(Value(borough.path), F("unit__path"))).filter(starts=1)
    return Session.objects.filter(Q(is_for_all=True) | Q(pk__in=above.values("pk")))


def sessions_to_book(volunteer: Volunteer, at: datetime, course: Course | None = None) -> QuerySet[Any]:
    """What is still to come within a volunteer's reach, with how full it is."""
    found = within_reach(volunteer.borough)
    if course is not None:
        found = found.filter(course=course)
    return with_numbers(to_come(found, at)).filter(starts_at__gt=at)


def sessions_reached_by(volunteer: Volunteer) -> QuerySet[Any]:
    """Every session that a volunteer may look at, whatever has become of it."""
    return with_numbers(within_reach(volunteer.borough))


def names_on(session: Session) -> QuerySet[Booking]:
    """Everybody who has a place, came, or waits, in the order of the register."""
    shown = (Booking.Status.BOOKED, Booking.Status.WAITING, Booking.Status.CAME, Booking.Status.AWAY)
    return (
        Booking.objects.filter(session=session, status__in=shown)
        .select_related("volunteer__person", "volunteer__borough", "version__profile", "request")
        .order_by("volunteer__person__name", "pk")
    )


def waiting_on(session: Session) -> QuerySet[Booking]:
    """The waiting list, in the order in which people asked."""
    waiting = Booking.objects.filter(session=session, status=Booking.Status.WAITING)
    return waiting.select_related("volunteer__person", "volunteer__strand").order_by("asked_at", "pk")


def units_kept_by(viewer: Person, day: date) -> QuerySet[Unit]:
    """Where this person sets up sessions: the units of their own appointments."""
    held = [each.unit_id for each in viewer.appointments_on(day) if each.role in KEEPERS]
    return Unit.objects.filter(pk__in=held).order_by("name")
