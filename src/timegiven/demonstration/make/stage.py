"""What every part of the demonstration is made with: the day, the dice, and the people and places made so far."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any, NamedTuple

from django.contrib.auth.hashers import make_password
from django.db import models
from tqdm import tqdm

from timegiven.demonstration.make.pour import Pourer
from timegiven.kernel.references import ALPHABET
from timegiven.kernel.time import at_london
from timegiven.library.models import ProfileVersion, Task
from timegiven.people.models import Person, Volunteer
from timegiven.placements.models import Placement
from timegiven.programme.models import Strand, Unit
from timegiven.training.models import Course

PAIRS = [first + second for first in ALPHABET for second in ALPHABET]
NO_PASSWORD = make_password(None)  # nobody of the demonstration signs in with one


@dataclass(frozen=True)
class Size:
    """How much is made. The hours of the days are always 240 minutes a report, training included."""

    boroughs: int
    volunteers: int
    days: int
    reports: int

    def times(self, scale: int) -> "Size":
        return Size(self.boroughs, self.volunteers * scale, self.days, self.reports * scale)


FULL = Size(boroughs=32, volunteers=700, days=365, reports=37_500)  # the year that the report of 2007 describes
SAMPLE = Size(boroughs=32, volunteers=700, days=61, reports=37_500 * 61 // 365)  # its last two months
SMALL = Size(boroughs=3, volunteers=60, days=61, reports=500)


@dataclass(eq=False)
class Place:
    """A role at a unit: where somebody can volunteer, until the risk assessment is due for review."""

    version: ProfileVersion
    unit: Unit
    strand: Strand
    review_on: date
    courses: list[Course]
    tasks: list[Task]


@dataclass(eq=False)
class Helper:
    """A volunteer in the making; ``state`` says how their papers stand."""

    person: Person
    volunteer: Volunteer
    state: str
    place: Place | None
    weekday: int = 1
    hour: int = 10
    code: str = ""
    from_on: date = date.max  # of the placement
    until_on: date = date.max  # no session from this day on
    placement: Placement | None = None

    @property
    def borough(self) -> Unit:
        return self.volunteer.borough


class Step(NamedTuple):
    """One step of a thing that has a life."""

    of: Any
    status: str
    by: Person | None
    at: datetime
    why: str = ""


@dataclass(eq=False)
class Given:
    """Minutes that go into the ledger; for a session also when and where."""

    helper: Helper
    on: date
    minutes: int
    kind: str
    source: str
    at: datetime
    starts_at: datetime | None = None
    is_fixed: bool = False
    why: str = ""


@dataclass(eq=False)
class Stage:
    """One demonstration being made."""

    size: Size
    today: date
    seed: int = 2007
    bar: tqdm | None = None
    units: dict[str, Unit] = field(default_factory=dict)
    boroughs: list[Unit] = field(default_factory=list)
    strands: dict[str, Strand] = field(default_factory=dict)
    courses: dict[str, Course] = field(default_factory=dict)
    staff: dict[tuple[str, int], Person] = field(default_factory=dict)
    seats: dict[str, Person] = field(default_factory=dict)
    places: dict[int, list[Place]] = field(default_factory=lambda: defaultdict(list))  # by borough
    helpers: list[Helper] = field(default_factory=list)
    given: list[Given] = field(default_factory=list)
    minutes: Counter[tuple[int, date]] = field(default_factory=Counter)  # by person and month
    known: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rng = Random(f"{self.seed} {self.today}")  # noqa: S311 - dice for a story, not for a secret
        self.at = self.moment(self.today, 6)
        self.emails: set[str] = set()
        self.pourer = Pourer()

    @property
    def from_on(self) -> date:
        """The first day of the sessions."""
        return self.today - timedelta(days=self.size.days)

    @property
    def force(self) -> Unit:
        return self.units["MPS"]

    def ago(self, days: int) -> date:
        return self.today - timedelta(days=days)

    def between(self, first: int, last: int) -> date:
        """A day so many days ago, ``first`` the nearer."""
        return self.ago(self.rng.randint(first, last))

    def moment(self, day: date, hour: int = 10, minute: int = 0) -> datetime:
        return at_london(day, time(hour, minute))

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def reference(self) -> str:
        """Like kernel.references.new_reference, but from the dice: the same seed makes the same addresses."""
        return self.reference_of(self.rng)

    def reference_of(self, dice: Random) -> str:
        """The same from other dice, for what came later to the story and must not turn the first ones."""
        bits = dice.getrandbits(50)
        return "".join(PAIRS[bits >> 10 * place & 1023] for place in range(5))

    def keep(self, rows: Sequence[Any]) -> Sequence[Any]:
        """Write rows of one table."""
        if rows:
            self.pourer.pour(rows)
            self._count(len(rows))
        return rows

    def keep_steps(self, kind: type[models.Model], made: Iterable[Step]) -> None:
        """Write the steps of things that have been written."""
        self.link(
            kind,
            ("of", "status", "by", "at", "why"),
            [(each.of.pk, each.status, each.by.pk if each.by else None, each.at, each.why) for each in made],
        )

    def link(self, kind: type[models.Model], names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
        """Write rows that nothing points to."""
        self.pourer.pour_links(kind, names, rows)
        self._count(len(rows))

    def _count(self, rows: int) -> None:
        if self.bar is not None:
            self.bar.update(rows)

    def holder(self, role: str, unit: Unit) -> Person:
        return self.staff[role, unit.pk]


def steps(thing: Any, moves: Iterable[tuple[str, Person | None, datetime]], why: str = "") -> list[Step]:
    """The steps that ``thing`` has gone through: status, by whom, when; ``why`` is of the last."""
    *before, (status, by, at) = moves
    return [*(Step(thing, *each) for each in before), Step(thing, status, by, at, why)]
