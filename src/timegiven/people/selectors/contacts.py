"""What can be asked about whom to ring in an emergency."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet

from timegiven.kernel.time import add_months
from timegiven.people.models import Appointment, EmergencyContact, Person, Volunteer
from timegiven.people.policies import CONTACT_CHECK_MONTHS
from timegiven.people.selectors.appointments import scope

Role = Appointment.Role
_STILL_HERE = (Volunteer.Status.ACTIVE, Volunteer.Status.PAUSED)


def emergency_contacts(person: Person) -> list[EmergencyContact]:
    """Whom to ring if this person is hurt: whom to ring first stands first."""
    return list(EmergencyContact.objects.filter(person=person).order_by("position"))


def check_due_on(contacts: Sequence[EmergencyContact], day: date) -> date:
    """The day from which the person is asked whether the contacts are still right (clause 109)."""
    return add_months(min(each.confirmed_on for each in contacts), CONTACT_CHECK_MONTHS.on(day))


def volunteers_to_ring_for(viewer: Person, day: date, typed: str = "") -> QuerySet[Volunteer]:
    """The volunteers whose contact this person may look up, by part of a name or by reference."""
    roles = (Role.MVPM, Role.HR, Role.CONTROL_ROOM)
    found = Volunteer.objects.filter(scope(viewer, roles, day, on="borough"), status__in=_STILL_HERE)
    named = Q()
    for word in typed.split():
        named &= Q(person__name__icontains=word) | Q(person__known_as__icontains=word)
    if typed:
        reference = typed.strip().upper()
        found = found.filter(named | Q(reference=reference) | Q(person__reference=reference))
    return found.select_related("person", "borough").order_by("person__name", "pk")


def volunteers_helped_by(viewer: Person, day: date) -> QuerySet[Volunteer]:
    """The volunteers whose details this person keeps for them: those of the MVP Manager's borough."""
    return Volunteer.objects.filter(scope(viewer, [Role.MVPM], day, on="borough")).select_related("person", "borough")
