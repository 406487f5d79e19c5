"""The numbers about money, as tables."""

from contextlib import nullcontext
from datetime import date

import pytest

from timegiven.expenses import rules
from timegiven.expenses.rules import Rate
from timegiven.kernel.refusals import NotAllowed
from timegiven.ui import tables

CAR = Rate(45, 25, 10_000)


def refused(rule, **facts):
    try:
        rule(**facts)
    except NotAllowed:
        return True
    return False


@pytest.mark.clause(97, 101)
@pytest.mark.parametrize(("receipt", "paid"), [(1, 1), (285, 285), (300, 300), (301, 300), (1250, 300)])
def test_a_meal_is_paid_back_up_to_three_pounds_and_never_above_the_receipt(receipt, paid):
    assert rules.payable(receipt=receipt, most=300) == paid


@pytest.mark.clause(100, 101)
@pytest.mark.parametrize(
    ("spent", "has_receipt", "no"), [(0, True, True), (-5, True, True), (1, False, True), (1, True, False)]
)
def test_nothing_is_paid_without_a_cost_and_its_receipt(spent, has_receipt, no):
    assert refused(rules.check_spent, spent=spent, has_receipt=has_receipt) is no


@pytest.mark.clause(97)
def test_a_minute_less_than_four_hours_is_too_short_for_a_meal():
    rules.check_long_enough(minutes=240, needed=240)

    with pytest.raises(NotAllowed, match="the session was 3 hours 59 minutes, and a meal is paid back from 4 hours"):
        rules.check_long_enough(minutes=239, needed=240)


@pytest.mark.parametrize(
    ("of", "report", "claims"),
    [
        ("", "in your report are wrong", "it is under “My claims”."),
        ("Ada Okafor", "in the report of Ada Okafor are wrong", "it is among the claims of Ada Okafor."),
    ],
    ids=["one's own", "typed in for somebody"],
)
def test_a_meal_that_is_refused_says_whose_report_it_is(of, report, claims):
    with pytest.raises(NotAllowed) as short:
        rules.check_long_enough(minutes=239, needed=240, of=of)
    with pytest.raises(NotAllowed) as twice:
        rules.check_no_meal_yet(claimed=True, of=of)

    assert report in short.value.next_step
    assert claims in twice.value.next_step


@pytest.mark.clause(98)
@pytest.mark.parametrize(
    ("today", "left_on", "late"),
    [
        (date(2007, 4, 11), None, False),
        (date(2007, 4, 12), None, True),
        (date(2007, 4, 9), date(2007, 4, 4), False),
        (date(2007, 4, 10), date(2007, 4, 4), True),
    ],
)
def test_a_claim_is_taken_for_so_many_days_also_after_leaving(today, left_on, late):
    within = {"given_on": date(2007, 4, 1), "within": 10, "after_leaving": 5}

    assert refused(rules.check_in_time, today=today, left_on=left_on, **within) is late


@pytest.mark.parametrize(
    ("day", "year"), [(date(2007, 4, 5), 2006), (date(2007, 4, 6), 2007), (date(2008, 1, 1), 2007)]
)
def test_a_tax_year_begins_on_6_april(day, year):
    assert rules.tax_year(day) == year


@pytest.mark.clause(100)
@pytest.mark.parametrize(
    ("tenths", "before", "rate", "pence"),
    [
        (34, 0, CAR, 153),  # 3.4 miles at 45p
        (35, 0, CAR, 157),  # 157.5: never above the rate
        (100, 99_990, CAR, 45 + 9 * 25),  # one mile below the threshold, nine above
        (100, 100_000, CAR, 250),
        (100, 900_000, CAR, 250),
        (34, 900_000, Rate(24), 81),  # a motorcycle has no threshold
        (1, 0, Rate(20), 2),
    ],
)
def test_miles_are_paid_at_the_rate_and_above_the_threshold_at_the_lower_one(tenths, before, rate, pence):
    assert rules.reckon(tenths=tenths, before=before, rate=rate)[0] == pence


def test_the_reckoning_says_how_it_came_about():
    assert rules.reckon(tenths=100, before=99_990, rate=CAR)[1] == "1 mile at 45p and 9 miles at 25p"


@pytest.mark.clause(100)
@pytest.mark.parametrize(
    ("tenths", "taken", "said"),
    [
        (0, 0, "the distance is nothing"),
        (1, 0, ""),
        (60, 0, ""),
        (61, 0, "6.1 miles is more than the 6 miles that were agreed."),
        (20, 40, ""),
        (21, 40, "2.1 miles is more than the 2 miles that were agreed and are left."),
        (1, 60, "the 6 miles that were agreed are on a claim already"),
    ],
)
def test_the_distance_is_what_was_agreed_or_less(tenths, taken, said):
    with pytest.raises(NotAllowed, match=said) if said else nullcontext():
        rules.check_distance(tenths=tenths, most=60, taken=taken)
    rules.check_distance(tenths=max(tenths, 1), most=None, taken=taken)


@pytest.mark.clause(100)
def test_who_enters_too_many_miles_is_told_how_many_are_left():
    with pytest.raises(NotAllowed) as refusal:
        rules.check_distance(tenths=30, most=60, taken=40)

    assert refusal.value.next_step.startswith("Enter up to 2 miles, or")


