"""London's calendar: both clock changes, months and ages."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timegiven.kernel import time as clocks

SPRING, AUTUMN = date(2007, 3, 25), date(2007, 10, 28)
days = st.dates(min_value=date(2001, 1, 1), max_value=date(2037, 12, 31))
times = st.builds(time, st.integers(0, 23), st.integers(0, 59))


def test_the_london_day_of_a_moment_late_on_a_summer_s_night_is_the_next():
    assert clocks.london_day(datetime(2007, 6, 30, 23, 30, tzinfo=UTC)) == date(2007, 7, 1)


def test_the_night_on_which_the_clocks_go_forward_is_an_hour_shorter():
    start, end = clocks.london_span(SPRING - timedelta(days=1), time(22), time(6))

    assert clocks.minutes_between(start, end) == 7 * 60


def test_the_night_on_which_the_clocks_go_back_is_an_hour_longer():
    start, end = clocks.london_span(AUTUMN - timedelta(days=1), time(22), time(6))

    assert clocks.minutes_between(start, end) == 9 * 60


def test_the_hour_that_march_leaves_out_is_not_on_the_clock():
    shown = [clocks.is_on_the_clock(SPRING, time(hour, 30)) for hour in (0, 1, 2)]

    assert shown == [True, False, True]


def test_the_hour_that_october_repeats_is_on_the_clock():
    assert clocks.is_on_the_clock(AUTUMN, time(1, 30))


def test_an_end_earlier_on_the_clock_than_the_start_is_the_second_reading_in_october():
    start, end = clocks.london_span(AUTUMN, time(1, 40), time(1, 10))

    assert clocks.minutes_between(start, end) == 30


@given(days, times, times)
def test_an_end_follows_its_start_within_a_day_and_reads_as_it_was_typed(day, starts, ends):
    start, end = clocks.london_span(day, starts, ends)

    assert timedelta(0) < end - start <= timedelta(hours=25)
    shown = end.astimezone(clocks.LONDON).time()
    assert shown == ends or not clocks.is_on_the_clock(clocks.london_day(end), ends)


@given(days, times)
def test_minutes_between_are_those_that_really_pass(day, starts):
    start = clocks.at_london(day, starts)
    later = (start.astimezone(UTC) + timedelta(minutes=90)).astimezone(clocks.LONDON)

    assert clocks.minutes_between(start, later) == 90


@given(days, st.integers(-60, 60))
def test_months_on_keep_the_day_or_end_with_the_month(day, months):
    there = clocks.add_months(day, months)

    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
    assert there.day == day.day or clocks.next_month(there) - there == timedelta(days=1)


@given(days)
def test_the_next_month_begins_where_this_one_ends(day):
    first, following = clocks.month_of(day), clocks.next_month(day)

    assert (first.day, following.day) == (1, 1)
    assert first <= day < following
    assert 28 <= (following - first).days <= 31


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(1990, 6, 1), date(2008, 5, 31), 17),
        (date(1990, 6, 1), date(2008, 6, 1), 18),
        (date(1988, 2, 29), date(2007, 2, 28), 18),
        (date(1988, 2, 29), date(2007, 3, 1), 19),
    ],
)
def test_an_age_changes_on_the_birthday(born, day, age):
    assert clocks.age_on(born, day) == age


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2007-04-24", date(2007, 4, 24)), ("0001-01-01", None), ("9999-12-31", None), ("2007-02-29", None), ("x", None)],
)
def test_an_address_names_a_day_that_can_be_reckoned_with(typed, day):
    assert clocks.named_day(typed) == day
