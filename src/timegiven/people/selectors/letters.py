"""What can be asked about letters that go by post."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from timegiven.letters import selectors as letters
from timegiven.letters.models import Letter
from timegiven.people.models import Appointment, Person
from timegiven.people.selectors.appointments import appointments, units

Role = Appointment.Role


def letters_seen_by(viewer: Person, day: date, *, went: bool = False) -> QuerySet[Letter]:
    """The letters that wait to be posted: to a borough's volunteers and applicants, or all for the Central Team.

    With ``went`` those too that have been printed.
    """
    found = letters.by_post() if went else letters.on_paper()
    held = appointments(viewer, day)
    if any(each.role == Role.CENTRAL_TEAM for each in held):
        return found
    readers = Person.objects.filter(volunteer__borough__in=units(viewer, [Role.MVPM], day))
    own = [each.unit.reference for each in held if each.role == Role.MVPM]
    return found.filter(Q(recipient__in=readers.values("reference")) | Q(office__in=own))


def addresses(references: Iterable[str]) -> dict[str, str]:
    """Where people live, by reference."""
    return {person.reference: person.address for person in Person.objects.filter(reference__in=list(references))}
