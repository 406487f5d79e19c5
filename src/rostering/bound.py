"""Prices for places, and by them a bound: no plan can cost less, whatever made it.

Each place gets a price (Lagrange's). At given prices every person can be planned alone, exactly, by dynamic
programming; the sum of these best plans, with what the duties would pay, is below the cost of any plan that keeps the
rules, because the prices only ever forgive. Subgradient steps raise the bound: the price of what nobody takes goes up.

What makes the bound lower than it need be, never higher: rest across a week's end is not asked for; two duties of one
day are not added up; a wish for company counts as met wherever it could be; lengths are rounded down to the unit of
the tables. The search shares none of this code.
"""

import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rostering.columns import Columns, Flags, Floats, Ints, Longs
from rostering.kernels.single import sweep

MOST_SURPLUS = -4.0  # of a duty's places: a step of the prices takes no more people than this for too many
FASTEST = 8.0  # times its measure is the longest step of a price that has gone the same way for long
LARGEST_TABLE = 2_000_000  # cells of a person's table of minutes; beyond it the unit of minutes grows


@dataclass(frozen=True, slots=True)
class Prices:
    """The prices found, the bound they prove, and how far each duty is asked for at them."""

    price: Floats  # [S] points for one more place
    bound: float  # points
    rounds: int


@dataclass(frozen=True, slots=True)
class _Tables:
    """The problem in the units of the tables: lengths rounded down, so that the rules only loosen."""

    unit: int  # minutes
    units: Ints  # [S] length
    grace: int  # duties may be this share of ``units`` longer: 0 when all lengths are whole units, else the shortest
    block: Ints  # [S] week and month together
    block_week: Ints
    block_fortnight: Ints
    block_month: Ints
    month_units: Ints  # [P, M]
    week_units: Ints  # [P]
    hope: float  # minutes
    hope_rate: float
    hoped: Flags  # [P, F]
    cost: NDArray[np.float32]  # [E] rounded down


class Pricer:
    """Holds the tables of one problem and asks for bounds at prices."""

    def __init__(self, columns: Columns, threads: int) -> None:
        self.columns = columns
        self.tables = _tables(columns)
        self.threads = threads
        edges = np.linspace(0, len(columns.duty), threads * 8 + 1)
        self.cuts = np.unique(np.searchsorted(columns.row, edges)).astype(np.int64)
        self.cuts[-1] = columns.people

    def at(self, price: Floats) -> tuple[float, Longs]:
        """The bound at these prices, and how often each duty is taken in the best plans of the people alone."""
        with ThreadPoolExecutor(self.threads) as pool:
            parts = list(pool.map(lambda cut: self._sweep(price, *cut), zip(self.cuts, self.cuts[1:], strict=False)))
        taken = np.stack([part[1] for part in parts]).sum(axis=0, dtype=np.int64)
        return sum(part[0] for part in parts) + self._duties(price) + self.columns.constant, taken

    def wanted(self, price: Floats) -> tuple[Floats, Floats]:
        """The least and the most people that each duty would pay for at its price."""
        columns = self.columns
        few = np.where(price < columns.cost_most, columns.most, np.where(price < columns.cost_least, columns.least, 0))
        many = np.where(price > columns.cost_most, np.where(price > columns.cost_least, 0, columns.least), columns.most)
        return few.astype(float), many.astype(float)

    def _duties(self, price: Floats) -> float:
        """The least that the duties cost at these prices: nobody, the least, or the most are paid for."""
        columns = self.columns
        more = columns.most - columns.least
        nobody = columns.cost_least * columns.least + columns.cost_most * more
        some = price * columns.least + columns.cost_most * more
        return float(np.minimum(np.minimum(nobody, some), price * columns.most).sum())

    def _sweep(self, price: Floats, first: int, last: int) -> tuple[float, Ints]:
        columns, tables = self.columns, self.tables
        taken = np.zeros(len(columns.start), np.int32)
        total = sweep(
            first,
            last,
            columns.row,
            columns.duty,
            tables.cost,
            price,
            columns.start,
            columns.end,
            columns.date,
            tables.units,
            tables.block,
            tables.block_week,
            tables.block_fortnight,
            tables.block_month,
            tables.month_units,
            tables.week_units,
            columns.agreed,
            tables.hoped,
            tables.unit,
            tables.grace,
            columns.rest,
            columns.duties_a_day,
            tables.hope,
            tables.hope_rate,
            columns.agreed_rate,
            taken,
        )
        return total, taken


