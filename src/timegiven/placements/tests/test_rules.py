"""The rules of placements as tables."""

from contextlib import nullcontext
from datetime import UTC, date, datetime, time, timedelta

import pytest

from timegiven.kernel.refusals import NotAllowed
from timegiven.placements import rules


def _refused(refused):
    return pytest.raises(NotAllowed) if refused else nullcontext()


@pytest.mark.clause(34, 44)
@pytest.mark.parametrize(
    ("minutes", "cap", "refused"),
    [(240, 2400, False), (600, 2400, False), (601, 2400, True), (1500, 6000, False), (1501, 6000, True)],
)
def test_the_week_fits_into_the_month(minutes, cap, refused):
    with _refused(refused):
        rules.check_weekly(minutes=minutes, cap=cap, usual=240)


@pytest.mark.clause(84)
@pytest.mark.parametrize(("is_needed", "refused"), [(True, False), (False, True)])
def test_an_aware_account_only_where_needed(is_needed, refused):
    with _refused(refused):
        rules.check_aware_needed(is_needed=is_needed)


@pytest.mark.parametrize(("has_one", "refused"), [(True, True), (False, False)])
def test_one_aware_account_each(has_one, refused):
    with _refused(refused):
        rules.check_no_account(has_one=has_one)


@pytest.mark.clause(54)
@pytest.mark.parametrize(
    ("ticks", "manager", "refused"), [(True, True, False), (True, False, True), (False, False, False)]
)
def test_the_unit_says_what_it_has_read_and_made_ready(ticks, manager, refused):
    with _refused(refused):
        rules.check_unit_s_own(ticks_unit_s=ticks, is_unit_manager=manager)


@pytest.mark.clause(27)
@pytest.mark.parametrize(
    ("whose", "ticked", "waits"),
    [
        ("either", [], {"UNIT", "VOLUNTEER"}),
        ("either", ["UNIT"], set()),
        ("either", ["VOLUNTEER"], set()),
        ("unit", [], {"UNIT"}),
        ("unit", ["VOLUNTEER"], {"UNIT"}),
        ("unit", ["UNIT"], set()),
        ("both", [], {"UNIT", "VOLUNTEER"}),
        ("both", ["UNIT"], {"VOLUNTEER"}),
        ("both", ["UNIT", "VOLUNTEER"], set()),
    ],
)
def test_whose_tick_an_item_waits_for(whose, ticked, waits):
    assert rules.waits_for(whose, ticked) == waits


@pytest.mark.parametrize(("unticked", "said"), [(["a"], "list: a."), (list("abcde"), "list: a; b; c and 2 more.")])
def test_what_is_still_open_is_named(unticked, said):
    with pytest.raises(NotAllowed) as refusal:
        rules.check_welcomed(unticked)

    assert refusal.value.reason.endswith(said)


def test_with_nothing_open_nothing_is_said():
    assert rules.check_welcomed([]) is None


DAY = date(2007, 4, 24)


def _days_on(count):
    return None if count is None else DAY + timedelta(days=count)


def _time(starts, ends, *, weekday=1, is_optional=False):
    return rules.Time(weekday, time.fromisoformat(starts), time.fromisoformat(ends), is_optional)


@pytest.mark.parametrize(
    ("starts", "ends", "minutes"),
    [("10:00", "14:00", 240), ("09:30", "13:15", 225), ("09:15", "13:30", 255), ("11:45", "12:15", 30)],
)
def test_how_long_a_time_of_the_week_is(starts, ends, minutes):
    assert _time(starts, ends).minutes == minutes


@pytest.mark.clause(34, 44)
@pytest.mark.parametrize(
    ("times", "found"),
    [
        ([("10:00", "15:00", False), ("16:00", "21:00", False)], 600),
        ([("10:00", "15:00", False), ("16:00", "21:01", False)], None),
        ([("10:00", "15:00", False), ("08:00", "20:00", True)], 300),
        ([("10:00", "15:00", True), ("16:00", "21:00", True)], 600),
        ([("10:00", "20:01", True)], None),
    ],
)
def test_what_is_given_if_it_suits_counts_only_where_it_is_all(times, found):
    week = [_time(starts, ends, is_optional=optional) for starts, ends, optional in times]

    with _refused(found is None):
        assert rules.check_fits(week, cap=2400, weeks=4) == found


@pytest.mark.parametrize(
    ("times", "refused"),
    [
        ([], True),
        ([("10:00", "10:00", 1)], True),
        ([("10:00", "10:01", 1)], False),
        ([("10:00", "12:00", 1), ("12:00", "14:00", 1)], False),
        ([("10:00", "12:01", 1), ("12:00", "14:00", 1)], True),
        ([("10:00", "12:01", 1), ("12:00", "14:00", 2)], False),
    ],
)
def test_the_times_of_a_week_do_not_lie_over_each_other(times, refused):
    with _refused(refused):
        rules.check_times([_time(starts, ends, weekday=weekday) for starts, ends, weekday in times])


