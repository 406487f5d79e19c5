"""What is known of the volunteers that a sheet names, in a few questions however long the sheet; and one's imports."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any, NamedTuple

from django.db.models import Count, QuerySet

from timegiven.attendance.models import Import, ImportRow, SessionReport
from timegiven.attendance.policies import LATE_ENTRY_DAYS, LONGEST_SESSION
from timegiven.attendance.rules import reports
from timegiven.attendance.rules.sheets import Facts, Limits, Place, Reader, Row, Span, touched
from timegiven.attendance.selectors.forms import CHECKS, placements_told_of
from timegiven.hours import selectors as hours
from timegiven.hours.models import Month
from timegiven.joining.models import Pass
from timegiven.kernel.among import Among
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import at_london
from timegiven.library import selectors as library
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Person
from timegiven.placements import selectors as placements_selectors
from timegiven.programme.models import Strand, Unit
from timegiven.ui.forms.days import read_clock, read_day

STATES = ImportRow.State


def imports_of(person: Person) -> QuerySet[Import]:
    """One's own sheets, newest first."""
    return Import.objects.filter(by=person).order_by("-at", "-pk")


def counted(made: Import) -> dict[str, int]:
    """How many rows of a sheet stand in each state."""
    rows = made.rows.values_list("state").annotate(number=Count("pk")).order_by()
    return dict.fromkeys(STATES.values, 0) | dict(rows)


def rows_of(made: Import, state: str = "") -> QuerySet[ImportRow]:
    """The rows in the order of the sheet."""
    rows = made.rows.select_related("report").order_by("number")
    return rows.filter(state=state) if state in STATES.values else rows


def waiting_rows(made: Import) -> QuerySet[ImportRow]:
    """The rows that are still to be entered, in the order of the sheet."""
    chosen = {} if made.takes_all else {"is_chosen": True}
    return made.rows.filter(state=STATES.GOOD, **chosen).order_by("number")


class Placed(NamedTuple):
    """Where somebody named on a sheet is placed: as little as can be, for there may be thousands."""

    pk: int
    version: ProfileVersion
    unit: Unit
    strand: Strand


def sheet_reader(person: Person, day: date, called: Iterable[str]) -> tuple[Reader, dict[int, Placed]]:
    """What reads the rows of a sheet that names volunteers of the boroughs that one runs; and their placements."""
    wanted = {each.strip().lower() for each in called}
    found = list(placements_told_of(person, day).order_by("pk").values(*_COLUMNS))
    numbers = _pass_numbers([each["volunteer__person_id"] for each in found])
    versions = _by_key(ProfileVersion.objects.select_related("profile__strand"), (each["version_id"] for each in found))
    units = _by_key(Unit.objects.select_related("borough"), (each["unit_id"] for each in found))
    strands = _by_key(Strand.objects.all(), (each["volunteer__strand_id"] for each in found))
    places: dict[str, list[Place]] = defaultdict(list)
    named = {}
    for each in found:
        names = {each["volunteer__reference"], each["reference"], each["volunteer__person__name"]}
        meant = {name.lower() for name in names | numbers[each["volunteer__person_id"]]} & wanted
        if meant:
            version, strand = versions[each["version_id"]], strands[each["volunteer__strand_id"]]
            named[each["pk"]] = Placed(each["pk"], version, units[each["unit_id"]], strand)
            place = _plain(each, version)
            for name in meant:
                places[name].append(place)
    return Reader(places, read_day, read_clock), named


def names_on(person: Person, day: date, called: Iterable[str]) -> dict[str, str]:
    """Whom a sheet means by what it calls them, in small letters; nobody when it could be several."""
    reader, _ = sheet_reader(person, day, called)
    meant = {typed: {place.person for place in found} for typed, found in reader.places.items()}
    names = dict(Person.objects.filter(pk__in=set().union(*meant.values())).values_list("pk", "name"))
    return {typed: names[next(iter(keys))] for typed, keys in meant.items() if len(keys) == 1}


_COLUMNS = (
    *("pk", "reference", "version_id", "unit_id", "from_on", "until_on", "volunteer__reference", "volunteer__since_on"),
    *("volunteer__borough_id", "volunteer__strand_id"),
    *("volunteer__person_id", "volunteer__person__name", "volunteer__person__reference"),
)


