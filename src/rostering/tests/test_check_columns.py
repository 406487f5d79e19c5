"""The referee of the columns finds what the other referee finds."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostering.check import account, faults
from rostering.check_columns import cost_in, faults_in
from rostering.columns import arrange
from rostering.problem import Place
from rostering.tests.build import a_duty, a_person, a_problem
from rostering.tests.worlds import problems


@settings(max_examples=30, deadline=None)
@given(problems(), st.randoms(use_true_random=False))
def test_both_referees_find_the_same_of_any_pairs(problem, dice):
    columns, names = arrange(problem)
    pairs = np.array(sorted(dice.sample(range(len(columns.duty)), dice.randint(0, len(columns.duty)))), np.int64)
    owner, duty = columns.person_of(pairs), columns.duty[pairs]
    places = [Place(names.people[v], names.duties[s]) for v, s in zip(owner, duty, strict=True)]

    one, other = {fault.rule for fault in faults(problem, places)}, set(faults_in(columns, pairs))

    assert (one == set()) == (other == set())
    assert one & {"most", "week", "month"} == {rule.split()[0] for rule in other} & {"most", "week", "month"}
    if not one:
        assert cost_in(columns, pairs) == pytest.approx(account(problem, places).cost)


def test_a_pair_taken_twice_is_found():
    columns, _ = arrange(a_problem([a_person("Ann", 1)], [a_duty(1)]))

    assert faults_in(columns, np.array([0, 0])) == {"once": 1, "most": 1, "rest": 1}
