"""The search: people change their own plans one after another, in a crowd that cools and hardens."""

import numpy as np
from numpy.typing import NDArray

from rostering.columns import Flags, Floats, Ints, Longs
from rostering.compiled import kernel


@kernel
def chance(dice: NDArray[np.uint64]) -> float:
    """The next number from 0 to 1 of a xorshift generator: the same on every machine and in every thread."""
    x = dice[0]
    x ^= x >> np.uint64(12)
    x ^= x << np.uint64(25)
    x ^= x >> np.uint64(27)
    dice[0] = x
    return float((x * np.uint64(2685821657736338717)) >> np.uint64(11)) / 9007199254740992.0


@kernel
def worth(
    s: int, taken: int, price: Floats, least: Ints, most: Ints, below: Floats, above: Floats, hard: float
) -> float:
    """Points that one more person at the duty saves when ``taken`` are there.

    While ``hard`` (points for each place too few or too many) is small the price speaks, and a duty may be over-full
    for a while; when it has grown, an open place is worth what it costs and an over-full one is out of the question.
    """
    if taken < most[s]:
        limit = below[s] if taken < least[s] else above[s]
        return float(min(limit, price[s] + hard * (most[s] - taken)))
    limit = above[s] if least[s] < most[s] else below[s]
    return float(min(limit, price[s]) - hard * (taken - most[s] + 1))


@kernel
def strain(v: int, used: Ints, agreed: int, hoped: Flags, hope: int, hope_rate: float, agreed_rate: float) -> float:
    """Points for what the person's weeks lack of the hope, and have above what was agreed."""
    points = 0.0
    weeks = used.shape[1]
    for f in range(hoped.shape[1]):
        given = 0
        for w in range(2 * f, min(2 * f + 2, weeks)):
            given += used[v, w]
            if used[v, w] > agreed:
                points += agreed_rate * (used[v, w] - agreed)
        if hoped[v, f] and given < hope:
            points += hope_rate * (hope - given)
    return points


@kernel
def holds(v: int, s: int, duty: Ints, held_row: Longs, held: Longs, held_count: Ints) -> bool:
    """Whether the person is at the duty."""
    for at in range(held_row[v], held_row[v] + held_count[v]):  # noqa: SIM110 - compiled
        if duty[held[at]] == s:
            return True
    return False


@kernel
def accompanied(
    v: int,
    s: int,
    without: int,
    friend_row: Longs,
    friend: Ints,
    duty: Ints,
    held_row: Longs,
    held: Longs,
    held_count: Ints,
) -> bool:
    """Whether somebody whom the person wishes for is at the duty, ``without`` left out."""
    for at in range(friend_row[v], friend_row[v + 1]):
        f = friend[at]
        if f >= 0 and f != without and holds(f, s, duty, held_row, held, held_count):
            return True
    return False


@kernel
def company(
    v: int,
    s: int,
    points: float,
    friend_row: Longs,
    friend: Ints,
    fan_row: Longs,
    fan: Ints,
    duty: Ints,
    held_row: Longs,
    held: Longs,
    held_count: Ints,
) -> float:
    """Points for being alone that it costs when the person joins the duty; the same is saved when they leave."""
    if len(friend_row) == 0:
        return 0.0
    total = 0.0
    if friend_row[v] < friend_row[v + 1] and not accompanied(
        v, s, v, friend_row, friend, duty, held_row, held, held_count
    ):
        total += points
    for at in range(fan_row[v], fan_row[v + 1]):
        r = fan[at]
        if holds(r, s, duty, held_row, held, held_count) and not accompanied(
            r, s, v, friend_row, friend, duty, held_row, held, held_count
        ):
            total -= points
    return total


