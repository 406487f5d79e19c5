"""The cap as a table of numbers."""

from contextlib import nullcontext
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timegiven.hours import rules
from timegiven.kernel.refusals import NotAllowed

MARCH = date(2007, 3, 1)


@pytest.mark.clause(34, 36)
@pytest.mark.parametrize(
    ("before", "more", "cap", "refused"),
    [
        (0, 1, 2400, False),
        (0, 2400, 2400, False),
        (0, 2401, 2400, True),
        (2399, 1, 2400, False),
        (2399, 2, 2400, True),
        (2400, 1, 2400, True),
        (2160, 240, 2400, False),
        (2161, 240, 2400, True),
        (3000, 60, 2400, True),
        (5999, 1, 6000, False),
    ],
)
def test_the_cap(before, more, cap, refused):
    with pytest.raises(NotAllowed) if refused else nullcontext():
        rules.check_cap(given=before, more=more, cap=cap, starts_on=MARCH)


@pytest.mark.clause(36)
@pytest.mark.parametrize(
    ("before", "next_step"),
    [
        (2250, "You can shorten it to 2 hours 30 minutes, or move it to April 2007."),
        (2399, "You can shorten it to 1 minute, or move it to April 2007."),
        (2400, "You can move it to April 2007."),
    ],
)
def test_the_refusal_says_how_far_why_and_the_two_nearest_ways_out(before, next_step):
    with pytest.raises(NotAllowed) as refusal:
        rules.check_cap(given=before, more=240, cap=2400, starts_on=MARCH, ask="Questions: Priya Shah.")

    assert refusal.value.reason.startswith("We have not added this time. It would take March 2007 to 4")
    assert refusal.value.reason.endswith("the limit is 40 hours so that everyone gets a turn.")
    assert refusal.value.next_step == next_step
    assert refusal.value.ask == "Questions: Priya Shah."


@pytest.mark.clause(34)
@given(before=st.integers(0, 3000), more=st.integers(1, 3000), cap=st.integers(1, 6000))
def test_the_way_out_that_is_offered_is_open(before, more, cap):
    """Whenever time is refused and some is left, exactly the time left would be accepted and one minute more not."""
    left = cap - before
    if before + more <= cap:
        rules.check_cap(given=before, more=more, cap=cap, starts_on=MARCH)
        return
    if left > 0:
        rules.check_cap(given=before, more=left, cap=cap, starts_on=MARCH)
    with pytest.raises(NotAllowed):
        rules.check_cap(given=before, more=max(left, 0) + 1, cap=cap, starts_on=MARCH)


@pytest.mark.parametrize(
    ("on", "left_on", "reason"),
    [
        (date(2007, 3, 1), None, None),  # the first day, which is today as well
        (date(2007, 3, 1), date(2007, 3, 1), None),
        (date(2007, 3, 2), None, "is still to come"),
        (date(2007, 2, 28), None, "before they became a volunteer, on Thursday 1 March 2007"),
        (date(2007, 2, 28), date(2007, 3, 1), "before they became a volunteer, on Thursday 1 March 2007"),
    ],
)
def test_the_days_on_which_time_can_have_been_given(on, left_on, reason):
    with pytest.raises(NotAllowed, match=reason) if reason else nullcontext():
        rules.check_day(on=on, today=MARCH, since_on=MARCH, left_on=left_on)


def test_a_month_that_is_never_longer_is_not_lengthened():
    rules.check_may_lengthen(usual=2400, most=2401)
    with pytest.raises(NotAllowed, match="nobody's month is longer than 40 hours"):
        rules.check_may_lengthen(usual=2400, most=2400)


@pytest.mark.parametrize(
    ("kind", "counts", "refused"),
    [("TRAVEL", False, True), ("TRAVEL", True, False), ("SESSION", False, False), ("SESSION", True, False)],
)
def test_the_way_counts_where_the_strand_says_so(kind, counts, refused):
    with pytest.raises(NotAllowed, match="time given begins at the unit") if refused else nullcontext():
        rules.check_counts(kind=kind, counts_travel=counts)
