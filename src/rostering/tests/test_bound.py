"""What the prices prove, and that more work on them proves more."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from rostering.bound import Pricer, find_prices
from rostering.columns import arrange
from rostering.solve import solve
from rostering.tests.build import a_duty, a_person, a_problem


def a_crowd(people=100, duties=40):
    """More than enough people, alike but for their way: all come to a duty at one price, or hardly any."""
    keys = range(duties)
    wide = [a_duty(key, day=key % 10, hour=8 + key % 3 * 3, least=6, most=6) for key in keys]
    return a_problem(
        (
            a_person(
                *(f"person {v}", *[key for key in keys if (v * 7 + key * key * 3) % 5 < 2]),
                metres={"": v * 7919 % 9000},
                agreed_week_minutes=240 * (v % 2),
            )
            for v in range(people)
        ),
        wide,
    )


def test_more_rounds_prove_more():
    columns, _ = arrange(a_crowd())

    bounds = [
        find_prices(Pricer(columns, 1), part=lambda at, bound, rounds=rounds: at / rounds).bound
        for rounds in (20, 40, 80, 160)
    ]

    assert all(one < other for one, other in pairwise(bounds))


def test_what_a_crowd_is_proved_is_close_to_what_is_found():
    plan = solve(a_crowd(), seconds=1, patience=60, threads=1)

    assert plan.method == "HiGHS"
    columns, _ = arrange(a_crowd())
    bound = find_prices(Pricer(columns, 1), part=lambda at, bound: at / 160).bound
    assert bound == pytest.approx(plan.cost, rel=0.01)
    assert bound <= plan.cost


def test_a_duty_without_places_in_this_part_spoils_no_price():
    columns, _ = arrange(a_crowd())
    few = (np.arange(len(columns.start)) % 3).astype(np.int32)
    part = replace(columns, least=few, most=few)

    prices = find_prices(Pricer(part, 1), part=lambda at, bound: at / 40)

    assert np.isfinite(prices.price).all()
    assert (prices.price[few == 0] <= prices.price[few == 2].max()).all()
