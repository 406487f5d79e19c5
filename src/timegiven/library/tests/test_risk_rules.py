"""The rules of a risk assessment, as tables."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from timegiven.kernel.refusals import NotAllowed
from timegiven.library import rules
from timegiven.library.tests.scenes import ACTION, HAZARD, IMPROVED

DAY = date(2007, 4, 24)
FOUR = ("likelihood", "severity", "residual_likelihood", "residual_severity")


def passes(check: Callable[..., None], *facts: Any, **more: Any) -> bool:
    try:
        check(*facts, **more)
    except NotAllowed:
        return False
    return True


@pytest.mark.clause(53, 73)
@pytest.mark.parametrize(
    ("numbers", "has_action", "allowed"),
    [
        ((3, 3, 3, 3), False, True),  # a medium risk may stay as it is
        ((3, 3, 1, 3), True, True),
        ((3, 3, 1, 3), False, False),  # nothing would make it fall
        ((3, 3, 3, 3), True, True),
        ((2, 2, 2, 3), True, False),  # worse with more done
        ((5, 5, 2, 5), True, False),  # ten is left
        ((5, 5, 3, 3), True, True),  # nine is left
        ((2, 5, 2, 5), False, False),  # ten as things are
        ((0, 3, 1, 1), True, False),
        ((3, 6, 1, 1), True, False),
        ((3, 3, 0, 3), True, False),
        ((3, 3, 1, -1), True, False),
    ],
)
def test_a_hazard_is_scored_one_to_five_and_what_is_left_is_low_enough(
    numbers: tuple[int, ...], has_action: bool, allowed: bool
) -> None:
    hazard = HAZARD | dict(zip(FOUR, numbers, strict=True)) | ({"actions": [ACTION]} if has_action else {})

    assert passes(rules.check_hazard, hazard, limit=9, assessed_on=DAY) == allowed


@pytest.mark.clause(53)
@pytest.mark.parametrize(
    ("change", "allowed"),
    [
        ({}, True),
        ({"actions": [ACTION | {"due_on": DAY}]}, True),
        ({"actions": [ACTION | {"due_on": date(2007, 4, 23)}]}, False),
        ({"actions": [ACTION | {"owner": " "}]}, False),
        ({"actions": [ACTION | {"what": ""}]}, False),
        ({"actions": [], "further": "Lower the top shelf", "likelihood": 1}, False),
        ({"what": " "}, False),
        ({"who": ""}, False),
        ({"control": "\n"}, False),
    ],
)
def test_a_further_control_is_somebodys_by_a_day_and_nothing_is_left_untold(change: dict, allowed: bool) -> None:
    assert passes(rules.check_hazard, IMPROVED | change, limit=9, assessed_on=DAY) == allowed


@pytest.mark.parametrize(
    ("likelihood", "severity", "band"),
    [(1, 4, "low"), (1, 5, "medium"), (3, 3, "medium"), (2, 5, "high"), (4, 4, "high"), (5, 5, "very high")],
)
def test_the_bands_of_the_matrix(likelihood: int, severity: int, band: str) -> None:
    assert rules.band(likelihood, severity) == band


@pytest.mark.clause(53)
@pytest.mark.parametrize(
    ("count", "assessed_on", "allowed"),
    [
        (1, DAY, True),
        (0, DAY, False),
        (30, DAY, True),
        (31, DAY, False),
        (1, date(2007, 4, 25), False),
        (1, date(2007, 1, 1), True),
    ],
)
def test_an_assessment_has_hazards_but_not_too_many_and_is_not_made_in_advance(
    count: int, assessed_on: date, allowed: bool
) -> None:
    hazards = [HAZARD] * count

    assert passes(rules.check_assessment, hazards, assessed_on=assessed_on, day=DAY, limit=9, most=30) == allowed


@pytest.mark.clause(53, 73, 105, 111)
@pytest.mark.parametrize("mark", rules.RISK_MARKS)
def test_every_mark_wants_a_hazard_or_a_reason(mark: str) -> None:
    about_it, about_another = [{"marks": [mark]}], [{"marks": ["needs_aware"]}]

    assert passes(rules.check_marks_answered, [mark], about_it, {})
    assert passes(rules.check_marks_answered, [mark], about_another, {mark: "There is none here."})
    assert not passes(rules.check_marks_answered, [mark], about_another, {mark: "  "})
    assert not passes(rules.check_marks_answered, [mark], about_another, {})


@pytest.mark.clause(60)
@pytest.mark.parametrize(
    ("assessed_on", "changed_on", "allowed"),
    [(DAY, None, True), (DAY, DAY, True), (DAY, date(2007, 4, 25), False), (DAY, date(2007, 4, 23), True)],
)
def test_a_look_before_the_change_does_not_answer_it(assessed_on: date, changed_on: date | None, allowed: bool) -> None:
    assert passes(rules.check_after_changes, assessed_on, changed_on=changed_on) == allowed


@pytest.mark.parametrize(
    ("done_on", "is_done", "allowed"),
    [
        (DAY, False, True),
        (date(2007, 4, 1), False, True),
        (date(2007, 3, 31), False, False),
        (date(2007, 4, 25), False, False),
        (DAY, True, False),
    ],
)
def test_an_action_is_done_once_since_the_look_and_not_in_advance(done_on: date, is_done: bool, allowed: bool) -> None:
    facts = {"done_on": done_on, "assessed_on": date(2007, 4, 1), "day": DAY, "is_done": is_done}

    assert passes(rules.check_done, **facts) == allowed
