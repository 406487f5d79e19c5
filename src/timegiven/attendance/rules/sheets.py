"""What can be said of a row of a sheet before it is entered. Plain Python: known facts in, a state and words out."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from timegiven.attendance.rules import reports
from timegiven.kernel.refusals import NotAllowed, why_alone
from timegiven.kernel.time import london_day, london_span, minutes_between, month_of
from timegiven.kernel.words import day as in_words
from timegiven.kernel.words import duration, month

GOOD, BAD, THERE = "GOOD", "BAD", "THERE"
Span = tuple[datetime, datetime]


class Place(NamedTuple):
    """A placement, in plain values; what it belongs to by its keys."""

    key: int
    person: int
    reference: str  # of the person
    role: str
    profile: str
    unit: int
    borough: int
    strand: int
    from_on: date
    until_on: date | None
    since_on: date


class Row(NamedTuple):
    """A row that could be read."""

    place: Place
    day: date
    span: Span
    days: tuple[date, ...]  # that it touches
    month: tuple[int, date]  # of this person, by its first day
    minutes: int
    tasks: tuple[int, ...]
    how_it_went: str


@dataclass
class Reader:
    """Reads the cells of rows; of what stands there often, only once."""

    places: Mapping[str, list[Place]]  # by reference, pass number and name, all in small letters
    read_day: Callable[[str], date | None]
    read_clock: Callable[[str], time | None]

    def __post_init__(self) -> None:
        self._day, self._time = lru_cache(4_096)(self._one_day), lru_cache(4_096)(_one_time(self.read_clock))

    def row(self, cells: Mapping[str, str]) -> Row:
        """Raises NotAllowed with what is wrong."""
        places, day = self._places(cells), self._day(cells["day"])
        place = _only_one(cells["volunteer"], places, day)
        span, days, minutes = _span(day, self._time(cells["from"]), self._time(cells["to"]))
        return Row(
            place,
            day,
            span,
            days,
            (place.person, month_of(day)),
            minutes,
            _numbers(cells["tasks"]),
            cells["how it went"],
        )

    def _places(self, cells: Mapping[str, str]) -> list[Place]:
        if not cells["volunteer"]:
            raise NotAllowed(
                "It does not say who it was.",
                next_step="Fill in the reference of the volunteer, or the number of the pass.",
            )
        found = self.places.get(cells["volunteer"].lower(), [])
        if role := cells["role"].lower():
            found = [place for place in found if place.role.lower() == role]
        if not found:
            raise NotAllowed(
                f"Nobody called “{cells['volunteer']}” has started in {_role(cells['role'])} in your borough.",
                next_step="Look at the role, and use the reference of the volunteer, or the number of the pass.",
            )
        return found

    def _one_day(self, typed: str) -> date:
        found = self.read_day(typed)
        if found is None:
            raise NotAllowed(f"“{typed}” is not a day.", next_step="Write it like 17/5/2027.")
        return found


def _only_one(typed: str, places: list[Place], day: date) -> Place:
    """The one that is meant: of several, that which held on the day of the session."""
    held = [each for each in places if each.from_on <= day and (each.until_on is None or day < each.until_on)]
    found = held or places
    if len(found) > 1:
        raise NotAllowed(
            f"“{typed}” fits more than one person or role.",
            next_step="Fill in the column “Role”, or use the reference of the volunteer.",
        )
    return found[0]


def _role(typed: str) -> str:
    return f"the role “{typed}”" if typed else "a role"


def _why(refusal: NotAllowed) -> str:
    """What is wrong with a row and what to do: that it is not entered stands beside it."""
    why = why_alone(str(refusal), reports.NOT_ADDED)
    return why[:1].upper() + why[1:]


def _one_time(read_clock: Callable[[str], time | None]) -> Callable[[str], time]:
    def read(typed: str) -> time:
        found = read_clock(typed)
        if found is None:
            raise NotAllowed(f"“{typed}” is not a time.", next_step="Write it like 10am or 14:30.")
        return found

    return read


@lru_cache(4_096)
def _span(day: date, starts: time, ends: time) -> tuple[Span, tuple[date, ...], int]:
    for shown in (starts, ends):
        reports.check_clock(day, shown)
    span = london_span(day, starts, ends)
    return span, touched(span), minutes_between(*span)


@lru_cache(1_024)
def _numbers(typed: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(int(each) for each in re.findall(r"\d{1,3}", typed)))


@dataclass(frozen=True)
class Limits:
    """The handbook's limits in one strand, by day."""

    longest: Callable[[date], int]
    late_days: Callable[[date], int]