def _by_key(rows: QuerySet[Any], keys: Iterable[int]) -> dict[int, Any]:
    return rows.in_bulk(set(keys))


def _plain(each: dict[str, Any], version: ProfileVersion) -> Place:
    return Place(
        key=each["pk"],
        person=each["volunteer__person_id"],
        reference=each["volunteer__person__reference"],
        role=version.title,
        profile=version.profile.reference,
        unit=each["unit_id"],
        borough=each["volunteer__borough_id"],
        strand=each["volunteer__strand_id"],
        from_on=each["from_on"],
        until_on=each["until_on"],
        since_on=each["volunteer__since_on"],
    )


def _pass_numbers(people: list[int]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    passes = Pass.objects.filter(person__in=Among(people)).exclude(number="").values_list("person_id", "number")
    for person, number in passes:
        found[person].add(number)
    return found


def sheet_facts(rows: Sequence[Row], placements: Mapping[int, Placed]) -> Facts:
    """All that is needed to look at rows that could be read: as many questions for one as for thousands.

    Only each role at each unit costs some of its own.
    """
    people, strands = {row.place.person for row in rows}, {each.strand for each in placements.values()}
    agreed = placements_selectors.versions_agreed(placements.values())
    return Facts(
        busy=_sessions(people, {on for row in rows for on in row.days}),
        given=_given(people),
        cap=hours.caps_of(people, strands),
        limits={each.pk: Limits(LONGEST_SESSION.reader(each), LATE_ENTRY_DAYS.reader(each)) for each in strands},
        closed=hours.closed_among(row.month[1] for row in rows),
        tasks=_tasks(placements, agreed),
        unready=_unready(rows, placements, agreed),
    )


def _sessions(people: set[int], days: set[date]) -> dict[tuple[int, date], list[Span]]:
    found: dict[tuple[int, date], list[Span]] = defaultdict(list)
    if not days:
        return found
    first, last = at_london(min(days), time()), at_london(max(days) + timedelta(days=1), time())
    told = SessionReport.objects.filter(SessionReport.STANDING, person__in=Among(people))
    told = told.filter(starts_at__lt=last, ends_at__gt=first)
    for person, starts_at, ends_at in told.values_list("person_id", "starts_at", "ends_at"):
        for on in touched((starts_at, ends_at)):
            found[person, on].append((starts_at, ends_at))
    return found


def _given(people: set[int]) -> dict[tuple[int, date], int]:
    months = Month.objects.filter(person__in=Among(people)).values_list("person_id", "starts_on", "minutes")
    return {(person, starts_on): minutes for person, starts_on, minutes in months}


Agreed = Callable[[Placed, date], ProfileVersion]


def _tasks(placements: Mapping[int, Placed], agreed: Agreed) -> Callable[[Place, date], Mapping[int, int]]:
    """The tasks that may be ticked, by their place on the list of the session's own day, as on a report on paper."""
    changes = placements_selectors.changes_of_tasks([each.version for each in placements.values()])
    lists: dict[tuple[int, int], dict[int, int]] = {}

    def of(place: Place, day: date) -> Mapping[int, int]:
        version = agreed(placements[place.key], day)
        key = version.pk, bisect_right(changes, day)
        if key not in lists:
            lists[key] = {task.position: task.pk for task in library.tasks_agreed(version, day)}
        return lists[key]

    return of


def _unready(
    rows: Sequence[Row], placements: Mapping[int, Placed], agreed: Agreed
) -> Callable[[Place, date], NotAllowed | None]:
    """What was not in order on the day of a session, asked for all the roles at units that are alike to a check."""
    placed = [(row, placements[row.place.key]) for row in rows]
    asked = ((row.place.person, agreed(each, row.day), each.unit, [row.day]) for row, each in placed)
    parts = placements_selectors.readiness_in_parts(asked, checks=CHECKS)

    def of(place: Place, day: date) -> NotAllowed | None:
        placement = placements[place.key]
        version, unit = agreed(placement, day), placement.unit
        codes = frozenset[str]().union(*(by_day[day] for by_day in parts(place.person, version, unit)))
        if not codes:
            return None
        return placements_selectors.not_ready(codes, version, unit, day, checks=CHECKS, what=reports.NOT_ADDED)

    return of
