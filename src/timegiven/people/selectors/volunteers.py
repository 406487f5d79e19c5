"""What can be asked of people and volunteers."""

from datetime import date

from django.db.models import Q, QuerySet

from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.people.selectors.appointments import scope

Role = Appointment.Role


def person(reference: str) -> Person:
    return Person.objects.get(reference=reference)


def known(reference: str) -> Person | None:
    """The person of this reference, or None for a letter to somebody who is no person of ours."""
    return Person.objects.filter(reference=reference).first() if reference else None


def volunteers_seen_by(viewer: Person, day: date) -> QuerySet[Volunteer]:
    """The volunteers whose record this person may open: their own, their borough's, or all for the Central Team.

    A unit manager reaches their own volunteers through placements, not here.
    """
    roles = (Role.MVPM, Role.CENTRAL_TEAM, Role.AUDITOR)
    return Volunteer.objects.filter(Q(person=viewer) | scope(viewer, roles, day, on="borough")).select_related(
        "person", "borough", "strand"
    )


def volunteer_of(person: Person) -> Volunteer | None:
    return Volunteer.objects.filter(person=person).select_related("borough", "strand").first()