@pytest.mark.clause(100)
@pytest.mark.parametrize(("spent", "most", "paid"), [(500, None, 500), (500, 600, 500), (700, 600, 600)])
def test_other_costs_are_paid_up_to_what_was_agreed(spent, most, paid):
    assert rules.up_to(spent=spent, most=most)[0] == paid


@pytest.mark.clause(100)
@pytest.mark.parametrize(
    ("spent", "taken", "found"),
    [(200, 400, (200, "")), (201, 400, (200, "Up to £6, as agreed")), (1, 600, None), (1, 601, None)],
)
def test_what_is_on_a_claim_already_is_not_paid_again(spent, taken, found):
    if found:
        assert rules.up_to(spent=spent, most=600, taken=taken) == found
    else:
        assert refused(rules.up_to, spent=spent, most=600, taken=taken)


@pytest.mark.parametrize(
    ("is_miles", "vehicle", "tenths", "no"),
    [
        (True, "CAR", 60, False),
        (True, "", 60, True),
        (True, "CAR", None, True),
        (True, "", None, True),
        (False, "", None, False),
    ],
)
def test_miles_are_agreed_with_a_vehicle_and_a_distance(is_miles, vehicle, tenths, no):
    assert refused(rules.check_terms, is_miles=is_miles, vehicle=vehicle, most_tenths=tenths) is no


@pytest.mark.parametrize(("until_on", "no"), [(None, False), (4, True), (5, True), (6, False)])
def test_what_is_agreed_holds_for_a_day_at_least(until_on, no):
    until = date(2007, 4, until_on) if until_on else None
    assert refused(rules.check_ends_later, from_on=date(2007, 4, 5), until_on=until) is no


@pytest.mark.clause(97)
@pytest.mark.parametrize("claimed", [True, False])
def test_one_meal_is_claimed_for_a_session(claimed):
    assert refused(rules.check_no_meal_yet, claimed=claimed) is claimed


@pytest.mark.clause(98)
@pytest.mark.parametrize(("pence", "second"), [(5_000, False), (5_001, True)])
def test_a_large_claim_needs_a_second_look(pence, second):
    assert rules.needs_second_look(pence=pence, above=5_000) is second


@pytest.mark.parametrize(
    ("left", "kept", "why", "no"), [(0, 1, "", False), (1, 1, "", True), (1, 1, "No", False), (1, 0, "No", True)]
)
def test_what_is_left_out_needs_a_word(left, kept, why, no):
    assert refused(rules.check_left_out, left=left, kept=kept, why=why) is no


@pytest.mark.parametrize(
    ("typed", "kept"), [("20-00-00", "200000"), ("20 00 00", "200000"), ("2000", None), ("²00000", None)]
)
def test_a_sort_code_has_six_digits(typed, kept):
    assert (None if refused(rules.sort_code, typed=typed) else rules.sort_code(typed)) == kept


@pytest.mark.parametrize(("typed", "kept"), [("1234567", "01234567"), ("12345678", "12345678"), ("123456789", None)])
def test_an_account_number_has_eight_digits(typed, kept):
    assert (None if refused(rules.bank_number, typed=typed) else rules.bank_number(typed)) == kept


def test_only_the_last_two_figures_of_an_account_are_shown():
    assert rules.masked("12345678") == "••••••78"


def test_a_sheet_that_went_through_a_spreadsheet_is_read():
    sheet = (
        b'\xef\xbb\xbfPayment;Name;Outcome;Amount;Why\r\n"abc";"X";"Paid";"3.00";\r\n'
        b"DEF;Y;bounced;;closed\r\n;;;;\r\nGHI;Z;;;\r\n"
    )

    found, wrong = rules.results(tables.read(sheet))

    assert wrong == []
    assert [(each.row, each.reference, each.is_paid, each.pence, each.why) for each in found] == [
        (2, "ABC", True, 300, ""),
        (3, "DEF", False, None, "closed"),
    ]


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (b"", "The file has no rows."),
        (b"Name\nX", "The first row must name the columns"),
        (b"Payment,Outcome\nABC,perhaps", "Row 2: “perhaps” is neither “paid” nor “bounced”."),
        (b"Payment,Outcome,Amount\nABC,paid,three", "Row 2: “three” is not an amount."),
        (b"Payment,Outcome,Amount\nABC,paid,1.234", "Row 2: “1.234” is not an amount."),
        ("Payment,Outcome,Amount\nABC,paid,4.²".encode(), "Row 2: “4.²” is not an amount."),
        (b"Payment,Outcome,Amount\nABC,paid,1234567890", "Row 2: “1234567890” is not an amount."),
        (b"Payment,Outcome,Amount\nABC,paid,-3", "Row 2: “-3” is not an amount."),
    ],
)
def test_a_sheet_that_cannot_be_read_says_which_row(sheet, said):
    _, wrong = rules.results(tables.read(sheet))

    assert wrong[0].startswith(said)


@pytest.mark.parametrize(
    ("amount", "pence"), [("3", 300), ("3.", 300), ("3.5", 350), ("£1,203.05", 120_305), ("'0.07", 7), ("", None)]
)
def test_an_amount_is_read_however_it_is_written(amount, pence):
    ((found,), _) = rules.results([["Payment", "Outcome", "Amount"], ["ABC", "paid", amount]])

    assert found.pence == pence


def test_every_row_of_a_long_sheet_is_read():
    found, wrong = rules.results([["Payment", "Outcome"], *([f"P{number}", "paid"] for number in range(6_000))])

    assert (len(found), found[-1].reference, wrong) == (6_000, "P5999", [])
