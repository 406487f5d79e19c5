"""What can be asked about leaving."""

from datetime import date

from django.db.models import QuerySet

from timegiven.concerns.models import Leaving
from timegiven.people import selectors as people
from timegiven.people.models import Person, Volunteer


def those_who_may_leave(person: Person, day: date) -> QuerySet[Volunteer]:
    """The volunteers, still volunteering, whose record this person sees: oneself, or those of one's borough."""
    return people.volunteers_seen_by(person, day).exclude(status=Volunteer.Status.LEFT)


def has_left(person: Person, reference: str) -> bool:
    """Whether this is the person's own record, and they have left."""
    return Volunteer.objects.filter(person=person, reference=reference, status=Volunteer.Status.LEFT).exists()


def leaving_of(person: Person) -> Leaving | None:
    """The last time this person left."""
    return Leaving.objects.filter(volunteer__person=person).select_related("volunteer__borough").order_by("-at").first()
