"""The rules of a session report at their edges, as tables."""

from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, date, datetime, timedelta

import pytest

from timegiven.attendance import rules
from timegiven.kernel.refusals import NotAllowed

TODAY = date(2007, 5, 2)


def refused(reason: str) -> AbstractContextManager[object]:
    """Refused with these words, or not at all where there are none."""
    return pytest.raises(NotAllowed, match=reason) if reason else nullcontext()


@pytest.mark.parametrize(("seconds", "reason"), [(-1, ""), (0, ""), (1, "which is still to come")])
def test_a_session_is_reported_from_its_end_on(seconds: int, reason: str) -> None:
    at = datetime(2007, 5, 2, 11, tzinfo=UTC)
    with refused(reason):
        rules.check_over(ends_at=at + timedelta(seconds=seconds), at=at)


@pytest.mark.parametrize(
    ("on", "until_on", "since_on", "reason"),
    [
        (10, None, 1, ""),
        (9, None, 1, "before the first day in this role, Tuesday 10 April 2007"),
        (12, None, 12, ""),
        (11, None, 12, "before the first day in this role, Thursday 12 April 2007"),
        (19, 20, 1, ""),
        (20, 20, 1, "after this placement ended, on Friday 20 April 2007"),
    ],
)
def test_time_is_given_from_the_first_day_until_a_placement_ends(
    on: int, until_on: int | None, since_on: int, reason: str
) -> None:
    until = date(2007, 4, until_on) if until_on else None
    with refused(reason):
        rules.check_since(
            on=date(2007, 4, on), from_on=date(2007, 4, 10), until_on=until, since_on=date(2007, 4, since_on)
        )


@pytest.mark.parametrize(("days", "reason"), [(0, ""), (31, ""), (32, "is more than 31 days ago")])
def test_a_report_comes_within_so_many_days(days: int, reason: str) -> None:
    with refused(reason):
        rules.check_not_late(on=TODAY - timedelta(days=days), today=TODAY, days=31)


@pytest.mark.parametrize(
    ("minutes", "is_confirmed", "reason"),
    [
        (480, False, ""),
        (481, False, "yet: it would last 8 hours 1 minute"),
        (481, True, ""),
        (720, True, ""),
        (721, True, "the longest is 12 hours"),
    ],
)
def test_a_very_long_session_is_asked_about_and_a_longer_one_refused(
    minutes: int, is_confirmed: bool, reason: str
) -> None:
    with refused(reason):
        rules.check_length(minutes=minutes, longest=720, ask_again_over=480, is_confirmed=is_confirmed)


@pytest.mark.clause(41)
@pytest.mark.parametrize(
    ("minutes", "breaks", "reason"),
    [
        (240, 0, ""),
        (240, 60, ""),
        (240, 61, "up to 1 hour counts as time given"),
        (60, 59, ""),
        (60, 60, "the session lasted 1 hour"),
        (60, 61, "the session lasted 1 hour"),
    ],
)
def test_breaks_are_reasonable_and_shorter_than_the_session(minutes: int, breaks: int, reason: str) -> None:
    with refused(reason):
        rules.check_break(minutes=minutes, break_minutes=breaks, reasonable=60)


@pytest.mark.parametrize(
    ("is_concern", "worry", "reason"),
    [(True, "", "it does not say what"), (True, "The stairs", ""), (False, "", ""), (False, "The stairs", "")],
)
def test_a_concern_says_what_it_is(is_concern: bool, worry: str, reason: str) -> None:
    with refused(reason):
        rules.check_concern(is_concern=is_concern, worry=worry)


@pytest.mark.clause(61)
@pytest.mark.parametrize(
    ("chosen", "something_else", "reason"),
    [
        ([1], "", ""),
        ([1, 2], "Made tea", ""),
        ([], "Made tea", ""),
        ([], "", "does not say what was done"),
        ([3], "", "is not on the profile"),
        ([1, 3], "Made tea", "is not on the profile"),
    ],
)
def test_tasks_are_those_of_the_profile(chosen: list[int], something_else: str, reason: str) -> None:
    with refused(reason):
        rules.check_tasks(chosen=chosen, on_profile=[1, 2], something_else=something_else)


@pytest.mark.parametrize(
    ("is_of_the_unit", "is_stopped", "reason"),
    [(True, False, ""), (True, True, "not in use"), (False, False, "not in use"), (False, True, "not in use")],
)
def test_a_tablet_answers_for_its_own_unit_while_it_is_in_use(
    is_of_the_unit: bool, is_stopped: bool, reason: str
) -> None:
    with refused(reason):
        rules.check_tablet(is_of_the_unit=is_of_the_unit, is_stopped=is_stopped)
