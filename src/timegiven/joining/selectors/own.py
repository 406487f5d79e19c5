"""What somebody finds of their own joining in a copy of their record: theirs alone, and no word of a referee's."""

from django.db.models import QuerySet

from timegiven.joining.models import Agreement, Application, Clearance, Declaration, Pass, RightToVolunteer
from timegiven.people.models import Person


def applications_of(person: Person) -> QuerySet[Application]:
    found = Application.objects.filter(person=person).order_by("registered_at", "pk")
    return found.select_related("person", "borough", "strand", "profile")


def agreements_of(person: Person) -> QuerySet[Agreement]:
    return Agreement.objects.filter(person=person).select_related("edition__document").order_by("accepted_at")


def rights_of(person: Person) -> QuerySet[RightToVolunteer]:
    return RightToVolunteer.objects.filter(person=person).order_by("checked_on", "pk")


def clearances_of(person: Person) -> QuerySet[Clearance]:
    """What the vetting office decided; it never says why."""
    return Clearance.objects.filter(person=person).order_by("decided_at", "pk")


def declarations_of(person: Person) -> QuerySet[Declaration]:
    return Declaration.objects.filter(person=person).order_by("declared_at", "pk")


def passes_of(person: Person) -> QuerySet[Pass]:
    return Pass.objects.filter(person=person).order_by("pk")
