"""Random problems: the referee finds nothing, trying every plan finds nothing better, and no bound is too high."""

import pytest
from hypothesis import HealthCheck, assume, given, settings

from rostering import solve as planner
from rostering.bound import Pricer, find_prices
from rostering.check import account, faults
from rostering.check_columns import cost_in, faults_in
from rostering.columns import arrange
from rostering.problem import Place
from rostering.search import POLISH, Heat, Search, cost_of, sift
from rostering.solve import solve
from rostering.tests.worlds import MOST_PAIRS, lowest_cost, possible_places, problems

often = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
seldom = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


@often
@given(problems())
def test_the_pairs_are_those_that_nothing_stands_against(problem):
    columns, names = arrange(problem)

    owner = columns.person_of(range(len(columns.duty)))
    arranged = [Place(names.people[v], names.duties[s]) for v, s in zip(owner, columns.duty, strict=True)]
    assert sorted(arranged) == sorted(possible_places(problem))


@seldom
@given(problems())
def test_a_small_problem_is_solved_to_the_best_plan(problem):
    assume(len(possible_places(problem)) <= MOST_PAIRS)

    plan = solve(problem, seconds=5, threads=1)

    assert faults(problem, plan.places) == []
    assert plan.cost == pytest.approx(lowest_cost(problem), abs=1e-6)
    assert plan.bound == pytest.approx(plan.cost, abs=1e-4)


@seldom
@given(problems(most_people=3))
def test_no_bound_by_prices_is_above_the_best_plan(problem):
    assume(0 < len(possible_places(problem)) <= MOST_PAIRS)
    columns, _ = arrange(problem)

    prices = find_prices(Pricer(columns, 1), part=lambda number, bound: number / 30)

    assert prices.bound <= lowest_cost(problem) + 1e-4


@often
@given(problems(most_people=8, most_duties=12))
def test_the_search_keeps_every_rule(problem):
    columns, names = arrange(problem)
    assume(len(columns.duty))
    price = columns.cost_least / 2
    search = Search(columns, price, sift(columns, price, 60), seed=3, threads=2)

    search.round(Heat(3.0, 0.1, 0.1, 10.0), visits=4, moves=16)
    search.settle()
    search.round(POLISH, visits=2, moves=16)
    search.settle()

    owner, duty = columns.person_of(search.pairs()), columns.duty[search.pairs()]
    places = [Place(names.people[v], names.duties[s]) for v, s in zip(owner, duty, strict=True)]
    assert (faults(problem, places), faults_in(columns, search.pairs())) == ([], {})
    assert cost_in(columns, search.pairs()) == pytest.approx(account(problem, places).cost, abs=1e-6)
    if not len(columns.friend_row):
        assert cost_of(columns, search.pairs()) == pytest.approx(account(problem, places).cost, abs=1e-6)


@seldom
@given(problems(most_people=8, most_duties=12))
def test_a_large_problem_goes_the_long_way_and_keeps_every_rule(problem):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(planner, "SMALL", 0)
        plan = solve(problem, seconds=1, threads=2)

    assert faults(problem, plan.places) == []
    assert plan.bound <= plan.cost + 1e-9
    assert plan.cost == pytest.approx(account(problem, plan.places).cost)
