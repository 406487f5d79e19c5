"""What a check of readiness is: a question about people, and the facts that answer it on a day or on many."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Q, QuerySet

from timegiven.kernel import prepared
from timegiven.kernel.among import Among, AmongGiven
from timegiven.kernel.prepared import Prepared
from timegiven.kernel.words import day as in_words
from timegiven.kernel.words import duration, month
from timegiven.library.models import ProfileVersion, VettingLevel
from timegiven.people.models import Person, Volunteer
from timegiven.programme.models import Unit

Hours = tuple[datetime, datetime]
Span = tuple[int, date | None, date | None]  # a person, from a day until a day; no day is no end
People = QuerySet | list[int]  # something that the database looks among, or their ids
FEW = 8  # so many keys are named one by one
EVERYBODY = Person.objects.values_list("pk")
NOBODY = EVERYBODY.none()


def looked_among(people: People) -> "QuerySet | Among | list[int]":
    """The people as the database looks among them."""
    return Among(people) if isinstance(people, list) and len(people) > FEW else people


@dataclass(frozen=True)
class Question:
    """May these people do the tasks of this version, at this unit, on this day, for so many minutes?

    What only a later chapter knows is handed in: the hours of a duty, and the hours that people have said yes to
    already (``busy``, by person).
    """

    people: People
    version: ProfileVersion
    unit: Unit
    day: date
    minutes: int = 0
    hours: Hours | None = None
    busy: Mapping[int, Sequence[Hours]] = field(default_factory=dict)

    @property
    def words(self) -> dict[str, str]:
        """What the sentences of the checks may name."""
        return {
            "role": self.version.title,
            "unit": self.unit.full_name,
            "day": in_words(self.day),
            "month": month(self.day),
            "level": str(VettingLevel(self.version.vetting_level).label),
            "age": str(self.version.youngest),
            "time": duration(self.minutes) if self.minutes else "more time",
        }

    def volunteers(self) -> QuerySet[Volunteer]:
        """The people of the question, as the volunteers that they are."""
        return Volunteer.objects.filter(person__in=looked_among(self.people))


@dataclass(frozen=True)
class Periods:
    """Rows that say of a person from when until when something holds; with ``bars``, that it does not.

    ``rows`` makes them of what is ``given`` (``rows(unit=7)``), so that the question about known people is worded once
    and asked with other values each time. With ``needed`` a person has to have rows of so many different things
    (``of``) on the day.
    """

    rows: Callable[..., QuerySet[Any]]
    given: dict[str, Any] = field(default_factory=dict)
    person: str = "person"
    begins: str = "from_on"
    ends: str = "until_on"
    bars: bool = False
    of: str = ""
    needed: int = 1
    but: "Periods | None" = None  # rows that take days away again

    def people_on(self, day: date, among: People) -> "QuerySet[Any, Any] | set[int]":
        """The ids of those for whom enough rows hold on a day: of ids themselves, else to look among."""
        if isinstance(among, list):
            held = {person for (person,) in self._of_these(day, among)} if among else set()
            return held.difference(self.but.people_on(day, among)) if self.but else held
        found = self._on(self.rows(**self.given), day, among)
        if self.but:
            found = found.exclude(**{f"{self.person}__in": self.but.people_on(day, among)})
        return found.values_list(self.person, flat=True)

    def spans(self, first: date, last: date, among: People) -> QuerySet[Any, Any]:
        """(person, of, begins, ends) of the rows that hold on some day of these."""
        rows = self._overlapping(self.rows(**self.given), first, last)
        columns = (self.person, self.of or self.person, self.begins or self.person, self.ends or self.person)
        return rows.filter(**{f"{self.person}__in": looked_among(among)}).order_by().values_list(*columns)

    def _overlapping(self, rows: QuerySet[Any], first: Any, last: Any) -> QuerySet[Any]:
        found = rows.filter(**{f"{self.begins}__lte": last}) if self.begins else rows
        if not self.ends:
            return found
        return found.filter(Q(**{f"{self.ends}__gt": first}) | Q(**{f"{self.ends}__isnull": True}))

    def _on(self, rows: QuerySet[Any], day: Any, among: Any) -> QuerySet[Any]:
        found: QuerySet = self._overlapping(rows, day, day).filter(**{f"{self.person}__in": among}).order_by()
        if self.of:
            held: QuerySet = found.values(self.person).annotate(held=Count(self.of, distinct=True))
            found = held.filter(held=self.needed)
        return found.values(self.person)

    def _of_these(self, day: date, people: list[int]) -> list[Any]:
        shape = tuple((name, len(value) if isinstance(value, list) else 0) for name, value in self.given.items())
        how = (self.rows, self.person, self.begins, self.ends, self.of, self.needed)
        ask = _worded.setdefault((how, shape), Prepared(self._wording))
        return ask(**self.given, on=day, people=people)

    def _wording(self) -> QuerySet[Any]:
        rows = self.rows(**{name: _to_come(name, value) for name, value in self.given.items()})
        return self._on(rows, prepared.day("on"), AmongGiven("people")).values_list(self.person)


_worded: dict[Hashable, Prepared] = {}


def _to_come(name: str, value: Any) -> Any:
    if isinstance(value, list):
        return prepared.keys(name, len(value))
    return prepared.day(name) if isinstance(value, date) else prepared.key(name)


@dataclass(frozen=True)
class Check:
    """One thing that must be in order, defined by one of three.

    ``periods``: rows of each person's own. ``spans``: the days on which it is not in order, reckoned in Python.
    ``passing``: those for whom it is on the day of the question, as ids or as rows without days; with ``changes``, the
    later days on which that may change for reasons that are the same for everybody.
    """

    code: str
    clauses: tuple[int, ...]
    source: str
    passed: str
    failed: str
    next_step: str
    whose: str
    you: str  # the same to the volunteer: what is not in order
    your_step: str  # and what happens next
    page: str = ""  # where the next step is done, by URL name
    periods: Callable[[Question], Periods | None] | None = field(default=None, repr=False)
    spans: Callable[[Question, date], Iterable[Span]] | None = field(default=None, repr=False)
    passing: Callable[[Question], "QuerySet | Periods"] | None = field(default=None, repr=False)
    changes: Callable[[Question, date], Iterable[date]] | None = field(default=None, repr=False)
    detail: Callable[[Question], str] | None = field(default=None, repr=False)  # said of one person who fails


def covers(begins: date | None, ends: date | None, day: date) -> bool:
    return (begins is None or begins <= day) and (ends is None or day < ends)
