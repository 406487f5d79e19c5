"""The planner against Timefold, a constraint solver for rotas: the same problem, both plans judged by our referee.

    python -m benchmarks.rostering.against_timefold --seconds 60

Timefold is no part of the project. It wants Java 17 and `pip install --pre timefold`.

The model below has the planner's rules and points, in parts of a point. A place is an entity whose variable is one of
the people who can take its duty, or nobody. Timefold gets ready-made numbers, so that the search alone is compared.
"""

import argparse
import os
import sys
from dataclasses import dataclass, field
from typing import Annotated

from benchmarks.rostering.__main__ import RAW, SEED, Both, facts, gaps, measured
from benchmarks.rostering.world import SIZES, problem, world
from rostering import check
from rostering.columns import Columns, arrange
from rostering.problem import Place
from rostering.solve import solve, warm_up

try:
    from timefold.solver import SolverFactory
    from timefold.solver.config import Duration, ScoreDirectorFactoryConfig, SolverConfig, TerminationConfig
    from timefold.solver.domain import (
        PlanningEntityCollectionProperty,
        PlanningId,
        PlanningScore,
        PlanningVariable,
        ProblemFactCollectionProperty,
        ValueRangeProvider,
        planning_entity,
        planning_solution,
    )
    from timefold.solver.score import ConstraintCollectors, HardSoftScore, Joiners, constraint_provider
except ImportError:
    sys.exit("Timefold is not here: pip install --pre timefold (and Java 17).")

FINE = 6000  # Timefold counts in whole numbers: in these parts of a point every rate by the minute is whole
QUARTER = 0.25  # of Timefold's time is what the planner gets


@dataclass
class Volunteer:
    """Somebody, with what bounds them in minutes."""

    number: Annotated[int, PlanningId]
    month_left: list[int]
    week_most: int
    agreed: int
    friends: list[int]


@dataclass
class Hope:
    """A fortnight in which somebody could have taken something."""

    number: Annotated[int, PlanningId]
    volunteer: Volunteer
    fortnight: int


@planning_entity
@dataclass
class Seat:
    """One place of a duty."""

    number: Annotated[int, PlanningId]
    duty: int
    start: int
    end: int
    day: int
    week: int
    month: int
    open_cost: int
    costs: dict[int, int]
    able: Annotated[list[Volunteer], ValueRangeProvider(id="able")]
    volunteer: Annotated[
        Volunteer | None, PlanningVariable(allows_unassigned=True, value_range_provider_refs=["able"])
    ] = field(default=None)


@planning_solution
@dataclass
class Rota:
    """The problem, and its answer."""

    volunteers: Annotated[list[Volunteer], ProblemFactCollectionProperty]
    hopes: Annotated[list[Hope], ProblemFactCollectionProperty]
    seats: Annotated[list[Seat], PlanningEntityCollectionProperty]
    score: Annotated[HardSoftScore | None, PlanningScore] = field(default=None)


def rota_of(columns: Columns) -> Rota:
    """The problem in Timefold's words."""
    row, duty = columns.row, columns.duty
    friends = columns.friend_row
    volunteers = [
        Volunteer(
            number=v,
            month_left=columns.month_left[v].tolist(),
            week_most=int(columns.week_most[v]),
            agreed=int(columns.agreed[v]),
            friends=columns.friend[friends[v] : friends[v + 1]].tolist() if len(friends) else [],
        )
        for v in range(columns.people)
    ]
    able: list[dict[int, int]] = [{} for _ in columns.start]
    for v in range(columns.people):
        for e in range(row[v], row[v + 1]):
            able[duty[e]][v] = round(columns.cost[e] * FINE)
    seats = [_seat(columns, s, at, able[s], volunteers) for s, most in enumerate(columns.most) for at in range(most)]
    for number, seat in enumerate(seats):
        seat.number = number
    hoped = [(int(v), int(f)) for v, f in zip(*columns.hoped.nonzero(), strict=True)]
    hopes = [Hope(number, volunteers[v], f) for number, (v, f) in enumerate(hoped)]
    return Rota(volunteers, hopes, seats)


def _seat(columns: Columns, s: int, at: int, costs: dict[int, int], volunteers: list[Volunteer]) -> Seat:
    cost = columns.cost_least[s] if at < columns.least[s] else columns.cost_most[s]
    return Seat(
        number=0,
        duty=s,
        start=int(columns.start[s]),
        end=int(columns.end[s]),
        day=int(columns.date[s]),
        week=int(columns.week[s]),
        month=int(columns.month[s]),
        open_cost=round(cost * FINE),
        costs=costs,
        able=[volunteers[v] for v in costs],
    )


