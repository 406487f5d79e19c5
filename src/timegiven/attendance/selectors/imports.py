"""What is known of the volunteers that a sheet names, in a few questions however long the sheet; and one's imports."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import lru_cache

from django.db.models import Count, QuerySet

from timegiven.attendance.models import Import, ImportRow, SessionReport
from timegiven.attendance.policies import LONGEST_SESSION
from timegiven.attendance.rules.sheets import Facts, Place
from timegiven.attendance.selectors.forms import placements_to_key_in
from timegiven.hours import selectors as hours
from timegiven.hours.models import Month
from timegiven.joining.models import Pass
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.programme.models import Strand
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


def sheet_facts(person: Person, day: date, called: Iterable[str]) -> Facts:
    """All that is needed to look at the rows, for the volunteers of the boroughs that one runs."""
    wanted = {each.strip().lower() for each in called}
    placements = list(placements_to_key_in(person, day))
    numbers = _pass_numbers([each.volunteer.person_id for each in placements])
    places: dict[str, list[Place]] = defaultdict(list)
    caps = {strand: _cap(strand) for strand in {each.volunteer.strand for each in placements}}
    for each in placements:
        person_id = each.volunteer.person_id
        names = {each.volunteer.reference, each.reference, each.volunteer.person.name, *numbers[person_id]}
        for name in {name.lower() for name in names} & wanted:
            places[name].append(_plain(each, caps[each.volunteer.strand]))
    people = {place.person for found in places.values() for place in found}
    return Facts(
        read_day=read_day,
        read_clock=read_clock,
        places=places,
        sessions=_sessions(people),
        given=_given(people),
        longest=int(LONGEST_SESSION.on(day)),
    )


def _plain(each: Placement, cap: Callable[[date], int]) -> Place:
    volunteer = each.volunteer
    return Place(
        key=each.pk,
        person=volunteer.person_id,
        role=each.version.title,
        from_on=each.from_on,
        until_on=each.until_on,
        since_on=volunteer.since_on,
        cap=cap,
    )


def _cap(strand: Strand) -> Callable[[date], int]:
    return lru_cache(maxsize=512)(lambda day: hours.cap_on(day, strand))


def _pass_numbers(people: list[int]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    passes = Pass.objects.filter(person__in=people).exclude(number="").values_list("person_id", "number")
    for person, number in passes:
        found[person].add(number)
    return found


def _sessions(people: set[int]) -> dict[int, list[tuple[datetime, datetime]]]:
    found: dict[int, list[tuple[datetime, datetime]]] = defaultdict(list)
    told = SessionReport.objects.filter(SessionReport.STANDING, person__in=people)
    for person, starts_at, ends_at in told.values_list("person_id", "starts_at", "ends_at"):
        found[person].append((starts_at, ends_at))
    return found


def _given(people: set[int]) -> dict[tuple[int, date], int]:
    months = Month.objects.filter(person__in=people).values_list("person_id", "starts_on", "minutes")
    return {(person, starts_on): minutes for person, starts_on, minutes in months}


def placement_for_sheet(key: int) -> Placement:
    """A placement with all that a report needs."""
    return Placement.objects.select_related(
        "volunteer__person", "volunteer__strand", "volunteer__borough", "version__profile", "unit__borough"
    ).get(pk=key)
