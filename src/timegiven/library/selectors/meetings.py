"""The meetings of the Steering Group, and the conditions of its approvals."""

from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from timegiven.library.models import Condition, Meeting, Presence, ProfileVersion
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person

Role = Appointment.Role
WATCH = (Role.STEERING_GROUP, Role.CENTRAL_TEAM, Role.AUDITOR)


def meetings_seen_by(person: Person, day: date) -> QuerySet[Meeting]:
    """The meetings, for those who sit there, the Central Team and auditors: they are about roles of every borough."""
    if not any(held.role in WATCH for held in people.appointments(person, day)):
        return Meeting.objects.none()
    return Meeting.objects.select_related("called_by").annotate(business=Count("papers"))


def meetings_planned(person: Person, day: date) -> QuerySet[Meeting]:
    """The meetings that have not been closed, the next one first."""
    return meetings_seen_by(person, day).filter(status=Meeting.Status.PLANNED).order_by("at")


def meetings_held(person: Person, day: date) -> QuerySet[Meeting]:
    """The meetings that are over, the last one first."""
    return meetings_seen_by(person, day).filter(status=Meeting.Status.CLOSED).order_by("-at")


def meetings_to_come(at: datetime) -> QuerySet[Meeting]:
    """The meetings on whose agenda a paper may still be put."""
    return Meeting.objects.filter(status=Meeting.Status.PLANNED, at__gt=at).order_by("at")


def presences_of(meeting: Meeting) -> QuerySet[Presence]:
    return meeting.presences.select_related("seat", "person").order_by("seat__position", "seat__name")


def conditions_of(version: ProfileVersion) -> QuerySet[Condition]:
    return version.conditions.select_related("met_by").order_by("due_on", "pk")


def conditions_due(person: Person, day: date) -> QuerySet[Condition]:
    """The conditions that are not met yet, of roles in force that this person runs or watches, the first due first."""
    where = people.scope(person, (Role.MVPM, Role.UNIT_MANAGER), day, on="version__profile__unit")
    if any(held.role in WATCH for held in people.appointments(person, day)):
        where = Q()
    open_ones = Condition.objects.filter(where, met_on=None, version__status=ProfileVersion.Status.APPROVED)
    return open_ones.select_related("version__profile__unit__borough").order_by("due_on", "pk")
