"""The referee for plans too large for dataclasses: the same rules and points, counted from the columns with NumPy.

It imports the columns and no part of the planner.
"""

import numpy as np

from rostering.columns import Columns, Longs


def faults_in(columns: Columns, pairs: Longs) -> dict[str, int]:
    """How often each rule is broken by these pairs; nothing is a plan that keeps the rules."""
    pairs = np.sort(pairs)
    owner, duty = columns.person_of(pairs), columns.duty[pairs]
    length = columns.end[duty] - columns.start[duty]
    taken = np.bincount(duty, minlength=len(columns.start))
    found = {
        "once": int((np.diff(pairs) == 0).sum()),
        "most": int(np.maximum(taken - columns.most, 0).sum()),
        "day": _over(owner, columns.date[duty], length, columns.day_most),
        "week": _over(owner, columns.week[duty], length, columns.week_most),
        "count": _over(owner, columns.date[duty], np.ones_like(length), np.full(columns.people, columns.duties_a_day)),
    }
    for month in range(columns.month_left.shape[1]):
        here = columns.month[duty] == month
        minutes = np.bincount(owner[here], weights=length[here], minlength=columns.people)
        found[f"month {month}"] = int((minutes > np.maximum(columns.month_left[:, month], 0)).sum())
    found["rest"] = _unrested(columns, owner, duty)
    return {rule: count for rule, count in found.items() if count}


def _over(owner: Longs, period: np.ndarray, amount: np.ndarray, most: np.ndarray) -> int:
    """How many people pass their most in how many periods."""
    if not len(owner):
        return 0
    span = int(period.max()) + 1
    keys, where = np.unique(owner * span + period, return_inverse=True)
    sums = np.bincount(where.reshape(-1), weights=amount)
    return int((sums > most[keys // span]).sum())


def _unrested(columns: Columns, owner: Longs, duty: np.ndarray) -> int:
    """Overlaps, and too little rest between days: each duty against the longest-lasting of those before it."""
    order = np.lexsort((columns.start[duty], owner))
    owner, duty = owner[order], duty[order]
    found, most = 0, int(np.bincount(owner).max(initial=0)) if len(owner) else 0
    for step in range(1, most):
        same = owner[:-step] == owner[step:]
        one, other = duty[:-step][same], duty[step:][same]
        rest = np.where(columns.date[one] == columns.date[other], 0, columns.rest)
        found += int((columns.start[other] < columns.end[one] + rest).sum())
    return found


def cost_in(columns: Columns, pairs: Longs) -> float:
    """The points of these pairs."""
    owner, duty = columns.person_of(pairs), columns.duty[pairs]
    minutes = columns.end[duty] - columns.start[duty]
    taken = np.bincount(duty, minlength=len(columns.start))
    below = np.clip(columns.least - taken, 0, None)
    total = float(below @ columns.cost_least + (columns.most - np.maximum(taken, columns.least)) @ columns.cost_most)
    weeks = int(columns.week.max(initial=0)) // 2 * 2 + 2
    given = np.zeros((columns.people, weeks))
    np.add.at(given, (owner, columns.week[duty]), minutes)
    total += columns.agreed_rate * float(np.clip(given - columns.agreed[:, None], 0, None).sum())
    fortnight = given[:, 0::2] + given[:, 1::2]
    total += columns.hope_rate * float((np.clip(columns.hope - fortnight, 0, None) * columns.hoped).sum())
    total += float(columns.cost[pairs].sum(dtype=float)) + columns.constant
    return total + _alone(columns, owner, duty, minutes)


def _alone(columns: Columns, owner: Longs, duty: np.ndarray, minutes: Longs) -> float:
    if not len(columns.friend_row):
        return 0.0
    at = set(zip(owner.tolist(), duty.tolist(), strict=True))
    points = 0.0
    for person, where, length in zip(owner.tolist(), duty.tolist(), minutes.tolist(), strict=True):
        friends = columns.friend[columns.friend_row[person] : columns.friend_row[person + 1]].tolist()
        if friends and not any((friend, where) in at for friend in friends):
            points += columns.alone_rate * length
    return points
