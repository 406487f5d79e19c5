"""What is asked of the planner and what it answers: people, duties, rules and weights in; a plan out.

Moments are aware datetimes, lengths are whole minutes, distances are metres, and points are the planner's measure of
what is lost: an open place, a wish unmet, a promise moved. A plan's cost is in points; the best plan has the fewest.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import IntEnum
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

Key = str | int  # how the caller names a person or a duty


class Reason(IntEnum):
    """Why one person cannot take one duty, whatever else is planned. 0 means that nothing stands against it."""

    NONE = 0
    NOT_READY = 1  # cleared, trained, placed, role approved, risk assessed: the readiness answer says no
    NOT_FREE = 2  # outside the times that the person gave
    NEVER_SUITS = 3  # the person said that this time never suits
    BUSY = 4  # something agreed outside this plan overlaps, leaves too little rest, or makes the day too long
    TOO_LONG = 5  # longer than the longest day
    TOO_LONG_FOR_YOUNG = 6  # longer than the longest day of somebody under 18
    NIGHT = 7  # night hours, for somebody under 18
    MONTH_FULL = 8  # longer than what is left of that month's hours
    WEEK_FULL = 9  # longer than the most that the person wishes to give in a week


@dataclass(frozen=True, slots=True)
class Window:
    """A time from one moment until another, half open."""

    starts_at: datetime
    ends_at: datetime

    # Aware moments of one zone compare by the clock on the wall, which in October shows one hour twice.
    def holds(self, starts_at: datetime, ends_at: datetime) -> bool:
        """Whether the other time lies within this one."""
        return self.starts_at.timestamp() <= starts_at.timestamp() and ends_at.timestamp() <= self.ends_at.timestamp()

    def meets(self, starts_at: datetime, ends_at: datetime) -> bool:
        """Whether the two times share a moment."""
        return self.starts_at.timestamp() < ends_at.timestamp() and starts_at.timestamp() < self.ends_at.timestamp()


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person would like. Nothing said means that anything is welcome."""

    roles: frozenset[str] = frozenset()
    stations: frozenset[str] = frozenset()
    people: frozenset[Key] = frozenset()  # with any of whom they would like to be
    never: tuple[Window, ...] = ()  # times that never suit: kept strictly
    most_week_minutes: int | None = None  # kept strictly; None is no limit of their own


@dataclass(frozen=True, slots=True)
class Person:
    """One volunteer as the planner sees them."""

    id: Key
    ready_for: frozenset[Key] = frozenset()  # the duties for which the readiness answer is yes
    minutes_left: Mapping[date, int] = field(default_factory=dict)  # by first day of the month; else the rules' cap
    free: tuple[Window, ...] | None = None  # None: at any time
    busy: tuple[Window, ...] = ()  # duties agreed to outside this plan
    wishes: Wishes = Wishes()
    agreed_week_minutes: int | None = None  # what was agreed with the person; more than this costs points
    credit: float = 1.0  # fairness, 0 to 1: 1 has had the fewest offers so far and comes first
    carries: Mapping[str, float] = field(default_factory=dict)  # by station: share of its hours, 0 to 1
    metres: Mapping[str, int] = field(default_factory=dict)  # by station; not known is none
    is_young: bool = False  # under 18