@kernel
def search(
    who: Ints,
    moves: int,
    warm: float,
    cold: float,
    soft: float,
    firm: float,
    dice: NDArray[np.uint64],
    row: Longs,
    duty: Ints,
    cost: Floats,
    price: Floats,
    least: Ints,
    most: Ints,
    taken: Ints,
    below: Floats,
    above: Floats,
    start: Longs,
    end: Longs,
    date: Ints,
    week: Ints,
    month: Ints,
    month_left: Ints,
    week_most: Ints,
    day_most: Ints,
    agreed: Ints,
    hoped: Flags,
    rest: int,
    duties_a_day: int,
    hope: int,
    hope_rate: float,
    agreed_rate: float,
    alone_rate: float,
    friend_row: Longs,
    friend: Ints,
    fan_row: Longs,
    fan: Ints,
    held_row: Longs,
    held: Longs,
    held_count: Ints,
    week_used: Ints,
    month_used: Ints,
) -> int:
    """Visit these people and try ``moves`` changes at each: a duty taken for what stands against it, or dropped.

    A change that costs d points is made with chance exp(-d / temperature). The temperature falls from ``warm`` to
    ``cold``, the hardness (points an hour) rises from ``soft`` to ``firm``, over the visits. Returns the changes made.
    """
    made = 0
    leaving = np.empty(64, np.int64)
    visits = len(who)
    for visit in range(visits):
        part = visit / visits
        heat = warm * (cold / warm) ** part
        rigour = soft * (firm / soft) ** part
        v = who[visit]
        first, pairs = row[v], row[v + 1] - row[v]
        if pairs == 0:
            continue
        now = strain(v, week_used, agreed[v], hoped, hope, hope_rate, agreed_rate)
        for _ in range(moves):
            luck = chance(dice)
            e = first + int(luck * luck * pairs)  # the first are the most promising
            s = duty[e]
            length = end[s] - start[s]
            own = held_row[v]
            count = held_count[v]
            leaves = 0
            joins = True
            # What stands against it: the pair itself, other duties at the time or too near, and full days.
            on_day, of_day = 0, 0
            for at in range(own, own + count):
                if held[at] == e:
                    joins = False
                    leaving[0] = at
                    leaves = 1
                    break
                t = duty[held[at]]
                if date[t] == date[s]:
                    clashes = start[t] < end[s] and start[s] < end[t]
                    if not clashes:
                        on_day += 1
                        of_day += end[t] - start[t]
                        clashes = on_day >= duties_a_day or of_day + length > day_most[v]
                        if clashes:
                            on_day -= 1
                            of_day -= end[t] - start[t]
                else:
                    clashes = start[t] < end[s] + rest and start[s] < end[t] + rest
                if clashes:
                    leaving[leaves] = at
                    leaves += 1
            if joins:
                week_over = week_used[v, week[s]] + length - week_most[v]
                month_over = month_used[v, month[s]] + length - month_left[v, month[s]]
                for k in range(leaves):
                    t = duty[held[leaving[k]]]
                    if week[t] == week[s]:
                        week_over -= end[t] - start[t]
                    if month[t] == month[s]:
                        month_over -= end[t] - start[t]
                # Make room in the week and the month, and now and then change one for another without need.
                spin = int(chance(dice) * count) if count else 0
                eager = leaves == 0 and week_over <= 0 and month_over <= 0 and chance(dice) < 0.3
                for turn in range(count):
                    if week_over <= 0 and month_over <= 0 and not eager:
                        break
                    at = own + (turn + spin) % count
                    t = duty[held[at]]
                    known = False
                    for k in range(leaves):
                        known = known or leaving[k] == at
                    helps = (week_over > 0 and week[t] == week[s]) or (month_over > 0 and month[t] == month[s])
                    if not known and (helps or eager):
                        leaving[leaves] = at
                        leaves += 1
                        eager = False
                        if week[t] == week[s]:
                            week_over -= end[t] - start[t]
                        if month[t] == month[s]:
                            month_over -= end[t] - start[t]
                if week_over > 0 or month_over > 0:
                    continue
            change = 0.0
            if joins:
                hard = rigour * length / 60.0
                change += cost[e] - worth(s, taken[s], price, least, most, below, above, hard)
                change += company(
                    v, s, alone_rate * length, friend_row, friend, fan_row, fan, duty, held_row, held, held_count
                )
                week_used[v, week[s]] += length
            for k in range(leaves):
                f = held[leaving[k]]
                t = duty[f]
                span = end[t] - start[t]
                hard = rigour * span / 60.0
                change += worth(t, taken[t] - 1, price, least, most, below, above, hard) - cost[f]
                change -= company(
                    v, t, alone_rate * span, friend_row, friend, fan_row, fan, duty, held_row, held, held_count
                )
                week_used[v, week[t]] -= span
            then = strain(v, week_used, agreed[v], hoped, hope, hope_rate, agreed_rate)
            change += then - now
            if change <= 0.0 or chance(dice) < np.exp(-change / heat):
                made += 1
                now = then
                # Later places first, so that filling a gap from the end disturbs none of the others.
                for k in range(1, leaves):
                    at = leaving[k]
                    j = k - 1
                    while j >= 0 and leaving[j] < at:
                        leaving[j + 1] = leaving[j]
                        j -= 1
                    leaving[j + 1] = at
                for k in range(leaves):
                    t = duty[held[leaving[k]]]
                    taken[t] -= 1
                    month_used[v, month[t]] -= end[t] - start[t]
                    held_count[v] -= 1
                    held[leaving[k]] = held[own + held_count[v]]
                if joins:
                    held[own + held_count[v]] = e
                    held_count[v] += 1
                    taken[s] += 1
                    month_used[v, month[s]] += length
            else:
                if joins:
                    week_used[v, week[s]] -= length
                for k in range(leaves):
                    t = duty[held[leaving[k]]]
                    week_used[v, week[t]] += end[t] - start[t]
    return made
