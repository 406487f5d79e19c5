"""What the handbook forbids about duties, as tables of numbers."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import at_london, is_on_the_clock, london_day, london_span, minutes_between
from timegiven.rota import rules

NIGHT = (time(22), time(6))


@pytest.mark.clause(33)
@pytest.mark.parametrize(
    ("age", "starts", "ends", "is_refused"),
    [
        (17, 9, 17, False),
        (17, 18, 22, False),
        (17, 18, 23, True),
        (17, 5, 9, True),
        (17, 6, 9, False),
        (16, 22, 2, True),
        (18, 22, 2, False),
        (None, 22, 2, False),
    ],
)
def test_people_under_18_are_offered_no_night_hours(age: int | None, starts: int, ends: int, is_refused: bool) -> None:
    start, end = london_span(date(2007, 5, 1), time(starts), time(ends))

    refused = _refused(rules.check_young, age=age, adult=18, starts_at=start, ends_at=end, night=NIGHT)

    assert refused is is_refused


@pytest.mark.clause(34, 35)
@pytest.mark.parametrize(
    ("given", "planned", "more", "is_refused"), [(0, 0, 2400, False), (1000, 1160, 240, False), (1000, 1161, 240, True)]
)
def test_time_given_and_agreed_stay_within_the_cap(given: int, planned: int, more: int, is_refused: bool) -> None:
    may = date(2007, 5, 1)

    assert _refused(rules.check_booking, given=given, planned=planned, more=more, cap=2400, on=may) is is_refused


def test_a_refusal_speaks_to_the_volunteer_or_of_them() -> None:
    start, end, may = datetime(2007, 5, 1, 23, tzinfo=UTC), datetime(2007, 5, 2, 1, tzinfo=UTC), date(2007, 5, 1)

    for own, whose, who, may_they in ((True, "your", "you", "Ask"), (False, "this", "they", "They can ask")):
        told = [
            _told(rules.check_place, taken=2, places=2, own=own),
            _told(rules.check_overlap, clash="a course", own=own),
            _told(rules.check_rest, other="another duty", gap=60, least=660, own=own),
            _told(rules.check_day, minutes=240, others=400, longest=480, own=own),
            _told(rules.check_young, age=17, adult=18, starts_at=start, ends_at=end, night=NIGHT, own=own),
            _told(rules.check_booking, given=2000, planned=250, more=240, cap=2400, on=may, own=own),
        ]
        assert {each.reason.split(" down")[0] for each in told} == {f"We have not put {whose} name"}
        place, overlap, _, longest, _, full = (each.next_step for each in told)
        assert f"{who} can say yes here" in place
        assert overlap.startswith(f"{who.title()} can tell us that {who} cannot come")
        assert longest.startswith(f"{who.title()} can choose")
        assert full.startswith(f"{may_they} for a shorter time")


def _told(check: Callable[..., None], **facts: object) -> NotAllowed:
    with pytest.raises(NotAllowed) as refusal:
        check(**facts)
    return refusal.value


@pytest.mark.clause(34, 36)
def test_the_cap_is_refused_with_the_two_nearest_ways_out() -> None:
    with pytest.raises(NotAllowed) as refusal:
        rules.check_booking(
            given=2000, planned=250, more=240, cap=2400, on=date(2007, 5, 1), own=True, ask="Jo, 020 7946 0100"
        )

    assert refusal.value.reason == (
        "We have not put your name down. Time given and agreed to in May 2007 would come to 41 hours 30 minutes; "
        "the limit is 40 hours so that everyone gets a turn."
    )
    assert refusal.value.next_step == (
        "Ask for a shorter time, up to 2 hours 30 minutes, or choose a duty in June 2007."
    )
    assert refusal.value.ask == "Questions? Ask Jo, 020 7946 0100."


@pytest.mark.parametrize(("taken", "is_refused"), [(0, False), (1, False), (2, True), (3, True)])
def test_a_duty_is_never_over_filled(taken: int, is_refused: bool) -> None:
    assert _refused(rules.check_place, taken=taken, places=2) is is_refused


@pytest.mark.parametrize(("others", "is_refused"), [(0, False), (240, False), (241, True)])
def test_a_day_is_no_longer_than_the_longest(others: int, is_refused: bool) -> None:
    assert _refused(rules.check_day, minutes=240, others=others, longest=480) is is_refused


def test_a_time_that_the_clocks_skip_is_refused() -> None:
    assert _refused(rules.check_clock, date(2007, 3, 25), time(1, 30))
    assert not _refused(rules.check_clock, date(2007, 10, 28), time(1, 30))


def _refused(check, *plain, **named) -> bool:
    try:
        check(*plain, **named)
    except NotAllowed as refusal:
        return bool(refusal.next_step)
    return False


# Times over the clock changes

DAYS = st.dates(date(2001, 1, 1), date(2036, 12, 31))
CLOCKS = st.times().map(lambda each: each.replace(second=0, microsecond=0))
CHANGES = st.sampled_from([date(2007, 3, 24), date(2007, 3, 25), date(2007, 10, 27), date(2007, 10, 28)])


@given(DAYS | CHANGES, CLOCKS, CLOCKS)
def test_a_span_is_what_passes_between_two_readings_of_the_clock(on: date, starts: time, ends: time) -> None:
    start, end = london_span(on, starts, ends)
    minutes = minutes_between(start, end)

    assert (start.tzinfo, end.tzinfo) == (UTC, UTC)
    assert 0 < minutes <= 25 * 60
    assert minutes == (end - start).total_seconds() / 60
    if is_on_the_clock(on, starts):
        assert start.astimezone(at_london(on, starts).tzinfo).time() == starts
        assert london_day(start) == on


@given(CLOCKS, CLOCKS)
def test_a_day_without_a_change_has_no_surprise(starts: time, ends: time) -> None:
    shown = (ends.hour - starts.hour) * 60 + ends.minute - starts.minute

    assert minutes_between(*london_span(date(2007, 5, 1), starts, ends)) == (shown if shown > 0 else shown + 24 * 60)


@pytest.mark.parametrize(
    ("on", "starts", "ends", "minutes"),
    [
        (date(2007, 3, 24), time(22), time(2), 3 * 60),
        (date(2007, 10, 27), time(22), time(2), 5 * 60),
        (date(2007, 10, 28), time(0), time(3), 4 * 60),
        (date(2007, 3, 25), time(0), time(3), 2 * 60),
        (date(2008, 2, 29), time(22), time(2), 4 * 60),
        (date(2007, 10, 28), time(1, 30), time(1, 15), 45),
        (date(2007, 10, 28), time(1, 30), time(1, 30), 60),
    ],
)
def test_a_night_over_a_change_of_the_clocks_is_an_hour_longer_or_shorter(
    on: date, starts: time, ends: time, minutes: int
) -> None:
    assert minutes_between(*london_span(on, starts, ends)) == minutes


def test_a_duty_in_the_past_is_refused() -> None:
    noon = datetime(2007, 4, 24, 11, tzinfo=UTC)

    assert _refused(rules.check_ahead, noon, noon)


NOON = datetime(2007, 4, 24, 11, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("is_expected", "starts_at", "is_refused"),
    [(True, NOON, False), (True, NOON + SECOND, True), (False, NOON, True), (False, NOON - SECOND, True)],
)
def test_nobody_is_missed_before_the_time_begins(is_expected: bool, starts_at: datetime, is_refused: bool) -> None:
    told = {"is_expected": is_expected, "starts_at": starts_at, "at": NOON}

    assert _refused(rules.check_was_expected, **told) is is_refused


def test_one_duty_alone_may_be_longer_than_the_day_of_several() -> None:
    assert not _refused(rules.check_day, minutes=500, others=0, longest=480)
    with pytest.raises(NotAllowed, match="it would come to 8 hours 1 minute"):
        rules.check_day(minutes=1, others=480, longest=480)


@pytest.mark.parametrize(
    ("other", "gap", "is_refused"), [("a duty", 659, True), ("a duty", 660, False), ("", 0, False)]
)
def test_between_the_duties_of_two_days_there_is_rest(other: str, gap: int, is_refused: bool) -> None:
    assert _refused(rules.check_rest, other=other, gap=gap, least=660) is is_refused


def test_a_full_month_offers_no_shorter_time() -> None:
    with pytest.raises(NotAllowed) as refusal:
        rules.check_booking(given=2000, planned=500, more=60, cap=2400, on=date(2007, 5, 1), own=True)

    assert refusal.value.next_step == "Give back another duty of that month, or choose a duty in June 2007."


@pytest.mark.parametrize(("minutes", "is_refused"), [(600, False), (601, True)])
def test_a_duty_is_no_longer_than_the_longest_day(minutes: int, is_refused: bool) -> None:
    assert _refused(rules.check_length, minutes, 600) is is_refused


@pytest.mark.parametrize(("taken", "is_refused"), [(2, False), (3, True)])
def test_a_duty_is_not_made_smaller_than_those_who_come(taken: int, is_refused: bool) -> None:
    assert _refused(rules.check_room_for_those_coming, taken=taken, most=2) is is_refused


@pytest.mark.parametrize(("weekdays", "is_refused"), [([], True), ([0], False)])
def test_a_weekly_pattern_has_a_day(weekdays: list[int], is_refused: bool) -> None:
    assert _refused(rules.check_weekdays, weekdays) is is_refused


@pytest.mark.parametrize(("answer_by", "is_refused"), [(NOON, False), (NOON + SECOND, True)])
def test_a_call_out_is_answered_before_it_begins(answer_by: datetime, is_refused: bool) -> None:
    assert _refused(rules.check_answer_by, answer_by=answer_by, starts_at=NOON) is is_refused


@pytest.mark.parametrize(("hours", "minutes"), [(None, 480), (1, 120), (3, 360), (5, 480), (0, 0), (-1, 0)])
def test_the_time_that_people_free_ends_with_the_incident(hours: int | None, minutes: int) -> None:
    over_at = None if hours is None else NOON + timedelta(hours=hours)

    freed = rules.minutes_freed(starts_at=NOON, ends_at=NOON + timedelta(hours=4), over_at=over_at, people=2)

    assert freed == minutes


@pytest.mark.parametrize(
    ("from_on", "until_on", "is_refused"), [(0, 1, False), (-1, 1, True), (0, 0, True), (0, 62, False), (0, 63, True)]
)
def test_the_planner_plans_from_today_and_two_months_at_most(from_on: int, until_on: int, is_refused: bool) -> None:
    today = date(2007, 4, 24)
    days = {name: today + timedelta(days=count) for name, count in {"from_on": from_on, "until_on": until_on}.items()}

    assert _refused(rules.check_days, today=today, **days) is is_refused


@pytest.mark.clause(43)
@pytest.mark.parametrize(
    ("carried", "relies"),
    [([], False), ([3], False), ([4], True), ([2, 2], True), ([5, 5, 1], False), ([1, 4, 4], False), ([6, 4, 2], True)],
)
def test_a_unit_relies_on_somebody_from_a_half_of_four_duties_on(carried: list[int], relies: bool) -> None:
    assert rules.leans(carried, least=4, share=50) is relies


@pytest.mark.parametrize(
    ("starts", "ends", "parts"),
    [
        (6, 12, ["1 MORNING"]),
        (12, 18, ["1 AFTERNOON"]),
        (11, 13, ["1 MORNING", "1 AFTERNOON"]),
        (18, 22, ["1 EVENING"]),
        (22, 6, ["1 NIGHT"]),
        (21, 7, ["1 EVENING", "1 NIGHT", "2 MORNING"]),
        (5, 7, ["30 NIGHT", "1 MORNING"]),
    ],
)
def test_the_parts_of_the_day_that_a_duty_touches(starts: int, ends: int, parts: list[str]) -> None:
    start, end = london_span(date(2007, 5, 1), time(starts), time(ends))

    assert [f"{on.day} {part}" for on, part in rules.parts_touched(start, end)] == parts


@pytest.mark.parametrize(
    ("first", "last", "is_refused"), [(24, 24, False), (23, 24, False), (23, 23, True), (25, 24, True), (25, 25, False)]
)
def test_days_away_come_in_order_and_are_not_all_over(first: int, last: int, is_refused: bool) -> None:
    days = {"first": date(2007, 4, first), "last": date(2007, 4, last)}

    assert _refused(rules.check_away, today=date(2007, 4, 24), **days) is is_refused
