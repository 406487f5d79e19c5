"""Codes and milestones, as tables."""

from contextlib import nullcontext
from datetime import date, timedelta

import pytest

from tests.builders import NOW
from timegiven.engagement import rules
from timegiven.kernel.refusals import NotAllowed

HOURS = [50, 100, 250]


@pytest.mark.parametrize(
    ("minutes", "lately", "number"),
    [(2999, 200, None), (3000, 200, 50), (3199, 200, 50), (3200, 200, None), (6100, 6100, 100), (0, 0, None)],
)
def test_a_milestone_is_the_highest_that_was_passed_lately(minutes, lately, number):
    assert rules.passed(minutes=minutes, lately=lately, hours=HOURS) == number


@pytest.mark.parametrize(
    ("since", "number"),
    [
        (date(2006, 4, 24), 1),
        (date(2006, 4, 25), None),
        (date(2006, 3, 25), 1),
        (date(2006, 3, 24), None),
        (date(2004, 2, 29), None),
        (date(1997, 4, 1), 10),
    ],
)
def test_an_anniversary_is_noticed_for_a_month(since, number):
    assert rules.years_passed(since=since, day=date(2007, 4, 24), within=31, years=[1, 3, 10]) == number


def test_somebody_who_came_on_29_february_has_the_day_on_the_first_of_march():
    assert rules.years_passed(since=date(2004, 2, 29), day=date(2007, 3, 1), within=1, years=[3]) == 3


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("0123 4567 89AB CDEF GHJK", "0123456789ABCDEFGHJK"),
        ("o123-4567-89ab-cdef-ghjk", "0123456789ABCDEFGHJK"),
        ("0123", ""),
        ("", ""),
        ("\u0660123 4567 89AB CDEF GHJK", ""),  # a nought of another script
    ],
)
def test_a_code_is_read_as_people_type_it(typed, code):
    assert rules.as_typed(typed) == code


def test_a_code_is_printed_in_groups_of_four():
    assert rules.as_printed("0123456789ABCDEFGHJK") == "0123 4567 89AB CDEF GHJK"


@pytest.mark.parametrize(("seconds", "is_to_come"), [(-1, False), (0, False), (1, True)])
def test_a_meeting_is_set_up_before_it_begins_and_closed_after(seconds, is_to_come):
    starts_at = NOW + timedelta(seconds=seconds)

    with nullcontext() if is_to_come else pytest.raises(NotAllowed, match="is over"):
        rules.check_meeting(purposes={"support"}, starts_at=starts_at, at=NOW)
    with pytest.raises(NotAllowed, match="still to come") if is_to_come else nullcontext():
        rules.check_begun(starts_at=starts_at, at=NOW)


@pytest.mark.parametrize("how", ["", "  \n"])
def test_whoever_notes_thanks_says_how_they_were_said(how):
    with pytest.raises(NotAllowed, match="how were they thanked"):
        rules.check_how(how)
