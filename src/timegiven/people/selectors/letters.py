"""What can be asked about letters that go by post."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from timegiven.letters import selectors as letters
from timegiven.letters.models import Letter
from timegiven.people.models import Appointment, Person
from timegiven.people.selectors.appointments import appointments, scope

Role = Appointment.Role


def letters_seen_by(viewer: Person, day: date) -> QuerySet[Letter]:
    """The letters that wait to be posted: those to a borough's volunteers, or all of them for the Central Team."""
    if any(held.role == Role.CENTRAL_TEAM for held in appointments(viewer, day)):
        return letters.on_paper()
    readers = Person.objects.filter(scope(viewer, [Role.MVPM], day, on="volunteer__borough"))
    return letters.on_paper().filter(recipient__in=readers.values("reference"))


def addresses(references: Iterable[str]) -> dict[str, str]:
    """Where people live, by reference."""
    return {person.reference: person.address for person in Person.objects.filter(reference__in=list(references))}
