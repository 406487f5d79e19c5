"""Days, times, lengths and money in the words that people use."""

import re
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timegiven.kernel import words


def test_a_day_is_said_in_full_and_short():
    day = date(2027, 3, 3)

    assert (words.day(day), words.short_day(day), words.month(day)) == (
        "Wednesday 3 March 2027",
        "3 Mar 2027",
        "March 2027",
    )


def test_the_day_of_a_moment_is_london_s():
    late_in_summer = datetime(2007, 6, 30, 23, 30, tzinfo=UTC)

    assert words.day(late_in_summer) == "Sunday 1 July 2007"


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        (time(0), "midnight"),
        (time(0, 5), "12:05am"),
        (time(9), "9am"),
        (time(12), "midday"),
        (time(12, 30), "12:30pm"),
        (time(14, 5), "2:05pm"),
        (time(23, 59), "11:59pm"),
    ],
)
def test_a_time_of_day(clock, said):
    assert words.clock(clock) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "0 minutes"),
        (1, "1 minute"),
        (59, "59 minutes"),
        (60, "1 hour"),
        (210, "3 hours 30 minutes"),
        (2400, "40 hours"),
    ],
)
def test_a_length_of_time(minutes, said):
    assert words.duration(minutes) == said


@given(st.integers(min_value=0, max_value=60_000))
def test_a_length_of_time_can_be_read_back_and_is_never_a_fraction(minutes):
    said = words.duration(minutes)
    hours = re.search(r"([\d,]+) hour", said)
    rest = re.search(r"(\d+) minute", said)

    assert int(hours[1].replace(",", "") if hours else 0) * 60 + int(rest[1] if rest else 0) == minutes
    assert "." not in said


@given(st.integers(min_value=-10_000_000, max_value=10_000_000))
def test_an_amount_of_money_can_be_read_back(pence):
    said = words.pounds(pence)
    digits = said.replace("£", "").replace(",", "").replace("-", "")
    whole, _, rest = digits.partition(".")

    assert (int(whole) * 100 + int(rest or 0)) * (-1 if said.startswith("-") else 1) == pence


@pytest.mark.parametrize(("pence", "said"), [(300, "£3.00"), (210, "£2.10"), (0, "£0.00"), (120_450, "£1,204.50")])
def test_in_a_column_the_points_of_amounts_stand_one_below_the_other(pence, said):
    assert words.amount(pence) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2007, 4, 24), "today"),
        (date(2007, 4, 25), "tomorrow"),
        (date(2007, 4, 23), "yesterday"),
        (date(2007, 4, 27), "in 3 days"),
        (date(2007, 5, 8), "in 2 weeks"),
        (date(2007, 4, 10), "2 weeks ago"),
        (date(2007, 7, 24), "in 3 months"),
    ],
)
def test_how_far_a_day_is(day, said):
    assert words.contextual(day, date(2007, 4, 24)) == said


@pytest.mark.parametrize(
    ("listed", "said"),
    [([], ""), (["one"], "one"), (["one", "two"], "one and two"), (["one", "two", "three"], "one, two and three")],
)
def test_several_things(listed, said):
    assert words.several(listed) == said


@pytest.mark.parametrize(("number", "said"), [(0, "0"), (999, "999"), (6267, "6,267"), (1234567, "1,234,567")])
def test_a_figure_is_easy_to_read(number, said):
    assert words.figure(number) == said


@pytest.mark.parametrize(("count", "said"), [(1, "1 person is"), (2, "2 people are"), (7000, "7,000 people are")])
def test_so_many_whose_plural_is_another_word(count, said):
    assert words.so_many(count, "person is", "people are") == said


@pytest.mark.parametrize(("count", "said"), [(0, "0 courses"), (1, "1 course"), (1200, "1,200 courses")])
def test_so_many_things(count, said):
    assert words.so_many(count, "course") == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "less than a day"),
        (1, "1 day"),
        (59, "59 days"),
        (60, "about 2 months"),
        (365, "about 1 year"),
        (1012, "about 2 years 9 months"),
    ],
)
def test_how_long_something_took(days, said):
    assert words.so_long(days) == said
