"""Courses beyond a role: what was asked for, and who decides."""

from datetime import date

from django.db.models import Case, Q, QuerySet, When

from timegiven.people.models import Appointment, Person
from timegiven.people.selectors import runs_or_stands_in, scope
from timegiven.training.models import CourseRequest

Role = Appointment.Role
_READERS = (Role.MVPM, Role.TRAINING, Role.CENTRAL_TEAM, Role.AUDITOR)


def requests_seen_by(viewer: Person, day: date) -> QuerySet[CourseRequest]:
    """One's own requests, and those of the volunteers that one looks after; what waits first, the longest on top."""
    reach = Q(volunteer__person=viewer) | scope(viewer, _READERS, day, on="volunteer__borough")
    found = CourseRequest.objects.filter(reach).select_related("volunteer__person", "volunteer__borough", "course")
    is_over = Case(When(status=CourseRequest.Status.ASKED, then=0), default=1)
    waited_since = Case(When(status=CourseRequest.Status.ASKED, then="asked_at"))
    return found.order_by(is_over, waited_since, "-asked_at", "pk")


def requests_to_decide(viewer: Person, day: date) -> QuerySet[CourseRequest]:
    """What waits for this MVP Manager, never their own; for the Central Team what its only manager asks for."""
    mine = runs_or_stands_in(viewer, day, on="volunteer__borough", besides="volunteer__person")
    return CourseRequest.objects.filter(mine, status=CourseRequest.Status.ASKED).exclude(volunteer__person=viewer)


REQUEST_STATUSES = list(CourseRequest.Status.choices)
