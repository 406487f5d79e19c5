"""The numbers about meals, as tables."""

from datetime import date

import pytest

from timegiven.expenses import rules
from timegiven.kernel.refusals import NotAllowed


@pytest.mark.clause(97, 101)
@pytest.mark.parametrize(("receipt", "paid"), [(1, 1), (285, 285), (300, 300), (301, 300), (1250, 300)])
def test_a_meal_is_paid_back_up_to_three_pounds_and_never_above_the_receipt(receipt, paid):
    assert rules.payable(receipt=receipt, most=300) == paid


@pytest.mark.clause(100, 101)
@pytest.mark.parametrize("receipt", [0, -5])
def test_nothing_is_paid_without_a_cost(receipt):
    with pytest.raises(NotAllowed, match="the receipt is for nothing"):
        rules.payable(receipt=receipt, most=300)


@pytest.mark.clause(97)
def test_a_session_of_four_hours_is_long_enough():
    rules.check_long_enough(minutes=240, needed=240)


@pytest.mark.clause(97)
def test_a_minute_less_than_four_hours_is_not():
    with pytest.raises(NotAllowed, match="the session was 3 hours 59 minutes, and a meal is paid back from 4 hours"):
        rules.check_long_enough(minutes=239, needed=240)


@pytest.mark.parametrize(
    ("today", "in_time"), [(date(2007, 4, 1), True), (date(2007, 4, 11), True), (date(2007, 4, 12), False)]
)
def test_a_claim_is_taken_for_so_many_days(today, in_time):
    try:
        rules.check_in_time(given_on=date(2007, 4, 1), today=today, within=10)
        taken = True
    except NotAllowed:
        taken = False

    assert taken is in_time
