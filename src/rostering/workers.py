"""Plans the parts of a problem in processes of their own: as many parts at a time as there are workers."""

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

import numpy as np

from rostering import check_columns
from rostering.columns import Columns, Longs
from rostering.parts import cut
from rostering.solve import ColumnsPlan, solve_columns


def solve_in_parts(
    columns: Columns, part_of_person: Longs, *, workers: int, seconds: float, seed: int, patience: float = 1.0
) -> Longs:
    """The pairs of a plan for the whole, made of the plans of its parts; the referee has seen it whole.

    ``seconds`` is for each part. The parts prove bounds of their own, but none for the whole: a place that went to
    another part is lost to a person here.
    """
    parts = cut(columns, part_of_person)
    one = partial(_plan, seconds=seconds, seed=seed, patience=patience)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        plans = list(pool.map(one, [part for part, _ in parts]))
    pairs = np.sort(np.concatenate([where[plan.pairs] for (_, where), plan in zip(parts, plans, strict=True)]))
    if broken := check_columns.faults_in(columns, pairs):
        raise RuntimeError(f"The parts broke a rule together, and the plan is thrown away: {broken}")
    return pairs


def _plan(part: Columns, *, seconds: float, seed: int, patience: float) -> ColumnsPlan:
    return solve_columns(part, seconds=seconds, seed=seed, threads=1, patience=patience)
