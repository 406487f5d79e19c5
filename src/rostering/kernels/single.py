"""The best plan of each person alone, at given prices: exact, by dynamic programming, one week at a time."""

import numpy as np
from numpy.typing import NDArray

from rostering.columns import Flags, Floats, Ints, Longs
from rostering.compiled import kernel

INFINITE = 1e30


@kernel
def sweep(
    first: int,
    last: int,
    row: Longs,
    duty: Ints,
    cost: NDArray[np.float32],
    price: Floats,
    start: Longs,
    end: Longs,
    date: Ints,
    units: Ints,
    block: Ints,
    block_week: Ints,
    block_fortnight: Ints,
    block_month: Ints,
    month_units: Ints,
    week_units: Ints,
    agreed: Ints,
    hoped: Flags,
    unit: int,
    grace: int,
    rest: int,
    duties_a_day: int,
    hope: float,
    hope_rate: float,
    agreed_rate: float,
    taken: Ints,
) -> float:
    """The sum of the best costs of the people ``first`` to ``last``; counts in ``taken`` what they take.

    Within a week (or the part of it in one month) ``table[j][w]`` is the least cost of ``w`` units among the person's
    pairs from the ``j``-th on. Over the weeks a state is (units this month, units this fortnight up to the hope, units
    this week); each resets when its period ends.
    """
    most_pairs = 1
    for v in range(first, last):
        most_pairs = max(most_pairs, row[v + 1] - row[v])
    blocks = len(block_week)
    widest = 0
    highest = 0
    for v in range(first, last):
        widest = max(widest, week_units[v])
        for m in range(month_units.shape[1]):
            highest = max(highest, month_units[v, m])
    hope_units = int(np.ceil(hope / unit))
    wide, high = widest + 1, hope_units + 1
    cells = (highest + 1) * high * wide
    table = np.empty((most_pairs + blocks + 1, wide))
    item = np.empty(most_pairs, np.int32)
    reduced = np.empty(most_pairs)
    follows = np.empty(most_pairs, np.int32)
    offset = np.empty(blocks + 1, np.int64)  # of a block's rows in the table
    begins = np.empty(blocks + 1, np.int64)  # of a block's items
    best = np.full(cells, INFINITE)
    seen = np.full(cells, -1, np.int64)
    room = 1024
    key, value, back, used = (
        np.empty(room, np.int64),
        np.empty(room),
        np.empty(room, np.int64),
        np.empty(room, np.int64),
    )
    layer = np.empty(blocks + 2, np.int64)
    spent, price_of_spent = np.empty(wide, np.int64), np.empty(wide)
    total = 0.0
    for v in range(first, last):
        # Only a pair that could help is looked at: one that costs more than the hope it meets never does.
        count = 0
        for e in range(row[v], row[v + 1]):
            s = duty[e]
            points = cost[e] - price[s]
            if points < hope_rate * (end[s] - start[s]):
                item[count] = s
                reduced[count] = points
                count += 1
        key[0], value[0], layer[0], layer[1] = 0, 0.0, 0, 1
        states = 1
        at, top = 0, 0
        for b in range(blocks):
            begins[b], offset[b] = at, top
            until = at
            while until < count and block[item[until]] == b:
                until += 1
            month_most = month_units[v, block_month[b]]
            week_most = min(week_units[v], month_most)
            # The week's table, from its end back.
            bottom = top + until - at
            for w in range(wide):
                table[bottom, w] = INFINITE
            table[bottom, 0] = 0.0
            reach = 0
            for j in range(until - 1, at - 1, -1):
                s = item[j]
                after = -1
                k = j + 1
                while k < until:
                    t = item[k]
                    if date[t] == date[s]:
                        if duties_a_day > 1 and start[t] >= end[s]:
                            break
                    elif start[t] >= end[s] + rest:
                        break
                    k += 1
                after = k
                follows[j] = after
                length = units[s]
                here, there, next_row = top + j - at, top + after - at, top + j - at + 1
                reach = min(week_most, reach + length)
                for w in range(wide):
                    table[here, w] = table[next_row, w]
                for w in range(length, reach + 1):
                    points = table[there, w - length] + reduced[j]
                    table[here, w] = min(table[here, w], points)
            # What the week offers: so many units at so many points, without what is never the better choice.
            offers = 0
            for w in range(reach + 1):
                points = table[top, w]
                if points < INFINITE / 2:
                    useful = True
                    for o in range(offers):
                        if price_of_spent[o] + hope_rate * unit * (w - spent[o] + grace_of(w, grace)) <= points:
                            useful = False
                            break
                    if useful:
                        spent[offers] = w
                        price_of_spent[offers] = points
                        offers += 1
            # The states after this week.
            week_ends = b + 1 == blocks or block_week[b + 1] != block_week[b]
            fortnight_ends = b + 1 == blocks or block_fortnight[b + 1] != block_fortnight[b]
            month_ends = b + 1 == blocks or block_month[b + 1] != block_month[b]
            is_hoped = hoped[v, block_fortnight[b]]
            begun = states
            for p in range(layer[b], layer[b + 1]):
                rest_of_key = key[p]
                w0 = rest_of_key % wide
                f0 = (rest_of_key // wide) % high
                m0 = rest_of_key // (wide * high)
                for o in range(offers):
                    w1, m1 = w0 + spent[o], m0 + spent[o]
                    if w1 > week_units[v] or m1 > month_most:
                        break
                    f1 = min(hope_units, f0 + spent[o] + grace_of(spent[o], grace))
                    points = value[p] + price_of_spent[o]
                    if week_ends:
                        points += agreed_rate * max(0, w1 * unit - agreed[v])
                        w1 = 0
                    if fortnight_ends:
                        if is_hoped:
                            points += hope_rate * max(0.0, hope - f1 * unit)
                        f1 = 0
                    if month_ends:
                        m1 = 0
                    new = (m1 * high + f1) * wide + w1
                    if points < best[new]:
                        best[new] = points
                        if seen[new] < 0:
                            if states == room:
                                room *= 2
                                key, value = np.append(key, key), np.append(value, value)
                                back, used = np.append(back, back), np.append(used, used)
                            seen[new] = states
                            key[states] = new
                            states += 1
                        value[seen[new]] = points
                        back[seen[new]] = p
                        used[seen[new]] = spent[o]
            for p in range(begun, states):
                best[key[p]] = INFINITE
                seen[key[p]] = -1
            layer[b + 2] = states
            top = bottom + 1
            at = until
        # One state is left: all periods have ended.
        p = states - 1
        total += value[p]
        for b in range(blocks - 1, -1, -1):
            w = used[p]
            j = begins[b]
            while w > 0:
                here = offset[b] + j - begins[b]
                if table[here, w] == table[here + 1, w]:
                    j += 1
                else:
                    taken[item[j]] += 1
                    w -= units[item[j]]
                    j = follows[j]
            p = back[p]
    return total


@kernel
def grace_of(w: int, grace: int) -> int:
    """How many units more the duties that make up ``w`` units may really last, because lengths are rounded down."""
    return w // grace if grace > 0 else 0
