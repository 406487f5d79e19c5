"""Betters a plan block by block: some people near each other are planned anew, exactly, while the others stay."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np

from rostering.check_columns import cost_in
from rostering.columns import Columns, Floats, Ints, Longs
from rostering.exact import best
from rostering.parts import left_for, neighbours, part_of
from rostering.search import sift, ties

BLOCK = 70  # people: HiGHS proves a block of this size in a fraction of a second
KEEP = 25  # pairs a person that are worth a look in a block
LONGEST = 3.0  # seconds for one block; only a block far from ordinary takes them
NEAR_ENOUGH = 3e-4  # of a block's cost


def better(
    columns: Columns,
    price: Floats,
    pairs: Longs,
    *,
    seed: int,
    threads: int,
    sweeps: int,
    going: Callable[[float, float], bool],
) -> Longs:
    """Plan every person anew in some block, ``sweeps`` times over, twice ``threads`` blocks at a time.

    A hand that has finished an easy block has another to go on with, while a hard one takes its time.

    ``going`` hears the part done and the cost after each step, and ends the work by answering False.
    """
    dice = np.random.default_rng(seed)
    tied = ties(columns)
    cost, done, steps = cost_in(columns, pairs), 0, sweeps * columns.people
    with ThreadPoolExecutor(threads) as pool:
        for _ in range(sweeps):
            waiting = dice.permutation(columns.people)
            while len(waiting) and going(done / steps, cost):
                blocks = _blocks(columns, waiting, tied, 2 * threads)
                shares = _shares(columns, pairs, blocks)
                answers = list(pool.map(partial(_anew, columns, price, pairs, seed), shares))
                for people, answer in zip(blocks, answers, strict=True):
                    changed = np.sort(np.concatenate([pairs[~_of(columns, pairs, people)], answer]))
                    if (new := cost_in(columns, changed)) < cost - 1e-9:
                        pairs, cost = changed, new
                before = len(waiting)
                waiting = waiting[~np.isin(waiting, np.concatenate(blocks))]
                done += before - len(waiting)
    return pairs


def _of(columns: Columns, pairs: Longs, people: Longs) -> np.ndarray:
    return np.isin(columns.person_of(pairs), people)


def _blocks(columns: Columns, waiting: Longs, tied: Ints, most: int) -> list[Longs]:
    """Blocks around the first who wait; nobody is in two."""
    blocks: list[Longs] = []
    for first in waiting[:most]:
        people = neighbours(columns, int(first), BLOCK, tied)
        used = np.concatenate([np.zeros(0, np.int64), *blocks])
        if first not in used:
            blocks.append(people[~np.isin(people, used)])
    return blocks


def _shares(columns: Columns, pairs: Longs, blocks: list[Longs]) -> list[tuple[Longs, Ints, Ints]]:
    """The places of each block: its own, and a duty's open ones go to the block in which most people could take it."""
    taken = np.bincount(columns.duty[pairs], minlength=len(columns.start))
    owner = np.repeat(np.arange(columns.people), np.diff(columns.row))
    able = [np.bincount(columns.duty[np.isin(owner, people)], minlength=len(columns.start)) for people in blocks]
    first = np.argmax(able, axis=0)
    shares = []
    for number, people in enumerate(blocks):
        own = np.bincount(columns.duty[pairs[_of(columns, pairs, people)]], minlength=len(columns.start))
        least, most = left_for(columns, taken - own)
        is_first = first == number
        least = np.where(is_first, least, np.minimum(least, own)).astype(np.int32)
        shares.append((people, least, np.where(is_first, most, own).astype(np.int32)))
    return shares


def _anew(columns: Columns, price: Floats, pairs: Longs, seed: int, share: tuple[Longs, Ints, Ints]) -> Longs:
    """The best plan of these people in these places, as pairs of the whole."""
    people, least, most = share
    part, where = part_of(columns, people, least, most)
    mine = np.searchsorted(where, pairs[_of(columns, pairs, people)])
    worth_a_look = np.union1d(sift(part, price, KEEP).pair, mine)
    answer = best(part, worth_a_look, seconds=LONGEST, seed=seed, threads=1, start=mine, gap=NEAR_ENOUGH)
    return where[mine if answer.pairs is None else answer.pairs]
