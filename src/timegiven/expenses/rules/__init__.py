"""What the handbook forbids about money: all amounts in pence, times in minutes, distances in tenths of a mile."""

from timegiven.expenses.rules.agreed import (
    check_agreed,
    check_asked_once,
    check_beforehand,
    check_day_ahead,
    check_ends_later,
    check_insurer_knows,
    check_terms,
    up_to,
)
from timegiven.expenses.rules.bank import bank_number, masked, sort_code
from timegiven.expenses.rules.claiming import (
    check_has_come,
    check_has_lines,
    check_in_time,
    check_not_topped_up,
    check_open,
    check_receipt_is_new,
    check_spent,
)
from timegiven.expenses.rules.deciding import (
    check_left_out,
    check_other_eyes,
    check_paper_is_new,
    check_standing,
    check_wants_paper,
    needs_second_look,
)
from timegiven.expenses.rules.keeping import kept_from
from timegiven.expenses.rules.meals import check_long_enough, check_no_meal_yet, payable
from timegiven.expenses.rules.miles import Rate, check_distance, check_vehicle, in_miles, reckon, tax_year
from timegiven.expenses.rules.paying import Result, check_something_to_pay, check_waiting, results

__all__ = [
    "Rate",
    "Result",
    "bank_number",
    "check_agreed",
    "check_asked_once",
    "check_beforehand",
    "check_day_ahead",
    "check_distance",
    "check_ends_later",
    "check_has_come",
    "check_has_lines",
    "check_in_time",
    "check_insurer_knows",
    "check_left_out",
    "check_long_enough",
    "check_no_meal_yet",
    "check_not_topped_up",
    "check_open",
    "check_other_eyes",
    "check_paper_is_new",
    "check_receipt_is_new",
    "check_something_to_pay",
    "check_spent",
    "check_standing",
    "check_terms",
    "check_vehicle",
    "check_waiting",
    "check_wants_paper",
    "in_miles",
    "kept_from",
    "masked",
    "needs_second_look",
    "payable",
    "reckon",
    "results",
    "sort_code",
    "tax_year",
    "up_to",
]
