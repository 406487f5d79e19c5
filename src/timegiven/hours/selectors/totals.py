"""What the time given adds up to: by borough, unit, strand, kind, month, and as it was known on a day."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Aggregate, Count, Q, QuerySet, Sum, TextField, Value
from django.db.models.functions import TruncMonth

from timegiven.hours.models import Closing, Entry, Total
from timegiven.kernel import prepared
from timegiven.kernel.prepared import Prepared
from timegiven.kernel.time import next_month
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person
from timegiven.programme.models import Strand, Unit

OVERSEERS = (Role.MVPM, Role.CENTRAL_TEAM, Role.AUDITOR)


def by_month(from_on: date, until_on: date, borough: Unit | None = None) -> list[tuple[date, int]]:
    """(first of month, minutes) in [from_on, until_on), for all or one borough. Leavers' time stays in it."""
    totals = Total.objects.filter(starts_on__gte=from_on, starts_on__lt=until_on)
    if borough is not None:
        totals = totals.filter(borough=borough)
    grouped = totals.values_list("starts_on").annotate(given=Sum("minutes"))
    return [(start, given) for start, given in grouped.order_by("starts_on")]


def by_borough(from_on: date, until_on: date) -> list[tuple[str, int]]:
    """(borough, minutes) in [from_on, until_on), by name: this is no contest."""
    totals = Total.objects.filter(starts_on__gte=from_on, starts_on__lt=until_on).exclude(minutes=0)
    grouped = totals.values_list("borough__name").annotate(given=Sum("minutes"))
    return [(name, given) for name, given in grouped.order_by("borough__name")]


class Cell(NamedTuple):
    """What one borough gave in one month, in one strand."""

    borough: str
    strand: str
    starts_on: date
    minutes: int


