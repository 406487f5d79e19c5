"""Passes: whose, where, and in what state."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from timegiven.joining.models import Pass, PassStep, Photo
from timegiven.joining.rules import WANTS_PHOTO
from timegiven.joining.selectors.readiness import clearance_of
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
        .annotate(
            since=Subquery(newest.values("at")[:1]),
            wants_photo=Q(status__in=WANTS_PHOTO) & ~Exists(Photo.objects.filter(person=OuterRef("person"))),
        )
        .order_by("since", "pk")
    )


NOT_RETURNED = (Pass.Status.RECALLED, Pass.Status.EXPIRED)


def passes_not_returned(person: Person, day: date) -> QuerySet[Pass]:
    """The passes that should have come back to this office or borough, longest awaited first (clause 81)."""
    newest = PassStep.objects.filter(of=OuterRef("pk")).order_by("-at", "-pk")
    return (
        Pass.objects.filter(people.scope(person, (Role.PASSES, Role.MVPM), day, on="borough"), status__in=NOT_RETURNED)
        .select_related("person", "borough")
        .annotate(since=Subquery(newest.values("at")[:1]))
        .order_by("until_on", "pk")
    )


def pass_by_code(code_digest: str) -> Pass | None:
    """The pass that a square code belongs to."""
    if not code_digest:
        return None
    return Pass.objects.filter(check_digest=code_digest).select_related("person").first()


def is_pass_in_force(held: Pass, day: date) -> bool:
    """Whether a pass may be used on a day: handed over, not lost, not asked back, in date (clause 83)."""
    return held.status == Pass.Status.ISSUED and held.covers(day)


def end_of_pass(held: Pass, day: date) -> date | None:
    """The day that is printed on a pass: its own end, or that of the clearance that it waits for."""
    if held.until_on:
        return held.until_on
    clearance = clearance_of(held.person, day)
    return clearance.until_on if clearance else None


def my_pass(person: Person) -> Pass | None:
    """This person's newest pass."""
    return Pass.objects.filter(person=person).select_related("borough").order_by("-pk").first()
