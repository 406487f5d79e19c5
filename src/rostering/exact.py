"""The best plan over given pairs, with a proof, by HiGHS."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import highspy
import numpy as np

from rostering.columns import Columns, Longs
from rostering.model import Model, model_of


@dataclass(frozen=True, slots=True)
class Answer:
    """What HiGHS found: the pairs of the plan, its points, and a bound that holds for plans over the given pairs."""

    pairs: Longs | None
    cost: float
    bound: float
    is_best: bool


def best(
    columns: Columns,
    pairs: Longs,
    *,
    seconds: float,
    seed: int,
    threads: int,
    start: Longs | None = None,
    gap: float = 0.0,
    tell: Callable[[float, float], bool] = lambda cost, bound: True,
) -> Answer:
    """Search these pairs (ascending) until the plan is proved within ``gap`` of the best, or time is up.

    ``tell`` hears the cost and the bound now and then, in points, and ends the search by answering False.
    """
    model = model_of(columns, pairs)
    solver = _solver(seconds, seed, threads, gap)
    solver.passModel(_lp(model))
    if start is not None:
        kept = np.flatnonzero(np.isin(pairs, start)).astype(np.int32)
        all_pairs = np.arange(model.whole, dtype=np.int32)
        value = np.zeros(model.whole)
        value[kept] = 1.0
        solver.setSolution(model.whole, all_pairs, value)
    began = time.monotonic()

    def hear(event: highspy.highs.HighsCallbackEvent) -> None:
        out = event.data_out
        going = tell(out.mip_primal_bound + columns.constant, out.mip_dual_bound + columns.constant)
        event.interrupt(not going or time.monotonic() - began > seconds)

    solver.cbMipInterrupt += hear
    solver.run()
    return _answer(solver, model, pairs, columns.constant)


def _solver(seconds: float, seed: int, threads: int, gap: float) -> highspy.Highs:
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    for name, value in {
        "output_flag": False,
        "time_limit": max(seconds, 0.01),
        "random_seed": seed % 2_000_000_000,
        "threads": threads,
        "mip_rel_gap": gap,
        "mip_abs_gap": 1e-7,
        "mip_feasibility_tolerance": 1e-7,
    }.items():
        solver.setOptionValue(name, value)
    return solver


def _lp(model: Model) -> highspy.HighsLp:
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(model.cost), len(model.low)
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = np.array(model.cost), np.zeros(len(model.cost)), np.array(model.upper)
    lp.row_lower_, lp.row_upper_ = np.array(model.low), np.array(model.high)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.array(model.begin, np.int32)
    lp.a_matrix_.index_ = np.array(model.index, np.int32)
    lp.a_matrix_.value_ = np.array(model.value, float)
    whole, real = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
    lp.integrality_ = [whole] * model.whole + [real] * (len(model.cost) - model.whole)
    return lp


def _answer(solver: highspy.Highs, model: Model, pairs: Longs, constant: float) -> Answer:
    info = solver.getInfo()
    bound = info.mip_dual_bound + constant
    is_best = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return Answer(None, float("inf"), bound, False)
    chosen = np.array(solver.getSolution().col_value[: model.whole]) > 0.5
    return Answer(pairs[chosen], info.objective_function_value + constant, bound, is_best)
