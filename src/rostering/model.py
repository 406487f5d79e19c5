"""The problem, or the pairs of it worth a look, as a mixed-integer programme: columns, rows and their entries."""

from dataclasses import dataclass, field

import numpy as np

from rostering.columns import Columns, Flags, Ints, Longs

INFINITE = float("inf")


@dataclass(slots=True)
class Model:
    """Minimise ``cost`` over ``lower <= column <= upper`` with ``low <= row <= high``; the first columns are whole."""

    cost: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    whole: int = 0
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    begin: list[int] = field(default_factory=lambda: [0])
    index: list[int] = field(default_factory=list)
    value: list[float] = field(default_factory=list)

    def column(self, cost: float, upper: float = INFINITE) -> int:
        """A new column from 0 to ``upper``, and its number."""
        self.cost.append(cost)
        self.upper.append(upper)
        return len(self.cost) - 1

    def row(self, index: list[int], value: list[float], low: float, high: float) -> None:
        self.index += index
        self.value += value
        self.begin.append(len(self.index))
        self.low.append(low)
        self.high.append(high)


def model_of(columns: Columns, pairs: Longs) -> Model:
    """The problem over these pairs (ascending): column k of the model says whether pair k is in the plan."""
    model = Model(whole=len(pairs))
    owner, duty = columns.person_of(pairs), columns.duty[pairs]
    for cost in columns.cost[pairs].tolist():
        model.column(cost, 1.0)
    _duties(model, columns, duty)
    edges = np.searchsorted(owner, np.arange(columns.people + 1))
    hoped = columns.hoped
    for v in range(columns.people):
        mine = np.arange(edges[v], edges[v + 1])
        if len(mine):
            own = duty[mine]
            _clashes(model, columns, mine, own)
            _limits(model, columns, v, mine, own)
            _agreed(model, columns, v, mine, own)
        for fortnight in np.flatnonzero(hoped[v]):
            _hope(model, columns, int(fortnight), mine, duty[mine])
    _company(model, columns, pairs, owner, duty)
    return model


def _duties(model: Model, columns: Columns, duty: Ints) -> None:
    """Those who come and those who lack make up the most; the first to lack are those above the least."""
    order = np.argsort(duty, kind="stable")
    edges = np.searchsorted(duty[order], np.arange(len(columns.start) + 1))
    for s in range(len(columns.start)):
        least, most = float(columns.least[s]), float(columns.most[s])
        lacking = [model.column(float(columns.cost_least[s]), least)]
        lacking.append(model.column(float(columns.cost_most[s]), most - least))
        come = order[edges[s] : edges[s + 1]].tolist()
        model.row(come + lacking, [1.0] * (len(come) + 2), most, most)


def _clashes(model: Model, columns: Columns, mine: Longs, own: Ints) -> None:
    """At most one of any duties that stand against each other."""
    start, end, day = columns.start[own], columns.end[own], columns.date[own]
    whole_day = columns.duties_a_day == 1
    before: list[int] = []
    for j in range(len(own)):
        near = [i for i in before if start[j] < end[i] + columns.rest or day[j] == day[i]]
        if whole_day:
            if len(near) < len(before) and len(before) > 1:
                _at_most_one(model, mine, before)
            before = [*near, j]
            continue
        now = [i for i in near if day[i] == day[j] and start[j] < end[i]]
        if now:
            _at_most_one(model, mine, [*now, j])
        for i in near:
            if day[i] != day[j]:
                _at_most_one(model, mine, [i, j])
        before = [*near, j]
    if whole_day and len(before) > 1:
        _at_most_one(model, mine, before)


def _at_most_one(model: Model, mine: Longs, which: list[int]) -> None:
    model.row([int(mine[i]) for i in which], [1.0] * len(which), -INFINITE, 1.0)


def _limits(model: Model, columns: Columns, v: int, mine: Longs, own: Ints) -> None:
    """The month's, the week's and the day's limits, in hours, where they could be passed."""
    minutes = columns.minutes[own]
    for month in range(columns.month_left.shape[1]):
        _at_most(model, mine, minutes, columns.month[own] == month, float(columns.month_left[v, month]))
    for week in np.unique(columns.week[own]):
        _at_most(model, mine, minutes, columns.week[own] == week, float(columns.week_most[v]))
    if columns.duties_a_day > 1:
        for day in np.unique(columns.date[own]):
            _at_most(model, mine, minutes, columns.date[own] == day, float(columns.day_most[v]))
            _at_most(model, mine, np.full(len(own), 60), columns.date[own] == day, 60.0 * columns.duties_a_day)


def _at_most(model: Model, mine: Longs, minutes: Ints, where: Flags, most: float) -> None:
    which = np.flatnonzero(where)
    if minutes[which].sum() > most:
        model.row(mine[which].tolist(), (minutes[which] / 60).tolist(), -INFINITE, most / 60)


def _agreed(model: Model, columns: Columns, v: int, mine: Longs, own: Ints) -> None:
    minutes, agreed = columns.minutes[own], float(columns.agreed[v])
    for week in np.unique(columns.week[own]):
        which = np.flatnonzero(columns.week[own] == week)
        if minutes[which].sum() > agreed:
            above = model.column(columns.agreed_rate * 60)
            model.row([*mine[which].tolist(), above], [*(minutes[which] / 60).tolist(), -1.0], -INFINITE, agreed / 60)


def _hope(model: Model, columns: Columns, fortnight: int, mine: Longs, own: Ints) -> None:
    which = np.flatnonzero(columns.week[own] // 2 == fortnight)
    hope = columns.hope / 60
    short = model.column(columns.hope_rate * 60, hope)
    hours = (columns.minutes[own[which]] / 60).tolist()
    model.row([*mine[which].tolist(), short], [*hours, 1.0], hope, INFINITE)


def _company(model: Model, columns: Columns, pairs: Longs, owner: Longs, duty: Ints) -> None:
    """Whoever wishes for company is alone at a duty unless one of those wished for comes."""
    if not len(columns.friend_row):
        return
    where = {(int(v), int(s)): k for k, (v, s) in enumerate(zip(owner, duty, strict=True))}
    minutes = columns.minutes
    for k in range(len(pairs)):
        v, s = int(owner[k]), int(duty[k])
        friends = columns.friend[columns.friend_row[v] : columns.friend_row[v + 1]].tolist()
        points = columns.alone_rate * float(minutes[s])
        if friends and points:
            with_them = [where[f, s] for f in friends if (f, s) in where]
            if with_them:
                alone = model.column(points, 1.0)
                model.row([k, *with_them, alone], [1.0] + [-1.0] * (len(with_them) + 1), -INFINITE, 0.0)
            else:
                model.cost[k] += points
