"""Miles so far in a tax year, their rates, and what a back-dated rate adds."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet, Sum

from timegiven.expenses.models import Claim, Line, MilesElsewhere, Vehicle
from timegiven.expenses.policies import BICYCLE, CAR, CAR_LATER, CAR_THRESHOLD, CLAIM_WITHIN, MOTORCYCLE
from timegiven.expenses.rules import Rate, reckon, tax_year
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person, Volunteer
from timegiven.programme.models import PolicyValue, Strand
from timegiven.programme.policy import Policy, all_on


def rate_on(vehicle: str, day: date, strand: Strand) -> Rate:
    """The rate of a vehicle on the day of a journey, as it is known now."""
    return Rate(*all_on(day, *_numbers(vehicle), strand=strand))


def _numbers(vehicle: str) -> tuple[Policy, ...]:
    """The numbers of the handbook that make a vehicle's rate."""
    if vehicle == Vehicle.CAR:
        return CAR, CAR_LATER, CAR_THRESHOLD
    return (MOTORCYCLE,) if vehicle == Vehicle.MOTORCYCLE else (BICYCLE,)


def elsewhere(person: Person, year: int) -> int:
    """Miles that somebody says they drove for others in a tax year."""
    said = MilesElsewhere.objects.filter(person=person, year=year).values_list("miles", flat=True).first()
    return said or 0


def years_to_tell(volunteer: Volunteer, day: date) -> list[int]:
    """The tax years of which journeys may still be claimed: this one, and for a while the one before."""
    lately = day - timedelta(days=CLAIM_WITHIN.on(day, volunteer.strand))
    return list(dict.fromkeys((tax_year(day), tax_year(lately))))


def miles_before_later(volunteer: Volunteer, day: date) -> int:
    """Above how many miles of a tax year the lower rate holds."""
    return int(CAR_THRESHOLD.on(day, volunteer.strand))


def miles_before(person: Person, vehicle: str, day: date, *, besides: Iterable[int] = ()) -> int:
    """Tenths of a mile that count in the tax year of ``day``: claimed here already, and driven for others."""
    if vehicle != Vehicle.CAR:
        return 0  # only cars have a threshold
    year = tax_year(day)
    here = _of_year(year).filter(claim__volunteer__person=person, vehicle=vehicle).exclude(pk__in=besides)
    return (here.aggregate(all=Sum("tenths"))["all"] or 0) + elsewhere(person, year) * 10


def _of_year(year: int) -> QuerySet[Line]:
    driven = Line.objects.filter(kind__in=Line.MILES, is_counted=True)
    return driven.filter(claim__on__gte=date(year, 4, 6), claim__on__lt=date(year + 1, 4, 6))


@dataclass(frozen=True)
class TopUp:
    """What a rate that came later adds to miles that were approved before it."""

    line: Line
    on: date
    pence: int
    reckoning: str


def top_ups_due(person: Person, day: date, *, since: date | None = None) -> list[TopUp]:
    """The miles, in the boroughs that one runs, for which today's handbook gives more than was approved.

    A rate that came down takes nothing back: what was approved stays.
    """
    mine = people.scope(person, [Role.MVPM], day, on="claim__borough")
    lines = Line.objects.filter(mine, kind__in=Line.MILES, is_counted=True, claim__status__in=Claim.AGREED_TO)
    if since:
        lines = lines.filter(claim__on__gte=since)
    lines = lines.exclude(claim__volunteer__person=person)
    due = _Reckoner(list(lines.select_related("claim__volunteer__person", "claim__volunteer__strand")))
    return due.top_ups()


def top_ups_since_rates_changed(person: Person, day: date) -> list[TopUp]:
    """The same for the days since the first change of a rate: nothing is asked where none was ever changed."""
    rates = [each.name for each in (CAR, CAR_LATER, CAR_THRESHOLD, MOTORCYCLE, BICYCLE)]
    changed = PolicyValue.objects.filter(name__in=rates, from_on__lte=day).order_by("from_on").first()
    return top_ups_due(person, day, since=changed.from_on) if changed else []


class _Reckoner:
    """Reckons many lines again with few questions: one for each number of the rates, and earlier miles by person."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._readers: dict[tuple[str, int], Callable[[date], Any]] = {}
        self._given = _topped_up(lines)
        self._before = _driven_before([line for line in lines if line.vehicle == Vehicle.CAR])

    def top_ups(self) -> list[TopUp]:
        found = []
        for line in sorted(self._lines, key=lambda each: each.pk):
            on = line.claim.on
            before = self._before.get(line.pk, 0)
            pence, said = reckon(tenths=line.tenths or 0, before=before, rate=self._rate(line, on))
            more = pence - line.pence - self._given.get(line.pk, 0)
            if more > 0:
                found.append(TopUp(line, on, more, said))
        return found

    def _rate(self, line: Line, on: date) -> Rate:
        return Rate(*(self._value(each, line.claim.volunteer.strand)(on) for each in _numbers(line.vehicle)))

    def _value(self, number: Policy, strand: Strand) -> Callable[[date], Any]:
        key = number.name, strand.pk
        if key not in self._readers:
            self._readers[key] = number.reader(strand)
        return self._readers[key]


def _topped_up(lines: list[Line]) -> dict[int, int]:
    """What was added to each line already."""
    rows = Line.objects.filter(tops_up__in=lines, is_counted=True).values_list("tops_up").annotate(all=Sum("pence"))
    return {line: pence for line, pence in rows if line}


def _driven_before(lines: list[Line]) -> dict[int, int]:
    """For each line the tenths of a mile that were driven in its tax year and written down before it."""
    people_of = {line.claim.volunteer.person_id for line in lines}
    said = MilesElsewhere.objects.filter(person__in=people_of).values_list("person", "year", "miles")
    total: dict[tuple[int, int], int] = defaultdict(int)
    total |= {(person, year): miles * 10 for person, year, miles in said}
    every = Line.objects.filter(
        kind__in=Line.MILES, is_counted=True, vehicle=Vehicle.CAR, claim__volunteer__person__in=people_of
    )
    before = {}
    rows = every.order_by("pk").values_list("pk", "claim__volunteer__person", "claim__on", "tenths")
    for pk, person, on, tenths in rows:
        year = (person, tax_year(on))
        before[pk] = total[year]
        total[year] += tenths or 0
    return before
