"""Offers: who sees which, those that wait, those that come, those whose time has passed."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from timegiven.people import selectors as people
from timegiven.people.models import Person
from timegiven.rota.models import Offer
from timegiven.rota.selectors.duties import READERS

Status = Offer.Status


def told() -> QuerySet[Offer]:
    """Offers with all that a page or a calendar says of them."""
    return Offer.objects.select_related(
        "duty__version__profile", "duty__unit__borough", "duty__unit__station", "placement__volunteer", "person"
    )


def offers_seen_by(person: Person, day: date) -> QuerySet[Offer]:
    """One's own offers, and those of the units that one looks after."""
    return told().filter(Q(person=person) | people.scope(person, READERS, day, on="duty__unit"))


def waiting(person: Person, at: datetime) -> QuerySet[Offer]:
    """Offers that the volunteer may still answer, soonest first."""
    return (
        told()
        .filter(person=person, status=Status.OPEN, duty__starts_at__gt=at, duty__cancelled_at=None)
        .order_by("duty__starts_at", "pk")
    )


def coming(person: Person, at: datetime) -> QuerySet[Offer]:
    """Duties that the volunteer said yes to and that are not over, soonest first."""
    return told().filter(person=person, status=Status.ACCEPTED, duty__ends_at__gt=at).order_by("duty__starts_at", "pk")


def to_report(person: Person, at: datetime) -> QuerySet[Offer]:
    """Duties that the volunteer said yes to, that are over, and of which nothing has been told yet."""
    return told().filter(person=person, status=Status.ACCEPTED, duty__ends_at__lte=at).order_by("duty__starts_at", "pk")


def passed(at: datetime) -> QuerySet[Offer]:
    """Offers nobody answered before the duty began."""
    return Offer.objects.filter(status=Status.OPEN, duty__starts_at__lte=at).order_by("pk")
