"""The rules of training as tables."""

from contextlib import nullcontext
from datetime import date, timedelta
from itertools import product

import pytest

from tests.builders import NOW, TODAY
from timegiven.kernel.refusals import NotAllowed
from timegiven.training import rules

MARKS = ("is_lifting", "is_public_facing", "needs_aware", "is_named")


@pytest.mark.clause(87, 91, 92, 93, 95)
@pytest.mark.parametrize("marks", list(product([False, True], repeat=4)))
@pytest.mark.parametrize("needed_for", ["ALL", "LIFTING", "PUBLIC", "AWARE", "PROFILE"])
def test_a_course_is_needed_by_everyone_by_its_mark_or_by_name(needed_for, marks):
    role = dict(zip(MARKS, marks, strict=True))
    by_mark = {"LIFTING": "is_lifting", "PUBLIC": "is_public_facing", "AWARE": "needs_aware"}.get(needed_for)

    expected = role["is_named"] or needed_for == "ALL" or bool(by_mark and role[by_mark])

    assert rules.needs(needed_for, **role) == expected


@pytest.mark.parametrize(
    ("done_on", "valid_months", "expected"),
    [
        (date(2007, 4, 24), None, None),
        (date(2007, 4, 24), 12, date(2008, 4, 24)),
        (date(2007, 4, 24), 36, date(2010, 4, 24)),
        (date(2007, 1, 31), 1, date(2007, 2, 28)),
        (date(2008, 2, 29), 12, date(2009, 2, 28)),
        (date(2007, 12, 31), 2, date(2008, 2, 29)),
        (date(2007, 12, 1), 1, date(2008, 1, 1)),
    ],
)
def test_when_a_course_runs_out(done_on, valid_months, expected):
    assert rules.expires_on(done_on, valid_months) == expected


@pytest.mark.clause(88, 89)
@pytest.mark.parametrize(
    ("is_needed", "agreed_because", "refused"),
    [(True, "", False), (True, "why", False), (False, "why", False), (False, "", True), (False, "  ", True)],
)
def test_a_course_beyond_the_role_needs_an_agreement(is_needed, agreed_because, refused):
    def check():
        rules.check_needed(is_needed=is_needed, agreed_because=agreed_because, course="CCTV", role="Filing")

    with pytest.raises(NotAllowed, match="seen as a payment") if refused else nullcontext():
        check()


@pytest.mark.parametrize(("day", "refused"), [(23, False), (24, False), (25, True)])
def test_training_is_recorded_when_it_has_been_done(day, refused):
    def check():
        rules.check_done(on=date(2007, 4, day), today=date(2007, 4, 24))

    with pytest.raises(NotAllowed, match="Wednesday 25 April 2007 has not come yet") if refused else nullcontext():
        check()


@pytest.mark.parametrize(
    ("minutes", "hours", "meant"),
    [
        *(("90", "", 90), ("", "", 0), ("", "2", 120), ("", "1:30", 90), ("", "01:05:00", 65), ("", "0:05", 5)),
        *(("1h", "", None), ("", "1:75", None), ("", "half a day", None), ("", "123", None)),
    ],
)
def test_the_length_of_a_course_is_read_as_people_write_it(minutes, hours, meant):
    assert rules.sheets.read_minutes(minutes=minutes, hours=hours) == meant


@pytest.mark.parametrize(("seconds", "is_to_come"), [(-1, False), (0, False), (1, True)])
def test_a_session_is_set_up_before_it_begins_and_its_register_closed_after(seconds, is_to_come):
    starts_at = NOW + timedelta(seconds=seconds)

    with nullcontext() if is_to_come else pytest.raises(NotAllowed, match="would have begun already"):
        rules.sessions.check_times(starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), at=NOW)
    with pytest.raises(NotAllowed, match="has not begun") if is_to_come else nullcontext():
        rules.sessions.check_begun(starts_at=starts_at, at=NOW, on=TODAY)


@pytest.mark.parametrize(("minutes", "is_too_long"), [(720, False), (721, True)])
def test_a_session_lasts_half_a_day_at_most(minutes, is_too_long):
    starts_at = NOW + timedelta(days=1)

    with pytest.raises(NotAllowed, match="more than 12 hours") if is_too_long else nullcontext():
        rules.sessions.check_times(starts_at=starts_at, ends_at=starts_at + timedelta(minutes=minutes), at=NOW)


def test_a_course_that_is_no_longer_given_has_no_sessions():
    with pytest.raises(NotAllowed, match="no longer given"):
        rules.sessions.check_gives_sessions(delivery="SESSION", is_offered=False, course="First aid")


@pytest.mark.parametrize(("seconds", "is_over"), [(-1, True), (0, True), (1, False)])
def test_a_place_is_taken_until_the_session_is_over(seconds, is_over):
    with pytest.raises(NotAllowed, match="is over") if is_over else nullcontext():
        rules.booking.check_open(status="OPEN", ends_at=NOW + timedelta(seconds=seconds), at=NOW)