@dataclass(frozen=True, slots=True)
class Duty:
    """A time at which a unit would welcome between ``least`` and ``most`` people."""

    id: Key
    starts_at: datetime
    ends_at: datetime
    least: int = 1
    most: int = 1
    value: float = 1.0  # of an hour, against the other duties
    station: str = ""
    role: str = ""
    tasks: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """The minutes that really pass, clock changes included."""
        return int((self.ends_at.timestamp() - self.starts_at.timestamp()) // 60)


@lru_cache(maxsize=100_000)
def _day_in(zone: str, seconds: float) -> date:
    return datetime.fromtimestamp(seconds, ZoneInfo(zone)).date()


@dataclass(frozen=True, slots=True)
class Rules:
    """What no plan may break. The caller fills them from the handbook's numbers (rota and hours policies)."""

    rest_minutes: int = 11 * 60  # between duties of different days (Working Time Regulations 1998, reg. 10, taken over)
    longest_day_minutes: int = 8 * 60  # all duties of a day together (rota.longest_day_minutes)
    duties_a_day: int = 2
    month_minutes: int = 40 * 60  # Statement of Expectation, part 2 (hours.monthly_cap_minutes)
    young_longest_day_minutes: int = 8 * 60  # rota.young_longest_day_minutes
    young_night_from: time = time(22)  # placements.young_night_from
    young_night_until: time = time(6)  # placements.young_night_until
    hope_minutes: int = 4 * 60  # in a fortnight (hours.fortnightly_hope_minutes); a hope, so it costs points only
    zone: str = "Europe/London"  # days, weeks and months are those of the clocks here

    def day_of(self, moment: datetime) -> date:
        """The day on which something that starts at this moment lies."""
        return _day_in(self.zone, moment.timestamp())

    def is_night(self, starts_at: datetime, ends_at: datetime) -> bool:
        """Whether any of this time lies in the hours that are not offered to people under 18."""
        zone = ZoneInfo(self.zone)
        first, last = self.day_of(starts_at) - timedelta(days=1), self.day_of(ends_at)
        for count in range((last - first).days + 1):
            evening = first + timedelta(days=count)
            morning = evening + timedelta(days=self.young_night_until <= self.young_night_from)
            night = Window(
                datetime.combine(evening, self.young_night_from, zone),
                datetime.combine(morning, self.young_night_until, zone),
            )
            if night.meets(starts_at, ends_at):
                return True
        return False


@dataclass(frozen=True, slots=True)
class Weights:
    """The points that each loss costs: what matters most to the programme has the most. All may be changed.

    The order they stand for: fill the least; give everybody the hoped-for time; fill the most; keep promises; ask for
    no more than was agreed; then turns, wishes, short journeys.
    """

    least: float = 10.0  # an hour open below the least, times the duty's value
    most: float = 5.0  # an hour open between the least and the most, times the duty's value
    hope: float = 6.0  # an hour short of the fortnight's hope, where a duty was possible
    accepted: float = 8.0  # an hour promised and accepted that the plan takes away
    offered: float = 4.0  # an hour offered, and not answered yet, that the plan takes away
    agreed: float = 2.0  # an hour above the agreed week
    reliance: float = 1.0  # an hour at a station that hangs on this person already, times the share
    fair: float = 0.5  # an hour, times (1 - credit)
    role: float = 1.0  # an hour in a role that was not wished for, where others were
    station: float = 1.0  # an hour at a station that was not wished for, where others were
    alone: float = 0.5  # an hour without any of the people wished for
    kilometre: float = 0.4  # of the way there, for each duty


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One person at one duty."""

    person: Key
    duty: Key


@dataclass(frozen=True, slots=True)
class Promise:
    """A place that was offered before this plan, and whether it was accepted."""

    person: Key
    duty: Key
    is_accepted: bool = True


@dataclass(frozen=True)  # without slots: the first Monday is worked out once
class Problem:
    """Everything that a plan is made from."""

    people: tuple[Person, ...]
    duties: tuple[Duty, ...]
    rules: Rules = Rules()
    weights: Weights = Weights()
    promises: tuple[Promise, ...] = ()
    starts_on: date | None = None  # fortnights are counted from the Monday of this day; else from the first duty's

    @cached_property
    def first_monday(self) -> date:
        day = self.starts_on or min(
            (self.rules.day_of(duty.starts_at) for duty in self.duties), default=date(2007, 1, 1)
        )
        return day - timedelta(days=day.weekday())

    def week_of(self, duty: Duty) -> int:
        """Weeks, Monday to Sunday, since the first Monday."""
        return (self.rules.day_of(duty.starts_at) - self.first_monday).days // 7


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the planner has come: told to whoever waits."""

    seconds: float
    stage: str  # "prices", "search", "proof"
    done: float  # 0 to 1, of the work intended
    cost: float | None = None  # of the best plan so far, in points
    bound: float | None = None  # no plan can cost less, in points


@dataclass(frozen=True, slots=True)
class Plan:
    """A proposal: nobody has been told anything. Every plan has passed the referee."""

    places: tuple[Place, ...]
    open_places: Mapping[Key, int]  # by duty, of its most
    cost: float  # points, counted by the referee
    bound: float  # points; no plan can cost less
    value: float  # points of all places, if all were open: the scale for the welfare gap
    prices: Mapping[Key, float]  # by duty, the points that one more place would be worth: where people are missing
    broken_promises: tuple[Promise, ...] = ()
    method: str = ""  # what made the plan, and what proved the bound
    progress: tuple[Progress, ...] = ()

    @property
    def gap(self) -> float:
        """At most this share of the cost could still be saved."""
        return max(0.0, self.cost - self.bound) / self.cost if self.cost > 0 else 0.0

    @property
    def welfare_gap(self) -> float:
        """At most this share of the best possible rota's value is missing."""
        best = self.value - self.bound
        return max(0.0, self.cost - self.bound) / best if best > 0 else 0.0

    @property
    def is_proved_best(self) -> bool:
        return self.gap < 1e-6


def validate(problem: Problem) -> None:
    """Raise ValueError, saying what and where, when the problem is nonsense rather than merely hard."""
    _validate_rules(problem.rules, problem.weights)
    duties, people = _distinct("duty", problem.duties), _distinct("person", problem.people)
    for duty in problem.duties:
        _validate_duty(duty)
    for person in problem.people:
        _validate_person(person, duties)
    for promise in problem.promises:
        if promise.person not in people or promise.duty not in duties:
            raise ValueError(f"A promise names {promise.person!r} and {promise.duty!r}: one is not in the problem.")
    if len({(promise.person, promise.duty) for promise in problem.promises}) < len(problem.promises):
        raise ValueError("A promise is there twice.")


def _distinct(kind: str, things: Iterable[Person | Duty]) -> set[Key]:
    seen: set[Key] = set()
    for thing in things:
        if thing.id in seen:
            raise ValueError(f"The {kind} {thing.id!r} is there twice.")
        seen.add(thing.id)
    return seen


def _validate_rules(rules: Rules, weights: Weights) -> None:
    numbers = (rules.rest_minutes, rules.longest_day_minutes, rules.month_minutes, rules.hope_minutes)
    if min(*numbers, rules.young_longest_day_minutes) < 0 or rules.duties_a_day < 1:
        raise ValueError("A rule is negative, or no duty a day is allowed.")
    for name in Weights.__slots__:
        if not 0 <= getattr(weights, name) < 1e6:
            raise ValueError(f"The weight {name!r} must be from 0 to 1,000,000 points.")
    if weights.least < weights.most:
        raise ValueError("The least must weigh as much as the most: otherwise the most would be filled first.")


def _validate_duty(duty: Duty) -> None:
    if duty.starts_at.tzinfo is None or duty.ends_at.tzinfo is None:
        raise ValueError(f"The duty {duty.id!r} has a time without a zone.")
    if duty.starts_at.timestamp() % 60 or duty.ends_at.timestamp() % 60:
        raise ValueError(f"The duty {duty.id!r} does not start and end on a whole minute.")
    if duty.minutes <= 0:
        raise ValueError(f"The duty {duty.id!r} lasts {duty.minutes} minutes: it must end after it starts.")
    if not 0 <= duty.least <= duty.most or duty.most < 1:
        raise ValueError(f"The duty {duty.id!r} asks for {duty.least} to {duty.most} people.")
    if not 0 <= duty.value < 1e6:
        raise ValueError(f"The duty {duty.id!r} has the value {duty.value}: it must be from 0 to 1,000,000.")


def _validate_person(person: Person, duties: set[Key]) -> None:
    if not person.ready_for <= duties:
        strange = min(map(str, person.ready_for - duties))
        raise ValueError(f"{person.id!r} is ready for the duty {strange!r}, which is not in the problem.")
    if not 0 <= person.credit <= 1:
        raise ValueError(f"The credit of {person.id!r} is {person.credit}: it must be from 0 to 1.")
    for window in (*(person.free or ()), *person.busy, *person.wishes.never):
        if window.starts_at.tzinfo is None or window.ends_at.tzinfo is None:
            raise ValueError(f"{person.id!r} has a time without a zone.")
        if window.ends_at.timestamp() <= window.starts_at.timestamp():
            raise ValueError(f"{person.id!r} has a time that ends before it starts.")
    if any(not 0 <= metres < 1e8 for metres in person.metres.values()):
        raise ValueError(f"{person.id!r} has a distance below nothing, or beyond the earth.")
    if any(not 0 <= share <= 1 for share in person.carries.values()):
        raise ValueError(f"{person.id!r} carries a share that is not from 0 to 1.")
