"""What can be asked of the ledger."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet, Sum
from django.db.models.functions import TruncMonth

from timegiven.hours.models import Entry, Month
from timegiven.hours.policies import FORTNIGHTLY_HOPE, MONTHLY_CAP
from timegiven.kernel.time import month_of, next_month
from timegiven.people.models import Person
from timegiven.programme.models import Strand, Unit


def given_in(person: Person, day: date) -> int:
    """Minutes given in the month of ``day``: one indexed query."""
    found = Month.objects.filter(person=person, starts_on=month_of(day)).values_list("minutes", flat=True).first()
    return found or 0


def cap_in(day: date, strand: Strand) -> int:
    """The most minutes that may be given in the month of ``day``."""
    return int(MONTHLY_CAP.on(day, strand))


def hope_on(day: date, strand: Strand) -> int:
    """The minutes in a fortnight that would be appreciated: for the volunteer's own eyes (clause 37)."""
    return int(FORTNIGHTLY_HOPE.on(day, strand))


def left_in(person: Person, day: date, strand: Strand) -> int:
    """Minutes that may still be given in the month of ``day``."""
    return max(MONTHLY_CAP.on(day, strand) - given_in(person, day), 0)


def given_by(people: Iterable[int], day: date) -> dict[int, int]:
    """Minutes given in the month of ``day``, by person id, for many people in one query."""
    rows = Month.objects.filter(person__in=people, starts_on=month_of(day))
    return dict(rows.values_list("person_id", "minutes"))


def entries_of(person: Person, day: date) -> QuerySet[Entry]:
    """The entries of one month, oldest first."""
    return Entry.objects.filter(person=person, on__gte=month_of(day), on__lt=next_month(day)).order_by("on", "pk")


def months_of(person: Person) -> QuerySet[Month]:
    return Month.objects.filter(person=person, minutes__gt=0).order_by("-starts_on")


def total_of(person: Person) -> int:
    """All minutes a person has ever given."""
    return Month.objects.filter(person=person).aggregate(total=Sum("minutes"))["total"] or 0


def by_month(from_on: date, until_on: date, borough: Unit | None = None) -> list[tuple[date, int]]:
    """(first of month, minutes) in [from_on, until_on), for all or one borough. Leavers' time stays in it."""
    entries = Entry.objects.filter(on__gte=from_on, on__lt=until_on)
    if borough is not None:
        entries = entries.filter(borough=borough)
    grouped = entries.annotate(month=TruncMonth("on")).values_list("month").annotate(total=Sum("minutes"))
    return [(month, total) for month, total in grouped.order_by("month")]


def by_borough(from_on: date, until_on: date) -> list[tuple[str, int]]:
    """(borough, minutes) in [from_on, until_on), most first."""
    entries = Entry.objects.filter(on__gte=from_on, on__lt=until_on)
    grouped = entries.values_list("borough__name").annotate(total=Sum("minutes"))
    return [(name, total) for name, total in grouped.order_by("-total")]