def _tables(columns: Columns) -> _Tables:
    minutes = columns.minutes
    unit = max(5, math.gcd(*minutes.tolist())) if len(minutes) else 60
    month = int(columns.month_left.max(initial=0))
    week = int(min(columns.week_most.max(initial=0), 7 * columns.day_most.max(initial=0)))
    while (month // unit + 1) * (columns.hope // unit + 2) * (week // unit + 1) > LARGEST_TABLE:
        unit *= 2
    units = minutes // unit
    is_exact = bool((units * unit == minutes).all())
    # The hope is dropped where a duty may be shorter than the unit: a length of nothing cannot carry the grace.
    has_hope = is_exact or int(units.min(initial=1)) > 0
    keys = np.stack([columns.month, columns.week], axis=1)
    blocks, block = np.unique(keys, axis=0, return_inverse=True) if len(keys) else (keys, np.zeros(0, np.int64))
    return _Tables(
        unit=unit,
        units=units.astype(np.int32),
        grace=0 if is_exact else max(1, int(units.min(initial=1))),
        block=block.reshape(-1).astype(np.int32),
        block_week=blocks[:, 1].astype(np.int32),
        block_fortnight=(blocks[:, 1] // 2).astype(np.int32),
        block_month=blocks[:, 0].astype(np.int32),
        month_units=(np.maximum(columns.month_left, 0) // unit).astype(np.int32),
        week_units=(np.clip(columns.week_most, 0, week) // unit).astype(np.int32),
        hope=float(columns.hope),
        hope_rate=columns.hope_rate if has_hope else 0.0,
        hoped=columns.hoped,
        cost=_rounded_down(columns),
    )


def _rounded_down(columns: Columns) -> NDArray[np.float32]:
    """The pairs' points in single precision, never above the true ones."""
    cost = columns.cost if not len(columns.friend_row) else columns.cost + _surely_alone(columns)
    if cost.dtype == np.float32:
        return cost.astype(np.float32, copy=False)
    single = cost.astype(np.float32)
    return np.where(single > cost, np.nextafter(single, np.float32(-np.inf)), single).astype(np.float32)


def _surely_alone(columns: Columns) -> Floats:
    """[E] the points for being alone where nobody wished for could come at all."""
    points = np.zeros(len(columns.duty))
    for v in np.flatnonzero(np.diff(columns.friend_row)):
        friends = columns.friend[columns.friend_row[v] : columns.friend_row[v + 1]]
        theirs = [columns.duty[columns.row[f] : columns.row[f + 1]] for f in friends if f >= 0]
        mine = slice(columns.row[v], columns.row[v + 1])
        alone = ~np.isin(columns.duty[mine], np.concatenate([np.zeros(0, np.int32), *theirs]))
        points[mine] = np.where(alone, columns.alone_rate * columns.minutes[columns.duty[mine]], 0.0)
    return points


def find_prices(
    pricer: Pricer, *, part: Callable[[int, float], float], start: Floats | None = None, first: float = 0.25
) -> Prices:
    """Raise the bound by subgradient steps, from ``first`` (of a price) down to a hundredth of it.

    ``part`` is asked before each step, with its number and the bound so far: how much of the work is done, 0 to 1.
    """
    columns = pricer.columns
    hours = np.maximum(columns.minutes / 60, 0.25)
    places = np.maximum(columns.most, 1)  # a part of a problem may have none of a duty's
    price = np.minimum(columns.cost_least, 0.3 * hours) if start is None else start.copy()
    drift, before, pace = (np.full_like(price, each) for each in (0.0, 0.0, 1.0))
    best, best_price, number = -math.inf, price, 0
    while (done := part(number, best)) < 1:
        bound, taken = pricer.at(price)
        if bound > best:
            best, best_price = bound, price.copy()
        few, many = pricer.wanted(price)
        # Cut off after averaging: a crowd that comes all together or not at all must count as what it is on average.
        drift = 0.7 * drift + 0.3 * (np.clip(taken, few, many) - taken) / places
        lack = np.clip(drift, MOST_SURPLUS, 1.0)
        # Where the same lack goes on the steps grow; where it turns they shrink to their measure.
        pace = np.where(lack * before > 0, np.minimum(pace * 1.15, FASTEST), np.where(lack * before < 0, 1.0, pace))
        before = lack
        step = first * 0.01**done
        price = np.minimum(price + step * pace * np.maximum(np.abs(price), 1.5 * hours) * lack, columns.cost_least)
        number += 1
    return Prices(best_price, best, number)