def provider(columns: Columns):  # type: ignore[no-untyped-def]
    """The rules (hard) and the points (soft)."""
    rest, hope = int(columns.rest), int(columns.hope)
    hope_rate, agreed_rate, alone_rate = (
        round(rate * FINE) for rate in (columns.hope_rate, columns.agreed_rate, columns.alone_rate)
    )
    minutes = ConstraintCollectors.sum(lambda seat: seat.end - seat.start)
    one_hard, one_soft = HardSoftScore.ONE_HARD, HardSoftScore.ONE_SOFT

    def clashes(one: Seat, other: Seat) -> bool:
        return one.day == other.day or (one.start < other.end + rest and other.start < one.end + rest)

    @constraint_provider
    def rules(factory):  # type: ignore[no-untyped-def]
        return [
            factory.for_each_unique_pair(Seat, Joiners.equal(lambda seat: seat.volunteer), Joiners.filtering(clashes))
            .penalize(one_hard)
            .as_constraint("one duty a day, and rest"),
            factory.for_each(Seat)
            .group_by(lambda seat: seat.volunteer, lambda seat: seat.month, minutes)
            .filter(lambda who, month, given: given > who.month_left[month])
            .penalize(one_hard)
            .as_constraint("month"),
            factory.for_each(Seat)
            .group_by(lambda seat: seat.volunteer, lambda seat: seat.week, minutes)
            .filter(lambda who, week, given: given > who.week_most)
            .penalize(one_hard)
            .as_constraint("week"),
            factory.for_each_including_unassigned(Seat)
            .filter(lambda seat: seat.volunteer is None)
            .penalize(one_soft, lambda seat: seat.open_cost)
            .as_constraint("open"),
            factory.for_each(Seat)
            .penalize(one_soft, lambda seat: seat.costs[seat.volunteer.number])
            .as_constraint("fairness, role and way"),
            factory.for_each(Seat)
            .group_by(lambda seat: seat.volunteer, lambda seat: seat.week, minutes)
            .filter(lambda who, week, given: given > who.agreed)
            .penalize(one_soft, lambda who, week, given: agreed_rate * (given - who.agreed))
            .as_constraint("agreed"),
            factory.for_each(Hope)
            .if_not_exists(
                Seat,
                Joiners.equal(lambda hope: hope.volunteer, lambda seat: seat.volunteer),
                Joiners.equal(lambda hope: hope.fortnight, lambda seat: seat.week // 2),
            )
            .penalize(one_soft, lambda _: hope_rate * hope)
            .as_constraint("nothing in a fortnight"),
            factory.for_each(Seat)
            .group_by(lambda seat: seat.volunteer, lambda seat: seat.week // 2, minutes)
            .filter(lambda who, fortnight, given: given < hope)
            .penalize(one_soft, lambda who, fortnight, given: hope_rate * (hope - given))
            .as_constraint("less than hoped for"),
            factory.for_each(Seat)
            .filter(lambda seat: len(seat.volunteer.friends) > 0)
            .if_not_exists(
                Seat,
                Joiners.equal(lambda seat: seat.duty),
                Joiners.filtering(lambda seat, other: other.volunteer.number in seat.volunteer.friends),
            )
            .penalize(one_soft, lambda seat: alone_rate * (seat.end - seat.start))
            .as_constraint("alone"),
        ]

    return rules


def theirs(columns: Columns, seconds: int, seed: int) -> list[tuple[int, int]]:
    """Timefold's plan after so many seconds of solving, as persons and duties."""
    config = SolverConfig(
        solution_class=Rota,
        entity_class_list=[Seat],
        score_director_factory_config=ScoreDirectorFactoryConfig(constraint_provider_function=provider(columns)),
        termination_config=TerminationConfig(spent_limit=Duration(seconds=seconds)),
        random_seed=seed,
    )
    solved = SolverFactory.create(config).build_solver().solve(rota_of(columns))
    print(f"  Timefold's own score: {solved.score}", flush=True)
    return [(seat.volunteer.number, seat.duty) for seat in solved.seats if seat.volunteer is not None]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--size", choices=["borough", "programme"], default="programme")
    asked.add_argument("--seconds", type=int, default=60, help="for Timefold; the planner gets a quarter")
    asked.add_argument("--seed", type=int, default=SEED)
    asked.add_argument("--patience", type=float, default=1.0, help="times the seconds, for both, on a busy machine")
    asked.add_argument("--keep", action="store_true", help="write to benchmarks/raw/ as well")
    given = asked.parse_args()
    if given.keep:
        sys.stdout = Both(RAW / "rostering-timefold.txt")  # type: ignore[assignment]
    print(facts(f"{given.size} against Timefold", given.seed), flush=True)
    made = problem(world(SIZES[given.size], given.seed))
    columns, names = arrange(made)
    warm_up()
    with measured() as taken:
        pairs = theirs(columns, round(given.seconds * given.patience), given.seed)
    places = [Place(names.people[v], names.duties[s]) for v, s in pairs]
    cost, broken = check.account(made, places).cost, len(check.faults(made, places))
    print(
        f"Timefold: {taken}, starting included; cost {cost:.1f}; {len(places):,} places filled; {broken} broken rules"
    )
    with measured() as taken:
        plan = solve(made, seconds=given.seconds * QUARTER, patience=given.patience)
    broken = len(check.faults(made, plan.places))
    print(f"planner: {taken}; {gaps(plan)}; {len(plan.places):,} places filled; {broken} broken rules")
    print(f"our cost is {plan.cost / cost:.4f} of Timefold's\n# load average at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
