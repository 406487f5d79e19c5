"""What can be said of a row of a sheet before it is entered. Plain Python: known facts in, a state and words out."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from timegiven.attendance.rules import reports
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_span, minutes_between, month_of
from timegiven.kernel.words import day as in_words
from timegiven.kernel.words import duration, month

GOOD, BAD, THERE = "GOOD", "BAD", "THERE"


@dataclass(frozen=True)
class Place:
    """A placement, in plain values."""

    key: int
    person: int
    role: str
    from_on: date
    until_on: date | None
    since_on: date
    cap: Callable[[date], int]


@dataclass
class Facts:
    """What is known of the volunteers that a sheet names."""

    read_day: Callable[[str], date | None]
    read_clock: Callable[[str], time | None]
    places: Mapping[str, list[Place]]  # by reference, pass number and name, all in small letters
    sessions: dict[int, list[tuple[datetime, datetime]]]  # by person, those reported already
    given: dict[tuple[int, date], int]  # minutes by person and month
    longest: int


@dataclass(frozen=True)
class Row:
    """A row that could be read."""

    placement: int
    place: Place
    day: date
    starts: time
    ends: time
    tasks: str
    how_it_went: str

    @staticmethod
    def of(cells: Mapping[str, str], facts: Facts) -> "Row":
        """Read the cells; raises NotAllowed with what is wrong."""
        place = _place(cells, facts)
        day = facts.read_day(cells["day"])
        if day is None:
            raise NotAllowed(f"“{cells['day']}” is not a day.", next_step="Write it like 17/5/2027.")
        starts, ends = (_clock(cells[name], facts) for name in ("from", "to"))
        return Row(place.key, place, day, starts, ends, cells["tasks"], cells["how it went"])


def _place(cells: Mapping[str, str], facts: Facts) -> Place:
    called = cells["volunteer"].lower()
    found = facts.places.get(called, [])
    if role := cells["role"].lower():
        found = [place for place in found if place.role.lower() == role]
    if not found:
        raise NotAllowed(
            f"Nobody called “{cells['volunteer']}” has started in {cells['role'] or 'a role'} in your borough.",
            next_step="Use the reference of the volunteer, or the number of the pass.",
        )
    if len(found) > 1:
        raise NotAllowed(
            f"“{cells['volunteer']}” fits more than one person or role.",
            next_step="Fill in the column “Role”, or use the reference of the volunteer.",
        )
    return found[0]


def _clock(typed: str, facts: Facts) -> time:
    found = facts.read_clock(typed)
    if found is None:
        raise NotAllowed(f"“{typed}” is not a time.", next_step="Write it like 10am or 14:30.")
    return found


@dataclass
class Look:
    """Looks at one row after the other, and remembers those before it."""

    facts: Facts
    at: datetime
    seen: dict[int, list[tuple[datetime, datetime]]] = field(default_factory=lambda: defaultdict(list))
    more: dict[tuple[int, date], int] = field(default_factory=lambda: defaultdict(int))

    def at_row(self, cells: Mapping[str, str]) -> tuple[str, str]:
        """(state, what is wrong in words)."""
        try:
            row = Row.of(cells, self.facts)
            for shown in (row.starts, row.ends):
                reports.check_clock(row.day, shown)
            span = london_span(row.day, row.starts, row.ends)
            if span in self.facts.sessions.get(row.place.person, ()):
                return THERE, f"This session is on record already: {in_words(row.day)}."
            self._check(row, span)
        except NotAllowed as refusal:
            return BAD, str(refusal)
        self._remember(row, span)
        return GOOD, ""

    def _check(self, row: Row, span: tuple[datetime, datetime]) -> None:
        place, minutes = row.place, minutes_between(*span)
        reports.check_over(ends_at=span[1], at=self.at)
        reports.check_since(on=row.day, from_on=place.from_on, until_on=place.until_on, since_on=place.since_on)
        reports.check_length(
            minutes=minutes, longest=self.facts.longest, ask_again_over=self.facts.longest, is_confirmed=True
        )
        beside = [*self.facts.sessions.get(place.person, ()), *self.seen[place.person]]
        if any(starts < span[1] and ends > span[0] for starts, ends in beside):
            raise NotAllowed(
                f"It overlaps with another session on {in_words(row.day)}.", next_step="Put the times right."
            )
        key = place.person, month_of(row.day)
        so_far, cap = self.facts.given.get(key, 0) + self.more[key], place.cap(key[1])
        if so_far + minutes > cap:
            raise NotAllowed(
                f"It would take {month(row.day)} to {duration(so_far + minutes)}; the limit is {duration(cap)}.",
                next_step="Look at the other sessions of that month.",
            )
        if not (row.tasks or row.how_it_went):
            raise NotAllowed("It does not say what was done.", next_step="Fill in the numbers of the tasks.")

    def _remember(self, row: Row, span: tuple[Any, Any]) -> None:
        self.seen[row.place.person].append(span)
        self.more[row.place.person, month_of(row.day)] += minutes_between(*span)
