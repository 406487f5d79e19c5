"""Passes: whose, where, and in what state."""

from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from timegiven.joining.models import Pass, PassStep
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person

Role = Appointment.Role


def passes_seen_by(person: Person, day: date) -> QuerySet[Pass]:
    """The passes this person may open: their own, those of the pass office, and of the boroughs they manage."""
    return Pass.objects.filter(
        Q(person=person) | people.scope(person, (Role.PASSES, Role.MVPM), day, on="borough")
    ).select_related("person", "borough")


def passes_run_by(person: Person, day: date) -> QuerySet[Pass]:
    """The passes that the pass office looks after, longest waiting first."""
    newest = PassStep.objects.filter(of=OuterRef("pk")).order_by("-at", "-pk")
    return (
        Pass.objects.filter(people.scope(person, (Role.PASSES,), day, on="borough"))
        .select_related("person", "borough")
        .annotate(since=Subquery(newest.values("at")[:1]))
        .order_by("since", "pk")
    )


def my_pass(person: Person) -> Pass | None:
    """This person's newest pass."""
    return Pass.objects.filter(person=person).select_related("borough").order_by("-pk").first()
