"""A volunteer's places on courses: what is booked, what stands in the way of another, and whom to remind."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Q, QuerySet

from timegiven.hours import selectors as hours
from timegiven.kernel.time import london_day, month_of
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.people.selectors import scope
from timegiven.training.models import Booking, Completion, Course, CourseRequest, Session
from timegiven.training.selectors.needing import in_date

Role = Appointment.Role


def bookings_of(volunteer: Volunteer) -> QuerySet[Booking]:
    return Booking.objects.filter(volunteer=volunteer).select_related("session__course", "session__unit")


def live_bookings_of(volunteer: Volunteer) -> QuerySet[Booking]:
    """Places and turns on a waiting list that are still to come, the next one first."""
    live = bookings_of(volunteer).filter(status__in=Booking.LIVE, session__status=Session.Status.OPEN)
    return live.order_by("session__starts_at", "pk")


def bookings_seen_by(viewer: Person, day: date) -> QuerySet[Booking]:
    """One's own places, and those on the sessions or of the volunteers that one looks after."""
    keepers = (Role.TRAINING, Role.MVPM)
    reach = Q(volunteer__person=viewer) | scope(viewer, keepers, day, on="session__unit")
    found = Booking.objects.filter(reach | scope(viewer, keepers, day, on="volunteer__borough"))
    return found.select_related("session__course", "session__unit", "volunteer__person", "volunteer__borough")


def minutes_booked(volunteer: Volunteer, on: date, *, but: Session | None = None) -> int:
    """The minutes of the places that a volunteer has booked in the month of a day and that are still to be held."""
    booked = live_bookings_of(volunteer).filter(status=Booking.Status.BOOKED)
    months = [each.session for each in booked if month_of(each.session.on) == month_of(on)]
    return sum(each.minutes for each in months if each != but)


def room(volunteer: Volunteer, session: Session) -> dict[str, int]:
    """What the month's cap is measured by: minutes given, booked, and of this session."""
    return {
        "given": hours.given_in(volunteer.person, session.on),
        "booked": minutes_booked(volunteer, session.on, but=session),
        "more": session.minutes,
        "cap": hours.cap_for(volunteer.person, session.on, volunteer.strand),
    }


def has_room(volunteer: Volunteer, session: Session) -> bool:
    """Whether the month of a session has room for it beside what is given and booked."""
    found = room(volunteer, session)
    return found["given"] + found["booked"] + found["more"] <= found["cap"]


def clashes(volunteer: Volunteer, session: Session) -> list[str]:
    """The courses on which a volunteer has a place at the same time."""
    at_once = places_between([volunteer.person_id], session.starts_at, session.ends_at)
    return [each.session.course.title for each in at_once.exclude(session=session)]


def comes_first(volunteer: Volunteer, session: Session) -> list[str]:
    """The courses that come first and are neither in date on the day nor booked for before it."""
    wanted = Course.objects.filter(pk__in=session.course.prerequisites.values("first"))
    done = in_date(session.on).filter(person=volunteer.person_id).values("course")
    before = live_bookings_of(volunteer).filter(status=Booking.Status.BOOKED, session__ends_at__lte=session.starts_at)
    left = wanted.exclude(pk__in=done).exclude(pk__in=before.values("session__course"))
    return list(left.order_by("title").values_list("title", flat=True))


def best(person: Person, course: Course, day: date) -> Completion | None:
    """The completion of a course that is good on a day for longest."""
    good = in_date(day).filter(person=person, course=course)
    return good.filter(expires_on=None).first() or good.order_by("-expires_on").first()


def agreed_request(volunteer: Volunteer, course: Course) -> CourseRequest | None:
    """The request for a course beyond the role that the MVP Manager has agreed to."""
    agreed = CourseRequest.objects.filter(volunteer=volunteer, course=course, status=CourseRequest.Status.AGREED)
    return agreed.first()


def to_remind(at: datetime, *, days: int) -> QuerySet[Booking]:
    """The places on sessions of the next days of which nobody has been reminded."""
    last = date.fromordinal(london_day(at).toordinal() + days)
    return (
        Booking.objects.filter(status=Booking.Status.BOOKED, is_reminded=False, session__status=Session.Status.OPEN)
        .filter(session__starts_at__gt=at, session__starts_at__date__lte=last)
        .select_related("session__course", "session__unit", "volunteer__person")
        .order_by("pk")
    )


def places_between(people: Iterable[int], first: datetime, last: datetime) -> QuerySet[Booking]:
    """The booked places of these people (by id) on sessions that touch this time, the next one first."""
    booked = Booking.objects.filter(status=Booking.Status.BOOKED, session__status=Session.Status.OPEN)
    return (
        booked.filter(volunteer__person__in=list(people), session__ends_at__gt=first, session__starts_at__lt=last)
        .select_related("session__course", "volunteer")
        .order_by("session__starts_at", "pk")
    )


def turn_of(booking: Booking) -> int:
    """Which turn somebody has on the waiting list, the first being 1."""
    earlier = Q(asked_at__lt=booking.asked_at) | Q(asked_at=booking.asked_at, pk__lt=booking.pk)
    waiting = Booking.objects.filter(earlier, session=booking.session_id, status=Booking.Status.WAITING)
    return waiting.count() + 1