@dataclass
class Facts:
    """What is known of the people, days and months that the rows of a sheet name."""

    busy: dict[tuple[int, date], list[Span]]  # the sessions reported already, by person and each day they touch
    given: Mapping[tuple[int, date], int]  # minutes by person and month
    cap: Callable[[int, int, date], int]  # of a person, in a strand, in the month of a day
    limits: Mapping[int, Limits]  # by strand
    closed: Collection[date]  # months, by their first day
    tasks: Callable[[Place, date], Mapping[int, int]]  # by their place on the list of that day
    unready: Callable[[Place, date], NotAllowed | None]


@dataclass
class Look:
    """Looks at one row after the other, and remembers those before it.

    The same rules in the same order as for a report on the page.
    """

    facts: Facts
    at: datetime
    writer: int  # who brings the sheet
    seen: dict[tuple[int, date], list[Span]] = field(default_factory=lambda: defaultdict(list))
    more: dict[tuple[int, date], int] = field(default_factory=lambda: defaultdict(int))

    def at_row(self, row: Row) -> tuple[str, str]:
        """(state, what is wrong in words)."""
        told = _beside(row, self.facts.busy)
        if row.span in told:
            return THERE, f"This session is on record already: {in_words(row.day)}."
        try:
            self._check(row, [*told, *_beside(row, self.seen)])
        except NotAllowed as refusal:
            return BAD, _why(refusal)
        self._remember(row)
        return GOOD, ""

    def _check(self, row: Row, beside: list[Span]) -> None:
        place, within = row.place, self.facts.limits[row.place.strand]
        reports.check_over(ends_at=row.span[1], at=self.at)
        if row.day == place.until_on:
            raise NotAllowed(
                f"This placement ended on {in_words(row.day)}, and whether that was later in the day is not looked at "
                "here.",
                next_step="Key this session in by itself: if it began before the end was noted, it counts.",
            )
        reports.check_since(on=row.day, from_on=place.from_on, until_on=place.until_on, since_on=place.since_on)
        if place.person == self.writer:
            reports.check_not_late(on=row.day, today=london_day(self.at), days=within.late_days(row.day))
        longest = within.longest(row.day)
        reports.check_length(minutes=row.minutes, longest=longest, ask_again_over=longest, is_confirmed=True)
        if any(starts < row.span[1] and ends > row.span[0] for starts, ends in beside):
            raise NotAllowed(
                f"It overlaps with another session on {in_words(row.day)}.", next_step="Put the times right."
            )
        reports.check_tasks(chosen=row.tasks, on_profile=self.facts.tasks(place, row.day), something_else="")
        if refusal := self.facts.unready(place, row.day):
            raise refusal
        self._check_month(row)

    def _check_month(self, row: Row) -> None:
        so_far = self.facts.given.get(row.month, 0) + self.more[row.month] + row.minutes
        cap = self.facts.cap(row.place.person, row.place.strand, row.day)
        if so_far > cap:
            raise NotAllowed(
                f"It would take {month(row.day)} to {duration(so_far)}; the limit is {duration(cap)}.",
                next_step="Look at the other sessions of that month.",
            )
        if row.month[1] in self.facts.closed:
            raise NotAllowed(
                f"{month(row.day)} is closed, and its totals have been passed on.",
                next_step="Enter it on the page of the report, which asks why it comes so late.",
            )

    def _remember(self, row: Row) -> None:
        for day in row.days:
            self.seen[row.place.person, day].append(row.span)
        self.more[row.month] += row.minutes


def _beside(row: Row, sessions: Mapping[tuple[int, date], list[Span]]) -> list[Span]:
    return [span for day in row.days for span in sessions.get((row.place.person, day), ())]


def touched(span: Span) -> tuple[date, ...]:
    """The London days that a session touches."""
    first, last = london_day(span[0]), london_day(span[1])
    return tuple(first + timedelta(days=count) for count in range((last - first).days + 1))
