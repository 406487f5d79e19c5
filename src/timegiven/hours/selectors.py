"""What can be asked of the ledger."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet, Sum

from timegiven.hours.models import Entry, Month, Total
from timegiven.hours.policies import FORTNIGHTLY_HOPE, MONTHLY_CAP
from timegiven.kernel import prepared
from timegiven.kernel.prepared import Prepared
from timegiven.kernel.time import month_of, next_month
from timegiven.people.models import Person, Volunteer
from timegiven.programme.models import Strand, Unit


def cap_on(day: date, strand: Strand) -> int:
    """The most minutes that one person may give in the month of ``day``."""
    cap: int = MONTHLY_CAP.on(day, strand)
    return cap


def hope_on(day: date, strand: Strand) -> int:
    """The minutes in a fortnight that would be appreciated: shown to the volunteer alone (clauses 37, 45)."""
    hope: int = FORTNIGHTLY_HOPE.on(day, strand)
    return hope


def given_in(person: Person, day: date) -> int:
    """Minutes given in the month of ``day``: one indexed query."""
    return given_by([person.pk], day).get(person.pk, 0)


def left_in(person: Person, day: date, strand: Strand) -> int:
    """Minutes that may still be given in the month of ``day``."""
    return max(cap_on(day, strand) - given_in(person, day), 0)


def given_by(people: Iterable[int], day: date) -> dict[int, int]:
    """Minutes given in the month of ``day``, by person id, for many people in one query."""
    asked = prepared.padded(people)
    return dict(_given_by(len(asked), people=asked, first=month_of(day))) if asked else {}


@Prepared
def _given_by(number: int) -> QuerySet[Any]:
    month = Month.objects.filter(starts_on=prepared.day("first"), person__pk__in=prepared.keys("people", number))
    return month.values_list("person_id", "minutes")


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
    totals = Total.objects.filter(starts_on__gte=from_on, starts_on__lt=until_on)
    if borough is not None:
        totals = totals.filter(borough=borough)
    grouped = totals.values_list("starts_on").annotate(given=Sum("minutes"))
    return [(start, given) for start, given in grouped.order_by("starts_on")]


def by_borough(from_on: date, until_on: date) -> list[tuple[str, int]]:
    """(borough, minutes) in [from_on, until_on), most first."""
    totals = Total.objects.filter(starts_on__gte=from_on, starts_on__lt=until_on)
    grouped = totals.values_list("borough__name").annotate(given=Sum("minutes"))
    return [(name, given) for name, given in grouped.order_by("-given", "borough__name")]


def people_with_room(day: date, minutes: int) -> QuerySet:
    """The ids of the volunteers who may still give so many minutes (at least one) in the month of ``day``."""
    full, open_to = Q(pk__in=[]), []
    for strand in Strand.objects.all():
        most = cap_on(day, strand) - max(minutes, 1)
        open_to += [strand.pk] if most >= 0 else []
        full |= Q(person__volunteer__strand=strand, minutes__gt=most)
    full_months = Month.objects.filter(full, starts_on=month_of(day)).values("person")
    return Volunteer.objects.filter(strand__in=open_to).exclude(person__in=full_months).values_list("person_id")
