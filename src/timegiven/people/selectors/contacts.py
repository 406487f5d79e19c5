"""What can be asked about whom to ring in an emergency."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Min, Q, QuerySet

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


def contacts_due(day: date) -> Iterator[tuple[Person, date]]:
    """The volunteers who named somebody to ring and looked at it long ago, with the day from which to ask."""
    kept = EmergencyContact.objects.filter(person__volunteer__status__in=_STILL_HERE)
    oldest = kept.values("person").annotate(checked_on=Min("confirmed_on"))
    months = CONTACT_CHECK_MONTHS.on(day)
    late = {row["person"]: row["checked_on"] for row in oldest.filter(checked_on__lte=add_months(day, -months))}
    for person in Person.objects.filter(pk__in=late).order_by("pk"):
        yield person, add_months(late[person.pk], months)
