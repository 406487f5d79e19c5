"""Makes plans for any number of people: a compiled search over the pairs that the prices leave worth a look.

In each round the people are dealt into as many hands as there are threads. Each hand gets its share of every duty's
places and searches alone; then the hands are dealt anew. So threads never wait for each other, and the same seed and
number of threads make the same plan.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rostering.columns import Columns, Flags, Floats, Ints, Longs, no_longs
from rostering.kernels.search import search

NO_INTS = np.zeros(0, np.int32)


@dataclass(frozen=True, slots=True)
class Sifted:
    """The pairs worth a look: rows by person, the most promising first, and where each stands in the columns."""

    row: Longs
    pair: Longs
    duty: Ints
    cost: Floats


def sift(columns: Columns, price: Floats, each: int) -> Sifted:
    """Keep each person's ``each`` pairs of the lowest points less price, and every promise."""
    chosen = []
    promised = np.zeros(len(columns.duty), np.bool_)
    promised[columns.promised] = True
    hours = np.maximum(columns.minutes / 60, 0.25)
    for v in range(columns.people):
        first, last = columns.row[v], columns.row[v + 1]
        duty = columns.duty[first:last]
        reduced = (columns.cost[first:last] - price[duty]) / hours[duty]
        if last - first > each:
            worth_a_look = promised[first:last].copy()
            worth_a_look[np.argpartition(reduced, each)[:each]] = True
            kept = np.flatnonzero(worth_a_look)
            chosen.append(first + kept[np.argsort(reduced[kept], kind="stable")])
        else:
            chosen.append(first + np.argsort(reduced, kind="stable"))
    pair = np.concatenate(chosen) if chosen else no_longs()
    row = np.concatenate([[0], np.cumsum([len(one) for one in chosen])]).astype(np.int64)
    return Sifted(row, pair.astype(np.int64), columns.duty[pair], columns.cost[pair].astype(float))


@dataclass(frozen=True, slots=True)
class Heat:
    """How a round goes: temperature in points from and until, hardness in points an hour from and until."""

    warm: float
    cold: float
    soft: float
    firm: float


POLISH = Heat(0.05, 0.01, 1000.0, 1000.0)


