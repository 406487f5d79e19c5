"""A problem in parts: nobody and no place is lost or doubled, and what the parts plan keeps the rules of the whole."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rostering.check_columns import faults_in
from rostering.columns import arrange
from rostering.parts import cut, neighbours
from rostering.search import ties
from rostering.solve import solve_columns
from rostering.tests.build import a_duty, a_person, a_problem
from rostering.tests.worlds import problems
from rostering.workers import solve_in_parts


@settings(max_examples=40, deadline=None)
@given(problems(most_people=8, most_duties=6), st.integers(1, 3))
def test_every_pair_and_place_goes_to_one_part(problem, parts):
    columns, _ = arrange(problem)
    label = np.arange(columns.people, dtype=np.int64) % parts

    made = cut(columns, label)

    pairs = np.sort(np.concatenate([where for _, where in made]))
    assert pairs.tolist() == list(range(len(columns.duty)))
    assert np.sum([part.most for part, _ in made], axis=0).tolist() == columns.most.tolist()
    assert (np.sum([part.least for part, _ in made], axis=0) <= columns.least).all()
    for part, where in made:
        assert (part.duty == columns.duty[where]).all()
        assert (part.least <= part.most).all()


@settings(max_examples=10, deadline=None)
@given(problems(most_people=8, most_duties=6))
def test_the_plans_of_the_parts_keep_the_rules_together(problem):
    columns, _ = arrange(problem)
    made = cut(columns, np.arange(columns.people, dtype=np.int64) % 2)

    pairs = np.concatenate([where[solve_columns(part, seconds=5, threads=1).pairs] for part, where in made])

    assert faults_in(columns, np.sort(pairs)) == {}


def test_parts_are_planned_by_workers_of_their_own():
    duties = [a_duty(day, day=day, most=2) for day in range(3)]
    columns, _ = arrange(a_problem([a_person(at, 0, 1, 2) for at in range(6)], duties))

    pairs = solve_in_parts(columns, np.arange(6) % 2, workers=2, seconds=5, seed=1)

    assert np.bincount(columns.duty[pairs]).tolist() == [2, 2, 2]


def test_neighbours_share_duties_and_friends_stay_together():
    people = [a_person("Ann", 1), a_person("Bob", 1, 2), a_person("Cid", 3), a_person("Dan")]
    columns, _ = arrange(a_problem(people, [a_duty(1), a_duty(2, day=1), a_duty(3, day=2)]))

    assert neighbours(columns, 0, 2, ties(columns)).tolist() == [0, 1]
    assert neighbours(columns, 0, 2, np.array([0, 1, 0, 3], np.int32)).tolist() == [0, 1, 2]
