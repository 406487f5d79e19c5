"""A rota that must be mended at once: people drop out, places appear, and as few promises as possible move."""

from dataclasses import replace

import numpy as np

from benchmarks.rostering.world import WEIGHTS
from rostering.columns import Columns, Longs

DAYS, GONE, NEW_PLACES = (9, 10, 11), 0.05, 300


def surge(columns: Columns, promised: Longs, seed: int) -> tuple[Columns, Longs, int]:
    """The problem as it is now, the pairs of the rota that are still possible, and how many places fell open."""
    dice = np.random.default_rng(seed)
    first = int(columns.date.min())
    in_days = np.isin(columns.date - first, DAYS)
    gone = dice.random(columns.people) < GONE
    owner = np.repeat(np.arange(columns.people), np.diff(columns.row))
    stays = ~(gone[owner] & in_days[columns.duty])
    more = np.bincount(dice.choice(np.flatnonzero(in_days), NEW_PLACES), minlength=len(columns.start))
    new_number = np.cumsum(stays) - 1
    kept = new_number[promised[stays[promised]]]
    cost = columns.cost[stays].copy()
    worth = WEIGHTS.accepted / 60 * columns.minutes[columns.duty[stays][kept]]
    cost[kept] -= worth.astype(cost.dtype)
    counts = np.bincount(owner[stays], minlength=columns.people)
    now = replace(
        columns,
        least=(columns.least + more).astype(np.int32),
        most=(columns.most + more).astype(np.int32),
        row=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        duty=columns.duty[stays],
        cost=cost,
        constant=float(worth.sum()),
        promised=np.sort(kept),
    )
    return now, np.sort(kept), len(promised) - len(kept)
