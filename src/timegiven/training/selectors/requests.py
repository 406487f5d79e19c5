"""Courses beyond a role: what was asked for, and who decides."""

from datetime import date

from django.db.models import Q, QuerySet

from timegiven.people.models import Appointment, Person
from timegiven.people.selectors import scope
from timegiven.training.models import CourseRequest

Role = Appointment.Role
_READERS = (Role.MVPM, Role.TRAINING, Role.CENTRAL_TEAM, Role.AUDITOR)


def requests_seen_by(viewer: Person, day: date) -> QuerySet[CourseRequest]:
    """One's own requests, and those of the volunteers that one looks after; what waits first, the oldest on top."""
    reach = Q(volunteer__person=viewer) | scope(viewer, _READERS, day, on="volunteer__borough")
    found = CourseRequest.objects.filter(reach).select_related("volunteer__person", "volunteer__borough", "course")
    return found.order_by("asked_at", "pk")


def requests_to_decide(viewer: Person, day: date) -> QuerySet[CourseRequest]:
    """What waits for this MVP Manager."""
    mine = scope(viewer, (Role.MVPM,), day, on="volunteer__borough")
    return CourseRequest.objects.filter(mine, status=CourseRequest.Status.ASKED)


REQUEST_STATUSES = list(CourseRequest.Status.choices)
