"""What can be asked of people and their appointments."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from timegiven.people.models import Appointment, EmergencyContact, Person, Volunteer
from timegiven.programme.models import Unit

Role = Appointment.Role


def appointments(person: Person, day: date) -> list[Appointment]:
    """What a person is appointed to on a day; nothing for a stranger."""
    return person.appointments_on(day) if person.is_authenticated else []


def scope(person: Person, roles: Iterable[str], day: date, *, on: str) -> Q:
    """The condition that a unit named by the path ``on`` (e.g. "borough") lies where the person holds a role."""
    condition = Q(pk__in=[])
    for held in appointments(person, day):
        if held.role in set(roles):
            condition |= Q(**{f"{on}__path__startswith": held.unit.path})
    return condition


def holders(role: str, at: Unit, day: date) -> QuerySet[Person]:
    """The people who hold a role over a unit on a day."""
    above = [int(pk) for pk in at.path.strip("/").split("/")]
    return (
        Person.objects.filter(
            pk__in=Appointment.objects.on(day).filter(role=role, unit__in=above).values("person"), is_active=True
        )
    ).order_by("name")


def mvpm_of(borough: Unit, day: date) -> Person | None:
    """The Borough MVP Manager (clause 130), or None while the post is vacant."""
    return holders(Role.MVPM, borough, day).first()


def person(reference: str) -> Person:
    return Person.objects.get(reference=reference)


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


def emergency_contact(person: Person) -> EmergencyContact | None:
    return EmergencyContact.objects.filter(person=person).first()
