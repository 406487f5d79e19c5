"""The problem as arrays, for the planner: people, duties in order of their start, and every possible pair of them.

Twelve million pairs take 8 bytes each. Money of account is the point; time is in minutes since 1970, UTC.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812 - a column is called date

import numpy as np
from numpy.typing import NDArray

from rostering.problem import Duty, Key, Person, Problem, Reason, Window

NO_LIMIT = 1_000_000  # minutes: more than any period holds

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


def no_longs() -> Longs:
    return np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Columns:
    """P people, S duties sorted by start, E possible pairs in compressed rows by person, duties ascending in each."""

    # Of the duties: S numbers each.
    start: Longs  # minutes since 1970, UTC
    end: Longs
    date: Ints  # of the start on the wall's clock, as an ordinal
    week: Ints  # 0.. since the first Monday; the fortnight is week // 2
    month: Ints  # 0.., the columns of ``month_left``
    least: Ints
    most: Ints
    cost_least: Floats  # points for one place open below the least
    cost_most: Floats  # points for one place open between the least and the most; never more than ``cost_least``

    # Of the people: P numbers each.
    month_left: Ints  # [P, M] minutes
    week_most: Ints  # minutes, kept strictly
    day_most: Ints  # minutes, kept strictly
    agreed: Ints  # minutes a week, above which an hour costs points

    # Of the pairs: E numbers each.
    row: Longs  # [P + 1] where each person's pairs begin
    duty: Ints
    cost: NDArray[np.float32] | Floats  # points; below nothing where the pair was promised

    # rules and weights
    rest: int  # minutes
    duties_a_day: int
    hope: int  # minutes a fortnight
    hope_rate: float  # points a minute
    agreed_rate: float
    alone_rate: float
    constant: float = 0.0  # points that every plan costs, so that no plan costs less than nothing

    # wishes to be with somebody, compressed rows by person; empty when there are none
    friend_row: Longs = field(default_factory=no_longs)  # [P + 1] or []
    friend: Ints = field(default_factory=lambda: np.zeros(0, np.int32))
    promised: Longs = field(default_factory=no_longs)  # the pairs that were promised, ascending

    @property
    def people(self) -> int:
        return len(self.row) - 1

    @property
    def minutes(self) -> Ints:
        return (self.end - self.start).astype(np.int32)

    @property
    def hoped(self) -> Flags:
        """[P, F] whether there is a pair in that fortnight at all: else nothing is hoped for."""
        fortnights = int(self.week.max(initial=0)) // 2 + 1
        hoped = np.zeros((self.people, fortnights), np.bool_)
        for first in range(0, self.people, 4096):  # in slices, to stay small
            last = min(first + 4096, self.people)
            pairs = slice(self.row[first], self.row[last])
            who = np.repeat(np.arange(first, last), np.diff(self.row[first : last + 1]))
            hoped[who, self.week[self.duty[pairs]] // 2] = True
        return hoped

    @property
    def value(self) -> float:
        """The points of all places, if all were open."""
        return float(self.cost_least @ self.least + self.cost_most @ (self.most - self.least))

    def person_of(self, pairs: Longs) -> Longs:
        """The person of each of these pairs."""
        return np.searchsorted(self.row, pairs, side="right") - 1


@dataclass(frozen=True, slots=True)
class Names:
    """What the rows of the columns are called by the caller."""

    people: tuple[Key, ...]
    duties: tuple[Key, ...]


def arrange(problem: Problem) -> tuple[Columns, Names]:
    """The problem as columns. Whoever cannot take a duty has no pair with it."""
    order = sorted(problem.duties, key=lambda duty: (duty.starts_at.timestamp(), duty.ends_at.timestamp()))
    times = _Times.of(problem, order)
    rows = [_pairs_of(problem, person, order, times) for person in problem.people]
    names = Names(tuple(person.id for person in problem.people), tuple(duty.id for duty in order))
    row = np.concatenate([[0], np.cumsum([len(each) for each, _ in rows])]).astype(np.int64)
    duty = np.concatenate([each for each, _ in rows]) if rows else np.zeros(0, np.int32)
    cost = np.concatenate([each for _, each in rows]) if rows else np.zeros(0)
    cost, constant, promised = _promises(problem, names, times, row, duty, cost)
    friend_row, friend = _friends(problem, names)
    value = np.array([each.value for each in order], float) * times.minutes / 60
    people, rules, weights = problem.people, problem.rules, problem.weights
    young = min(rules.longest_day_minutes, rules.young_longest_day_minutes)
    columns = Columns(
        start=times.start,
        end=times.end,
        date=times.date,
        week=times.week,
        month=times.month,
        least=np.array([each.least for each in order], np.int32),
        most=np.array([each.most for each in order], np.int32),
        cost_least=weights.least * value,
        cost_most=weights.most * value,
        month_left=np.array(
            [[each.minutes_left.get(month, rules.month_minutes) for month in times.months] for each in people], np.int32
        ).reshape(len(people), len(times.months)),
        week_most=np.array([_or_none(each.wishes.most_week_minutes) for each in people], np.int32),
        day_most=np.array([young if each.is_young else rules.longest_day_minutes for each in people], np.int32),
        agreed=np.array([_or_none(each.agreed_week_minutes) for each in people], np.int32),
        row=row,
        duty=duty,
        cost=cost,
        rest=rules.rest_minutes,
        duties_a_day=rules.duties_a_day,
        hope=rules.hope_minutes,
        hope_rate=weights.hope / 60,
        agreed_rate=weights.agreed / 60,
        alone_rate=weights.alone / 60,
        constant=constant,
        friend_row=friend_row,
        friend=friend,
        promised=promised,
    )
    return columns, names


def _or_none(minutes: int | None) -> int:
    return NO_LIMIT if minutes is None else min(minutes, NO_LIMIT)


@dataclass(frozen=True, slots=True)
class _Times:
    """What the duties' times mean, [S] each."""

    start: Longs
    end: Longs
    minutes: Ints
    date: Ints
    week: Ints
    month: Ints
    months: tuple[Date, ...]
    is_night: Flags
    index: dict[Key, int]
    stations: Ints
    station_index: dict[str, int]

    @classmethod
    def of(cls, problem: Problem, order: list[Duty]) -> "_Times":
        days = [problem.rules.day_of(duty.starts_at) for duty in order]
        months = tuple(sorted({day.replace(day=1) for day in days}))
        monday = problem.first_monday.toordinal()
        stations = {name: at for at, name in enumerate(sorted({duty.station for duty in order}))}
        ordinals = np.array([day.toordinal() for day in days], np.int32)
        return cls(
            start=np.array([_minute(duty.starts_at.timestamp()) for duty in order], np.int64),
            end=np.array([_minute(duty.starts_at.timestamp()) + duty.minutes for duty in order], np.int64),
            minutes=np.array([duty.minutes for duty in order], np.int32),
            date=ordinals,
            week=((ordinals - monday) // 7).astype(np.int32),
            month=np.array([months.index(day.replace(day=1)) for day in days], np.int32),
            months=months,
            is_night=np.array([problem.rules.is_night(duty.starts_at, duty.ends_at) for duty in order], np.bool_),
            index={duty.id: at for at, duty in enumerate(order)},
            stations=np.array([stations[duty.station] for duty in order], np.int32),
            station_index=stations,
        )

    def touched(self, window: Window, rest: int, day: Date) -> Flags:
        """The duties that something agreed elsewhere forbids: on its day, or with too little rest."""
        starts, ends = window.starts_at.timestamp() / 60, window.ends_at.timestamp() / 60
        near = (self.start < ends + rest) & (self.end + rest > starts)
        return np.asarray(near | (self.date == day.toordinal()), np.bool_)


def _minute(seconds: float) -> int:
    return int(seconds // 60)


def reasons(problem: Problem, person: Person, times: _Times) -> NDArray[np.uint8]:
    """[S] the code of the reason against this person at each duty, 0 where there is none."""
    rules, wishes = problem.rules, person.wishes
    found = np.full(len(times.start), Reason.NOT_READY, np.uint8)
    found[[times.index[key] for key in person.ready_for]] = Reason.NONE

    def note(reason: Reason, where: Flags) -> None:
        found[(found == Reason.NONE) & where] = reason

    note(Reason.TOO_LONG, times.minutes > rules.longest_day_minutes)
    if person.is_young:
        note(Reason.TOO_LONG_FOR_YOUNG, times.minutes > rules.young_longest_day_minutes)
        note(Reason.NIGHT, times.is_night)
    if person.free is not None:
        free = np.zeros(len(times.start), np.bool_)
        for window in person.free:
            free |= (times.start * 60 >= window.starts_at.timestamp()) & (times.end * 60 <= window.ends_at.timestamp())
        note(Reason.NOT_FREE, ~free)
    for window in wishes.never:
        meets = (times.start * 60 < window.ends_at.timestamp()) & (times.end * 60 > window.starts_at.timestamp())
        note(Reason.NEVER_SUITS, meets)
    for window in person.busy:
        note(Reason.BUSY, times.touched(window, rules.rest_minutes, rules.day_of(window.starts_at)))
    left = np.array([person.minutes_left.get(month, rules.month_minutes) for month in times.months], np.int64)
    if len(left):
        note(Reason.MONTH_FULL, times.minutes > left[times.month])
    note(Reason.WEEK_FULL, times.minutes > _or_none(wishes.most_week_minutes))
    return found


def _pairs_of(problem: Problem, person: Person, order: list[Duty], times: _Times) -> tuple[Ints, Floats]:
    """The duties that the person can take, and the points of each."""
    weights, wishes = problem.weights, person.wishes
    duty = np.flatnonzero(reasons(problem, person, times) == Reason.NONE).astype(np.int32)
    if not len(duty):
        return duty, np.zeros(0)
    hourly = np.full(len(duty), weights.fair * (1 - person.credit))
    hourly += weights.reliance * _by_station(person.carries, times)[times.stations[duty]]
    if wishes.roles:
        hourly += weights.role * np.array([order[at].role not in wishes.roles for at in duty], float)
    if wishes.stations:
        hourly += weights.station * np.array([order[at].station not in wishes.stations for at in duty], float)
    journey = weights.kilometre / 1000 * _by_station(person.metres, times)[times.stations[duty]]
    return duty, hourly * times.minutes[duty] / 60 + journey


def _by_station(numbers: Mapping[str, float], times: _Times) -> Floats:
    values = np.zeros(len(times.station_index))
    for name, number in numbers.items():
        if name in times.station_index:
            values[times.station_index[name]] = number
    return values


def _promises(
    problem: Problem, names: Names, times: _Times, row: Longs, duty: Ints, cost: Floats
) -> tuple[Floats, float, Longs]:
    """Keeping a promise saves what breaking it costs: the breaking of all is the constant."""
    who = {key: at for at, key in enumerate(names.people)}
    constant, pairs = 0.0, []
    for promise in problem.promises:
        rate = problem.weights.accepted if promise.is_accepted else problem.weights.offered
        at, person = times.index[promise.duty], who[promise.person]
        points = float(rate * times.minutes[at] / 60)
        constant += points
        pair = int(row[person] + np.searchsorted(duty[row[person] : row[person + 1]], at))
        if pair < row[person + 1] and duty[pair] == at:
            cost[pair] -= points
            pairs.append(pair)
    return cost, constant, np.array(sorted(pairs), np.int64)


def _friends(problem: Problem, names: Names) -> tuple[Longs, Ints]:
    if not any(person.wishes.people for person in problem.people):
        return no_longs(), np.zeros(0, np.int32)
    who = {key: at for at, key in enumerate(names.people)}
    # A friend who is not in the problem cannot come: the wish stays, and stays unmet.
    rows = [[who.get(key, -1) for key in person.wishes.people - {person.id}] for person in problem.people]
    friend = np.array([each for row in rows for each in sorted(row)], np.int32)
    return np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int64), friend