@pytest.mark.parametrize(
    ("reply_by", "is_loan", "refused"),
    [(-1, False, True), (0, False, True), (1, False, False), (-1, True, True), (0, True, False), (183, False, False),
     (184, False, True)],
)  # fmt: skip
def test_the_day_to_answer_by(reply_by, is_loan, refused):
    with _refused(refused):
        rules.check_reply_day(reply_by=_days_on(reply_by), day=DAY, usual=_days_on(14), is_loan=is_loan)


@pytest.mark.parametrize(("reply_by", "refused"), [(None, False), (0, False), (-1, True)])
def test_an_offer_is_answered_until_its_day(reply_by, refused):
    with _refused(refused):
        rules.check_in_time(reply_by=_days_on(reply_by), day=DAY)


@pytest.mark.parametrize(
    ("is_live", "is_loan", "is_elsewhere", "refused"),
    [(True, False, True, False), (False, False, True, True), (True, True, True, True), (True, False, False, True)],
)
def test_only_a_placement_that_goes_on_is_moved_and_elsewhere(is_live, is_loan, is_elsewhere, refused):
    with _refused(refused):
        rules.check_may_move(is_live=is_live, is_loan=is_loan, is_elsewhere=is_elsewhere)


@pytest.mark.parametrize(
    ("from_on", "until_on", "refused"),
    [(-1, 5, True), (0, 1, False), (0, 0, True), (2, 1, True), (3, 31, False), (3, 32, True)],
)
def test_a_loan_lasts_from_today_on_and_not_for_long(from_on, until_on, refused):
    with _refused(refused):
        rules.check_loan_days(from_on=_days_on(from_on), until_on=_days_on(until_on), day=DAY, longest=28)


@pytest.mark.clause(108)
@pytest.mark.parametrize(
    ("words", "refused"), [("Fell on stairs.", False), ("Fell on stairs", True), ("F  e  l  l  o  n  t", True)]
)
def test_whoever_opens_a_sheet_from_outside_says_why_in_fifteen_letters(words, refused):
    with _refused(refused):
        rules.check_says_why(words)


@pytest.mark.clause(108)
@pytest.mark.parametrize(
    ("is_outside", "is_reviewed", "refused"), [(True, False, False), (True, True, True), (False, False, True)]
)
def test_what_was_opened_from_outside_is_looked_at_once(is_outside, is_reviewed, refused):
    with _refused(refused):
        rules.check_to_review(is_outside=is_outside, is_reviewed=is_reviewed)


@pytest.mark.clause(106)
@pytest.mark.parametrize(
    ("what_to_do", "for_first_aiders", "refused"),
    [("Stay with me.", True, False), (" ", True, True), ("", False, False), ("Stay with me.", False, False)],
)
def test_first_aiders_are_told_something(what_to_do, for_first_aiders, refused):
    with _refused(refused):
        rules.check_says_something(what_to_do=what_to_do, for_first_aiders=for_first_aiders)


@pytest.mark.parametrize(
    ("asked", "answered", "again", "refused"),
    [
        (None, None, None, False),
        (0, 0, None, False),
        (0, -1, None, True),
        (None, 0, None, True),
        (0, None, 1, False),
        (0, None, 0, True),
        (0, 2, 2, True),
        (0, 2, 3, False),
        (None, None, 5, True),
    ],
)
def test_occupational_health_is_asked_then_answers_then_is_asked_again(asked, answered, again, refused):
    with _refused(refused):
        rules.check_occupational_health(
            asked_on=_days_on(asked), answered_on=_days_on(answered), look_again_on=_days_on(again)
        )


@pytest.mark.clause(14)
@pytest.mark.parametrize(("hours", "is_expected", "refused"), [(0, True, False), (-1, True, True), (1, False, True)])
def test_a_first_day_is_planned_for_a_time_to_come(hours, is_expected, refused):
    at = datetime(2007, 4, 24, 11, tzinfo=UTC)
    with _refused(refused):
        rules.check_to_plan(is_expected=is_expected, meets_at=at + timedelta(hours=hours), at=at)


@pytest.mark.parametrize(
    ("one", "other", "do"), [((1, 3), (3, 5), False), ((3, 5), (1, 3), False), ((1, 4), (3, 5), True)]
)
def test_two_times_share_a_moment_or_not(one, other, do):
    first, second = (tuple(datetime(2007, 4, 24, hour, tzinfo=UTC) for hour in each) for each in (one, other))

    assert rules.overlap(first, second) is do


@pytest.mark.parametrize("refused", [True, False])
def test_what_is_done_already_is_refused(refused):
    with _refused(refused):
        rules.check_not_placed_already(is_placed=refused)
    with _refused(refused):
        rules.check_has_a_say(sides=() if refused else ("UNIT",))
    with _refused(refused):
        rules.check_goes_on(is_live=not refused)