def table(from_on: date, until_on: date, viewer: Person | None = None, day: date | None = None) -> list[Cell]:
    """Borough by month by strand in [from_on, until_on), from the totals; only what ``viewer`` may see, if given."""
    seen = ("/",) if viewer is None or day is None else tuple(people.paths(viewer, OVERSEERS, day))
    boroughs = {key: name for key, name, path in _boroughs() if path.startswith(seen)}
    strands = dict(_strands())
    (lines,) = _cells.first(first=from_on, until=until_on)
    numbers = map(int, (lines or "").split())
    return sorted(
        Cell(boroughs[borough], strands[strand], date(month // 100, month % 100, 1), minutes)
        for month, borough, strand, minutes in zip(*[numbers] * 4, strict=True)
        if minutes and borough in boroughs
    )


@Prepared
def _boroughs() -> QuerySet[Any]:
    """All in whose name time can be on record: boroughs, OCUs and whatever is larger."""
    return Unit.objects.exclude(kind__in=(Unit.Kind.UNIT, Unit.Kind.STATION)).values_list("pk", "name", "path")


@Prepared
def _strands() -> QuerySet[Any]:
    return Strand.objects.values_list("pk", "name")


class _Together(Aggregate):
    """A column of all the rows as one text: a row for each of them takes longer to hand over than to find."""

    template, output_field = "string_agg(%(expressions)s, ' ')", TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="group_concat(%(expressions)s, ' ')", **context)


@Prepared
def _cells() -> QuerySet[Any]:
    """One row: month, borough, strand and minutes of one total after the other, all from the index."""
    totals = Total.objects.filter(starts_on__gte=prepared.day("first"), starts_on__lt=prepared.day("until"))
    whole = totals.order_by().values(all=Value(1))  # no groups: one row, also of nothing
    return whole.annotate(lines=_Together("line")).values_list("lines")


def _entries(
    from_on: date, until_on: date, viewer: Person, day: date, known_at: datetime | None = None
) -> QuerySet[Entry]:
    """What was given in these months, where this person may see it; with ``known_at`` what was entered by then."""
    seen = people.scope(viewer, OVERSEERS, day, on="borough")
    found = Entry.objects.filter(seen, on__gte=from_on, on__lt=until_on)
    return found.filter(at__lt=known_at) if known_at else found


def minutes_by_borough(from_on: date, until_on: date) -> dict[int, int]:
    """Minutes in [from_on, until_on) by the key of the borough or OCU in whose name they are on record."""
    totals = Total.objects.filter(starts_on__gte=from_on, starts_on__lt=until_on).exclude(minutes=0)
    return dict(totals.values_list("borough").annotate(given=Sum("minutes")).order_by())


def who_gave(from_on: date, until_on: date) -> set[tuple[int, int]]:
    """(person, borough or OCU) by their keys: whose time there in [from_on, until_on) stands. To be counted."""
    found = Entry.objects.filter(on__gte=from_on, on__lt=until_on)
    grouped = found.values_list("person", "borough").annotate(given=Sum("minutes"))
    return {(person, borough) for person, borough, _ in grouped.filter(given__gt=0).order_by()}


def by_kind(
    from_on: date, until_on: date, viewer: Person, day: date, known_at: datetime | None = None
) -> list[tuple[str, int]]:
    """(kind, minutes) in [from_on, until_on), most first."""
    found = _entries(from_on, until_on, viewer, day, known_at)
    grouped = found.values_list("kind").annotate(given=Sum("minutes"))
    return [(str(Entry.Kind(kind).label), given) for kind, given in grouped.order_by("-given", "kind")]


def by_unit(
    from_on: date, until_on: date, viewer: Person, day: date, known_at: datetime | None = None
) -> list[tuple[str, str, int]]:
    """(unit, borough, minutes) in [from_on, until_on), by name: where the time was given. No order of merit."""
    found = _entries(from_on, until_on, viewer, day, known_at).exclude(unit=None)
    grouped = found.values_list("unit__name", "borough__name").annotate(given=Sum("minutes"))
    return list(grouped.order_by("borough__name", "unit__name"))


def as_known_at(known_at: datetime, from_on: date, until_on: date, viewer: Person, day: date) -> list[Cell]:
    """``table`` as a report made at an earlier moment said it: counted again from what had been entered before it."""
    found = _entries(from_on, until_on, viewer, day, known_at).annotate(starts_on=TruncMonth("on"))
    grouped = found.values_list("borough__name", "strand__name", "starts_on").annotate(given=Sum("minutes"))
    return [Cell(*each) for each in grouped.order_by("borough__name", "strand__name", "starts_on") if each[-1]]


class ClosedMonth(NamedTuple):
    """A closed month: what it came to then, what the same entries come to now, and what changed since."""

    closing: Closing
    counted_again: int
    changed_by: int
    changes: int

    @property
    def is_the_same(self) -> bool:
        return self.closing.minutes == self.counted_again


def closed_months(most: int = 12) -> list[ClosedMonth]:
    """The months that have been closed, newest first, each counted again from the entries of that time."""
    found = list(Closing.objects.select_related("closed_by").order_by("-starts_on")[:most])
    if not found:
        return []
    then, later = Q(is_after_closing=False), Q(is_after_closing=True)
    between = Entry.objects.filter(on__gte=found[-1].starts_on, on__lt=next_month(found[0].starts_on))
    counted = (
        between.annotate(starts_on=TruncMonth("on"))
        .values("starts_on")
        .annotate(
            then=Sum("minutes", filter=then), later=Sum("minutes", filter=later), changes=Count("pk", filter=later)
        )
        .order_by()
    )
    by_month = {row["starts_on"]: row for row in counted}
    nothing: dict[str, int] = {}
    rows = [(each, by_month.get(each.starts_on, nothing)) for each in found]
    return [
        ClosedMonth(each, row.get("then") or 0, row.get("later") or 0, row.get("changes") or 0) for each, row in rows
    ]


def is_closed(day: date) -> bool:
    """Whether the month of a day has been closed."""
    return Closing.objects.filter(starts_on=day.replace(day=1)).exists()


def closed_among(months: Iterable[date]) -> set[date]:
    """Which of these months, by their first day, have been closed."""
    return set(Closing.objects.filter(starts_on__in=set(months)).values_list("starts_on", flat=True))


def first_year(day: date) -> int:
    """The first year in which time was given; this one while there is none."""
    first = Total.objects.order_by("starts_on").values_list("starts_on", flat=True).first()
    return first.year if first else day.year
