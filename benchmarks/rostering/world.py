"""A made-up programme from a seed: a city of boroughs, people with times and ways, duties that want them.

Nobody and nothing in it is real. The same seed gives the same world on every machine.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from rostering.columns import Columns
from rostering.problem import Duty, Person, Problem, Rules, Weights, Window, Wishes

ZONE = ZoneInfo("Europe/London")
WEIGHTS = Weights()
RULES = Rules(duties_a_day=1, longest_day_minutes=8 * 60)


@dataclass(frozen=True)
class Size:
    """How large a world is."""

    people: int
    duties: int
    places: float  # at a duty, on average
    boroughs: int
    units: int  # in a borough
    first: date
    days: int
    roles_held: tuple[float, ...]  # chances of holding 1, 2, 3, .. roles
    free: float  # chance that a weekday has any free time
    reach_km: float
    lengths: tuple[int, ...]  # hours
    agreed: tuple[int, ...]  # hours a week
    month_left: tuple[int, int] = (28, 40)  # hours
    roles: int = 12


FOUR_WEEKS = date(2012, 5, 14), 28
LENGTHS, AGREED = (2, 3, 4, 4, 5, 6), (2, 4, 4, 6, 8)
SIZES = {
    "borough": Size(25, 64, 1.75, 1, 4, *FOUR_WEEKS, (0.6, 0.4), 0.75, 40, LENGTHS, AGREED, roles=2),
    "programme": Size(700, 1940, 1.55, 32, 4, *FOUR_WEEKS, (0.5, 0.5), 0.7, 8.5, LENGTHS, AGREED, roles=4),
    "corporate": Size(7000, 18776, 1.7, 32, 24, *FOUR_WEEKS, (0.4, 0.4, 0.2), 0.6, 15, LENGTHS, AGREED),
    "games": Size(
        *(70_000, 11_213, 62.4, 32, 4, date(2012, 7, 27), 17, (0.5, 0.4, 0.1), 0.8, 16),
        *((4, 4, 5, 6), (16, 20, 24, 30), (40, 40)),
    ),
}
SIZES["games-tenth"] = replace(SIZES["games"], people=7000, places=6.24)


@dataclass(frozen=True)
class World:
    """The drawn numbers, as arrays; ``problem`` and ``columns`` give them to the planner."""

    size: Size
    home: NDArray[np.float64]  # [P, 2] km
    holds: NDArray[np.bool_]  # [P, roles]
    hours: NDArray[np.int16]  # [P, 7, 2] free from and until, o'clock; equal when not
    leave: NDArray[np.int16]  # [P] the first day of a week away, or -9
    agreed: NDArray[np.int32]  # minutes a week
    left: NDArray[np.int32]  # [P] minutes a month
    credit: NDArray[np.float64]
    reach: NDArray[np.float64]  # km
    likes: NDArray[np.int16]  # [P] a role wished for, or -1
    friend: NDArray[np.int32]  # [P] somebody to be with, or -1
    young: NDArray[np.bool_]
    station: NDArray[np.float64]  # [U, 2] km
    unit: NDArray[np.int32]  # [S]
    role: NDArray[np.int16]
    day: NDArray[np.int16]
    from_hour: NDArray[np.int16]
    length: NDArray[np.int16]
    most: NDArray[np.int32]
    value: NDArray[np.float64]

    @property
    def least(self) -> NDArray[np.int32]:
        return np.ceil(self.most * 0.7).astype(np.int32)


def world(size: Size, seed: int) -> World:
    """Draw a world."""
    dice = np.random.default_rng(seed)
    people, duties = size.people, size.duties
    side = int(np.ceil(np.sqrt(size.boroughs)))
    corner = np.array([[at % side, at // side] for at in range(size.boroughs)]) * 7.0
    live_in = dice.integers(size.boroughs, size=people)
    unit_in = np.repeat(np.arange(size.boroughs), size.units)
    roles = dice.choice(len(size.roles_held), p=size.roles_held, size=people) + 1
    order = dice.random((people, size.roles)).argsort(axis=1).argsort(axis=1)
    opens = dice.choice([7, 9, 13, 17], p=[0.2, 0.4, 0.2, 0.2], size=(people, 7))
    closes = np.minimum(opens + dice.choice([5, 6, 9, 12], size=(people, 7)), 23)
    closes = np.where(dice.random((people, 7)) < size.free, closes, opens)
    agreed = dice.choice(size.agreed, size=people) * 60
    holds = order < roles[:, None]
    likes = np.where(dice.random(people) < 0.4, np.argmax(holds, axis=1), -1)
    friend = np.where(dice.random(people) < (0.1 if people < 5000 else 0.0), dice.integers(people, size=people), -1)
    length = dice.choice(size.lengths, size=duties)
    spread = max(1, round(size.places * 2) - 1)
    most = np.maximum(dice.integers(1, spread + 1, size=duties), 1)
    return World(
        size=size,
        home=corner[live_in] + dice.random((people, 2)) * 7,
        holds=holds,
        hours=np.stack([opens, closes], axis=2).astype(np.int16),
        leave=np.where(dice.random(people) < 0.1, dice.integers(size.days, size=people), -9).astype(np.int16),
        agreed=agreed.astype(np.int32),
        left=(dice.integers(size.month_left[0], size.month_left[1] + 1, size=people) * 60).astype(np.int32),
        credit=np.round(dice.random(people), 2),
        reach=size.reach_km * (0.4 + 1.2 * dice.random(people)),
        likes=likes.astype(np.int16),
        friend=friend.astype(np.int32),
        young=dice.random(people) < 0.04,
        station=corner[unit_in] + dice.random((len(unit_in), 2)) * 7,
        unit=dice.integers(len(unit_in), size=duties).astype(np.int32),
        role=dice.integers(size.roles, size=duties).astype(np.int16),
        day=np.sort(dice.integers(size.days, size=duties)).astype(np.int16),
        from_hour=dice.choice([8, 9, 10, 12, 13, 14, 17, 17], size=duties).astype(np.int16),
        length=length.astype(np.int16),
        most=most.astype(np.int32),
        value=dice.choice([1.0, 2.0, 3.0], p=[0.5, 0.3, 0.2], size=duties),
    )


def problem(made: World, weights: Weights = WEIGHTS) -> Problem:
    """The world as dataclasses: for up to a thousand people or so."""
    duties = tuple(_duty(made, at) for at in range(made.size.duties))
    return Problem(
        people=tuple(_person(made, at, duties) for at in range(made.size.people)),
        duties=duties,
        rules=RULES,
        weights=weights,
        starts_on=made.size.first,
    )


def _moment(made: World, day: int, hour: int) -> datetime:
    at = datetime.combine(made.size.first + timedelta(days=day), datetime.min.time(), ZONE).replace(hour=hour)
    return at.astimezone(UTC)


def _duty(made: World, at: int) -> Duty:
    day, hour = int(made.day[at]), int(made.from_hour[at])
    start = _moment(made, day, hour)
    return Duty(
        id=at,
        starts_at=start,
        ends_at=start + timedelta(hours=int(made.length[at])),
        least=int(made.least[at]),
        most=int(made.most[at]),
        value=float(made.value[at]),
        station=f"unit {made.unit[at]}",
        role=f"role {made.role[at]}",
    )


def _person(made: World, at: int, duties: tuple[Duty, ...]) -> Person:
    away = np.hypot(*(made.station - made.home[at]).T)
    ready = made.holds[at][made.role] & (away <= made.reach[at])[made.unit]
    free = []
    for day in range(made.size.days):
        opens, closes = made.hours[at, (made.size.first.weekday() + day) % 7]
        if opens < closes and not 0 <= day - made.leave[at] < 7:
            free.append(Window(_moment(made, day, int(opens)), _moment(made, day, int(closes))))
    return Person(
        id=at,
        ready_for=frozenset(duties[each].id for each in np.flatnonzero(ready)),
        minutes_left={date(2012, month, 1): int(made.left[at]) for month in range(5, 9)},
        free=tuple(free),
        wishes=Wishes(
            roles=frozenset({f"role {made.likes[at]}"} if made.likes[at] >= 0 else ()),
            people=frozenset({int(made.friend[at])} if made.friend[at] >= 0 else ()),
            most_week_minutes=int(made.agreed[at]) * 3 // 2,
        ),
        agreed_week_minutes=int(made.agreed[at]),
        credit=float(made.credit[at]),
        metres={f"unit {unit}": int(away[unit] * 1000) for unit in np.flatnonzero(away <= made.reach[at])},
        is_young=bool(made.young[at]),
    )


def columns(made: World, weights: Weights = WEIGHTS) -> Columns:
    """The world as columns: for any number of people. Friends are left out; they are few and far apart."""
    order = np.lexsort((made.length, made.from_hour, made.day))
    made = replace(
        made, **{name: getattr(made, name)[order] for name in "unit role day from_hour length most value".split()}
    )
    offset = datetime.combine(made.size.first, datetime.min.time(), ZONE)
    start = (
        int(offset.timestamp()) // 60 + made.day.astype(np.int64) * 1440 + made.from_hour.astype(np.int64) * 60
    )  # no clock changes
    monday = made.size.first.weekday()
    months = [(made.size.first + timedelta(days=day)).month for day in range(made.size.days)]
    minutes = made.length.astype(np.int64) * 60
    row, duty, cost = _pairs(made, weights)
    people, hours = made.size.people, minutes / 60
    return Columns(
        start=start,
        end=start + minutes,
        date=(made.day.astype(np.int32) + made.size.first.toordinal()).astype(np.int32),
        week=((made.day + monday) // 7).astype(np.int32),
        month=np.array([month - months[0] for month in months], np.int32)[made.day],
        least=made.least,
        most=made.most,
        cost_least=weights.least * made.value * hours,
        cost_most=weights.most * made.value * hours,
        month_left=np.repeat(made.left[:, None], months[-1] - months[0] + 1, axis=1),
        week_most=(made.agreed * 3 // 2).astype(np.int32),
        day_most=np.full(people, RULES.longest_day_minutes, np.int32),
        agreed=made.agreed,
        row=row,
        duty=duty,
        cost=cost,
        rest=RULES.rest_minutes,
        duties_a_day=RULES.duties_a_day,
        hope=RULES.hope_minutes,
        hope_rate=weights.hope / 60,
        agreed_rate=weights.agreed / 60,
        alone_rate=weights.alone / 60,
    )


def _pairs(made: World, weights: Weights) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.float32]]:
    weekday = (made.day + made.size.first.weekday()) % 7
    ends, hours = made.from_hour + made.length, made.length.astype(np.float32)
    counts, duties, costs = [], [], []
    for first in range(0, made.size.people, 500):
        who = slice(first, min(first + 500, made.size.people))
        away = np.hypot(*(made.station[None] - made.home[who, None]).transpose(2, 0, 1)).astype(np.float32)
        able = made.holds[who][:, made.role] & (away <= made.reach[who, None])[:, made.unit]
        able &= (made.hours[who, :, 0][:, weekday] <= made.from_hour) & (ends <= made.hours[who, :, 1][:, weekday])
        able &= ~((made.day >= made.leave[who, None]) & (made.day < made.leave[who, None] + 7))
        able &= ~(made.young[who, None] & (ends > 22))
        able &= made.length.astype(np.int32) * 60 <= (made.agreed[who, None] * 3 // 2)
        person, duty = np.nonzero(able)
        unliked = (made.likes[who][person] >= 0) & (made.likes[who][person] != made.role[duty])
        hourly = weights.fair * (1 - made.credit[who][person]) + weights.role * unliked
        counts.append(able.sum(axis=1))
        duties.append(duty.astype(np.int32))
        costs.append((hourly * hours[duty] + weights.kilometre * away[person, made.unit[duty]]).astype(np.float32))
    row = np.concatenate([[0], np.cumsum(np.concatenate(counts))]).astype(np.int64)
    return row, np.concatenate(duties), np.concatenate(costs)
