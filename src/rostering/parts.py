"""A part of the problem: some of the people, and the places that the others leave them."""

from dataclasses import replace

import numpy as np

from rostering.columns import Columns, Floats, Ints, Longs, no_longs


def part_of(columns: Columns, people: Longs, least: Ints, most: Ints) -> tuple[Columns, Longs]:
    """The columns of these people (ascending) with these least and most, and where each of their pairs stands.

    Duties keep their rows. What is lost by others than these people is left out. A wish for the company of somebody
    outside the part counts as unmet.
    """
    begins, counts = columns.row[people], columns.row[people + 1] - columns.row[people]
    row = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    pairs = np.repeat(begins - row[:-1], counts) + np.arange(row[-1])
    friend_row, friend = _friends_of(columns, people)
    part = replace(
        columns,
        least=least,
        most=most,
        month_left=columns.month_left[people],
        week_most=columns.week_most[people],
        day_most=columns.day_most[people],
        agreed=columns.agreed[people],
        row=row,
        duty=columns.duty[pairs],
        cost=columns.cost[pairs],
        constant=0.0,
        friend_row=friend_row,
        friend=friend,
        promised=np.flatnonzero(np.isin(pairs, columns.promised)).astype(np.int64),
    )
    return part, pairs


def _friends_of(columns: Columns, people: Longs) -> tuple[Longs, Ints]:
    if not len(columns.friend_row):
        return no_longs(), columns.friend
    new = np.full(columns.people, -1, np.int32)
    new[people] = np.arange(len(people), dtype=np.int32)
    counts = columns.friend_row[people + 1] - columns.friend_row[people]
    row = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    where = np.repeat(columns.friend_row[people] - row[:-1], counts) + np.arange(row[-1])
    friend = columns.friend[where]
    return row, np.where(friend >= 0, new[np.maximum(friend, 0)], -1).astype(np.int32)


def left_for(columns: Columns, taken: Longs) -> tuple[Ints, Ints]:
    """The least and the most that remain when so many places are taken."""
    least, most = np.maximum(columns.least - taken, 0), np.maximum(columns.most - taken, 0)
    return least.astype(np.int32), most.astype(np.int32)


def neighbours(columns: Columns, first: int, wanted: int, tied: Ints) -> Longs:
    """About ``wanted`` people around one, near by the duties that they could share; friends stay together."""
    near: Floats = np.zeros(columns.people)
    shared: Floats = np.zeros(len(columns.start))
    shared[columns.duty[columns.row[first] : columns.row[first + 1]]] = 1.0
    many = np.diff(columns.row)
    for _ in range(2):  # those who share a duty, then those who share one with them
        sums = np.add.reduceat(np.append(shared[columns.duty], 0.0), columns.row[:-1])
        near = np.asarray(np.where(many > 0, sums, 0.0) / np.maximum(many, 1), float)
        weights = np.repeat(near, many)
        shared = np.asarray(np.bincount(columns.duty, weights=weights, minlength=len(columns.start)), float)
    near[first] = np.inf
    chosen = np.argsort(-near, kind="stable")[:wanted]
    return np.flatnonzero(np.isin(tied, tied[chosen])).astype(np.int64)


def cut(columns: Columns, part_of_person: Longs) -> list[tuple[Columns, Longs]]:
    """The problem in parts that can be planned apart, each with where its pairs stand in the whole.

    ``part_of_person`` is [P], from 0. A duty's places go to the parts in the measure in which their people could take
    them; what the parts plan together keeps every rule of the whole.
    """
    parts = int(part_of_person.max(initial=0)) + 1
    duties = len(columns.start)
    owner = np.repeat(part_of_person, np.diff(columns.row))
    able = np.bincount(columns.duty.astype(np.int64) * parts + owner, minlength=duties * parts).reshape(duties, parts)
    most = _apportioned(columns.most, able)
    least = np.minimum(_apportioned(columns.least, able), most)
    return [
        part_of(columns, np.flatnonzero(part_of_person == part), least[:, part].copy(), most[:, part].copy())
        for part in range(parts)
    ]


def _apportioned(places: Ints, able: Longs) -> Ints:
    """[S, parts] the places of each duty by largest remainder; the rows add up to the places."""
    share = able / np.maximum(able.sum(axis=1, keepdims=True), 1) * places[:, None]
    whole = np.floor(share).astype(np.int32)
    whole[able.sum(axis=1) == 0, 0] = places[able.sum(axis=1) == 0]
    rank = np.argsort(np.argsort(whole - share, axis=1, kind="stable"), axis=1, kind="stable")
    dealt: Ints = (whole + (rank < (places - whole.sum(axis=1))[:, None])).astype(np.int32)
    return dealt
