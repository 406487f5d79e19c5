"""Each number of the handbook once, by name, with its source; its value may change from a day on."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial
from typing import Any

from django.db.models import QuerySet

from timegiven.kernel import prepared, words
from timegiven.kernel.prepared import Prepared
from timegiven.programme.models import PolicyValue, Strand

_register: "list[Policy]" = []


@dataclass(frozen=True)
class Policy:
    """A handbook number: ``MONTHLY_CAP.on(day, strand)``.

    ``default`` holds until the first dated value; ``source`` is the document and part; ``clauses`` the mission's.
    """

    name: str
    default: Any
    source: str
    means: str
    clauses: tuple[int, ...] = ()
    unit: str = ""  # "minutes", "pence", "days", "months", "years", "people", "": how the page shows it
    values: dict[str, Any] = field(default_factory=dict)  # by strand code, where the handbook itself differs
    choices: tuple[str, ...] = ()  # where only some words make sense as a value
    called: dict[str, str] = field(default_factory=dict)  # what people call a part or a word of it, by its key
    may_look_back: bool = False  # decided by others, and sometimes for days that are past
    is_for_central_team: bool = False  # shown to nobody else

    def __post_init__(self) -> None:
        if any(other.name == self.name for other in _register):
            raise TypeError(f"The policy {self.name} is defined twice.")
        _register.append(self)

    def on(self, day: date, strand: Strand | None = None) -> Any:
        """The value in force on ``day`` for ``strand``: its own newest, else everybody's newest, else the default."""
        return self.among(_begun(1, names=[self.name], day=day), strand)

    def reader(self, strand: Strand | None = None) -> Callable[[date], Any]:
        """The value on any day, with one question to the database however many days are asked about."""
        known = list(PolicyValue.objects.filter(name=self.name).order_by("-from_on"))
        return lru_cache(maxsize=None)(lambda day: self.among([row for row in known if row.from_on <= day], strand))

    def by_strand(self, day: date, strands: Iterable[Strand]) -> dict[int, Any]:
        """The value in force on ``day`` for each of these strands, by its id, in one query."""
        begun = _begun(1, names=[self.name], day=day)
        return {strand.pk: self.among(begun, strand) for strand in strands}

    def among(self, values: Iterable[PolicyValue], strand: Strand | None = None) -> Any:
        """The value of ``strand`` when these dated values, newest first, are all that have begun."""
        newest: dict[int | None, Any] = {}
        for row in values:
            newest.setdefault(row.strand_id, row.value)
        if strand is not None and strand.pk in newest:
            return newest[strand.pk]
        if strand is not None and strand.code in self.values:
            return self.values[strand.code]
        return newest.get(None, self.default)

    def changes(self, first: date, last: date) -> set[date]:
        """The days after ``first``, until ``last``, on which another value begins for somebody."""
        begun = PolicyValue.objects.filter(name=self.name, from_on__gt=first, from_on__lte=last)
        return set(begun.values_list("from_on", flat=True))

    def in_words(self, value: Any) -> str:
        """A value as people say it: 40 hours, £3, 60, 30 and 7 days."""
        if isinstance(value, dict):
            return "; ".join(f"{self.called.get(key, key)}: {self.in_words(each)}" for key, each in value.items())
        if isinstance(value, list):
            said = words.several([self.called.get(each, str(each)) for each in value])
            return f"{said} {self.unit}" if self.unit in _COUNTED else said
        if isinstance(value, bool):
            return "yes" if value else "no"
        if value in self.called:
            return self.called[value]
        if self.unit in _COUNTED:
            return words.so_many(value, _COUNTED[self.unit], self.unit)
        return {"minutes": words.duration, "pence": words.pounds}.get(self.unit, str)(value)


_COUNTED = {"days": "day", "weeks": "week", "months": "month", "years": "year", "people": "person"}


@Prepared
def _begun(number: int) -> QuerySet[PolicyValue]:
    """The dated values of so many policies that have begun by a day, newest first."""
    named = PolicyValue.objects.filter(name__in=prepared.texts("names", number))
    return named.filter(from_on__lte=prepared.day("day")).order_by("-from_on")


def all_on(day: date, *policies: Policy, strand: Strand | None = None) -> list[Any]:
    """The values of several numbers on one day, in one query."""
    return [read(strand) for read in readers_on(day, *policies)]


def readers_on(day: date, *policies: Policy) -> list[Callable[[Strand | None], Any]]:
    """How several numbers of one day are read for whichever strand, in one query."""
    names = [each.name for each in policies]
    decided: dict[str, list[PolicyValue]] = {}
    for row in _begun(len(names), names=names, day=day):
        decided.setdefault(row.name, []).append(row)
    return [partial(each.among, decided.get(each.name, [])) for each in policies]


def every_policy() -> Iterator[Policy]:
    """All numbers of the handbook, in the order of the story."""
    yield from _register


def policy(name: str) -> Policy | None:
    """The number of this name, or None."""
    return next((each for each in _register if each.name == name), None)