class Search:
    """A plan in the making."""

    def __init__(self, columns: Columns, price: Floats, sifted: Sifted, *, seed: int, threads: int) -> None:
        self.columns = columns
        self.price = np.ascontiguousarray(price)
        self.sifted = sifted
        self.threads = threads
        self.dice = np.random.default_rng(seed)
        self.hoped: Flags = columns.hoped
        people, duties = columns.people, len(columns.start)
        room = np.minimum(np.diff(sifted.row), min(62, self._most_duties()))
        self.held_row = np.concatenate([[0], np.cumsum(room)]).astype(np.int64)
        self.held = np.zeros(int(self.held_row[-1]) + 1, np.int64)
        self.held_count = np.zeros(people, np.int32)
        self.week_used = np.zeros((people, int(columns.week.max(initial=0)) + 1), np.int32)
        self.month_used = np.zeros((people, columns.month_left.shape[1]), np.int32)
        self.taken = np.zeros(duties, np.int32)
        self.component = ties(columns)
        self.fan_row, self.fan = _fans(columns)

    def _most_duties(self) -> int:
        return len(np.unique(self.columns.date)) * self.columns.duties_a_day

    def begin(self, pairs: Longs) -> None:
        """Start from these pairs of the columns, which must keep the rules between them."""
        columns = self.columns
        at = np.flatnonzero(np.isin(self.sifted.pair, pairs))
        v = np.searchsorted(self.sifted.row, at, side="right") - 1
        s = self.sifted.duty[at]
        nth = np.arange(len(at)) - np.searchsorted(v, v)  # of the person's own
        self.held[self.held_row[v] + nth] = at
        self.held_count = np.bincount(v, minlength=columns.people).astype(np.int32)
        np.add.at(self.week_used, (v, columns.week[s]), columns.minutes[s])
        np.add.at(self.month_used, (v, columns.month[s]), columns.minutes[s])
        self.taken = np.bincount(s, minlength=len(columns.start)).astype(np.int32)

    def round(self, heat: Heat, *, visits: int, moves: int) -> int:
        """Deal the people into hands, and let each hand search: each person is visited ``visits`` times."""
        hand_of, hands = self._deal()
        shares = self._share(hand_of, hands)
        seeds = self.dice.integers(1, 2**63, size=hands, dtype=np.uint64)
        members = [np.flatnonzero(hand_of == number).astype(np.int32) for number in range(hands)]
        orders = [np.concatenate([self.dice.permutation(each) for _ in range(visits)]) for each in members]
        with ThreadPoolExecutor(hands) as pool:
            made = list(pool.map(lambda hand: self._search(hand, orders, shares, seeds, heat, moves), range(hands)))
        self.taken = np.sum([taken for _, _, taken in shares], axis=0, dtype=np.int32)
        return sum(made)

    def _deal(self) -> tuple[Longs, int]:
        """People who wish for each other's company stay in one hand."""
        if self.threads == 1 or self.columns.people < 64:
            return np.zeros(self.columns.people, np.int64), 1
        return self.dice.integers(self.threads, size=self.columns.people)[self.component], self.threads

    def _share(self, hand_of: Longs, hands: int) -> list[tuple[Ints, Ints, Ints]]:
        """Each hand's least and most of every duty, and what it has taken: the sums are the duty's own."""
        owner, pairs = self._places()
        duty, dealt = self.sifted.duty[pairs], hand_of[owner]
        turn = int(self.dice.integers(hands)) + np.arange(len(self.taken))
        shares = []
        for hand in range(hands):
            taken = np.bincount(duty[dealt == hand], minlength=len(self.taken)).astype(np.int32)
            order = (turn + hand) % hands
            least, most = (
                taken + (wanted - self.taken) // hands + (order < (wanted - self.taken) % hands)
                for wanted in (self.columns.least, self.columns.most)
            )
            shares.append((least.astype(np.int32), most.astype(np.int32), taken))
        return shares

    def _places(self) -> tuple[Longs, Longs]:
        """The person and the sifted pair of every place taken."""
        room = np.diff(self.held_row)
        owner = np.repeat(np.arange(self.columns.people), room)
        valid = np.arange(len(owner)) - self.held_row[owner] < self.held_count[owner]
        return owner[valid], self.held[: len(owner)][valid]

    def _search(
        self,
        hand: int,
        orders: list[Ints],
        shares: list[tuple[Ints, Ints, Ints]],
        seeds: NDArray[np.uint64],
        heat: Heat,
        moves: int,
    ) -> int:
        columns, sifted = self.columns, self.sifted
        least, most, taken = shares[hand]
        return search(
            orders[hand], moves, heat.warm, heat.cold, heat.soft, heat.firm, seeds[hand : hand + 1],
            sifted.row, sifted.duty, sifted.cost, self.price, least, most, taken, columns.cost_least,
            columns.cost_most, columns.start, columns.end, columns.date, columns.week, columns.month,
            columns.month_left, columns.week_most, columns.day_most, columns.agreed, self.hoped, columns.rest,
            columns.duties_a_day, columns.hope, columns.hope_rate, columns.agreed_rate, columns.alone_rate,
            columns.friend_row, columns.friend, self.fan_row, self.fan,
            self.held_row, self.held, self.held_count, self.week_used, self.month_used,
        )  # fmt: skip

    def settle(self) -> None:
        """Send home whoever is one too many: those whose way or wishes cost the most."""
        columns = self.columns
        owner, pairs = self._places()
        duty = self.sifted.duty[pairs]
        order = np.lexsort((self.sifted.cost[pairs], duty))
        first = np.searchsorted(duty[order], np.arange(len(self.taken)))
        surplus = order[np.arange(len(order)) - first[duty[order]] >= columns.most[duty[order]]]
        for at in surplus:
            v, s = owner[at], duty[at]
            own = self.held[self.held_row[v] : self.held_row[v] + self.held_count[v]]
            own[np.flatnonzero(own == pairs[at])[0]] = own[-1]
            self.held_count[v] -= 1
            self.taken[s] -= 1
            length = columns.end[s] - columns.start[s]
            self.week_used[v, columns.week[s]] -= length
            self.month_used[v, columns.month[s]] -= length

    def pairs(self) -> Longs:
        """The places taken, as pairs of the columns, ascending."""
        return np.sort(self.sifted.pair[self._places()[1]])

    def points(self) -> float:
        """The cost of what is planned now, by the planner's own count; over-full duties count as full."""
        return cost_of(self.columns, self.pairs())


def cost_of(columns: Columns, pairs: Longs) -> float:
    """The points of a plan, wishes for company left out: quick, for the planner's own use."""
    owner, duty = columns.person_of(pairs), columns.duty[pairs]
    taken = np.bincount(duty, minlength=len(columns.start))
    open_least = np.maximum(columns.least - taken, 0) @ columns.cost_least
    open_most = np.maximum(columns.most - np.maximum(taken, columns.least), 0) @ columns.cost_most
    weeks = int(columns.week.max(initial=0)) // 2 * 2 + 2
    used = np.zeros((columns.people, weeks), np.int64)
    np.add.at(used, (owner, columns.week[duty]), columns.minutes[duty])
    above = np.maximum(used - columns.agreed[:, None], 0).sum() * columns.agreed_rate
    given = used[:, 0::2] + used[:, 1::2]
    short = (np.maximum(columns.hope - given, 0) * columns.hoped).sum() * columns.hope_rate
    return float(open_least + open_most + above + short + columns.cost[pairs].sum(dtype=float) + columns.constant)


def ties(columns: Columns) -> Ints:
    """[P] a number for each person, the same for people tied by wishes for company."""
    tied = np.arange(columns.people, dtype=np.int32)
    if not len(columns.friend_row):
        return tied
    owner = np.repeat(np.arange(columns.people), np.diff(columns.friend_row))
    known = columns.friend >= 0
    while True:
        lower = np.minimum(tied[owner[known]], tied[columns.friend[known]])
        new = tied.copy()
        np.minimum.at(new, owner[known], lower)
        np.minimum.at(new, columns.friend[known], lower)
        if (new == tied).all():
            return tied
        tied = new


def _fans(columns: Columns) -> tuple[Longs, Ints]:
    """Rows by person of those who wish for them."""
    if not len(columns.friend_row):
        return no_longs(), NO_INTS
    owner = np.repeat(np.arange(columns.people, dtype=np.int32), np.diff(columns.friend_row))
    known = columns.friend >= 0
    order = np.argsort(columns.friend[known], kind="stable")
    counts = np.bincount(columns.friend[known], minlength=columns.people)
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64), owner[known][order]
