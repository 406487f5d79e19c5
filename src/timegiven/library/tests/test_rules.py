"""What the handbook forbids about role profiles, as tables."""

from collections.abc import Callable
from datetime import date
from itertools import product

import pytest

from timegiven.kernel.refusals import NotAllowed
from timegiven.library import rules
from timegiven.library.tests.scenes import NO

DAY = date(2007, 4, 24)
FIELDS = ("is_obligation", "is_overtime", "is_paid_job")


@pytest.mark.clause(63, 64, 65, 66)
@pytest.mark.parametrize("answers", list(product([False, True], repeat=3)))
def test_only_three_times_no_passes(answers: tuple[bool, ...]) -> None:
    given = dict(zip(FIELDS, answers, strict=True))

    yes = [name for name in FIELDS if given[name]]

    if not yes:
        rules.check_job_substitution(given, ask="Talk to Priya.")
        return
    with pytest.raises(rules.JobSubstitution) as refused:
        rules.check_job_substitution(given, ask="Talk to Priya.")

    assert [question.field for question in refused.value.questions] == yes
    assert (refused.value.ask, bool(refused.value.next_step)) == ("Talk to Priya.", True)


def test_each_question_says_its_clause_and_why_a_yes_stops() -> None:
    assert [question.clause for question in rules.QUESTIONS] == [64, 65, 66]
    said = [(q.means, q.example_yes, q.example_no, q.if_yes, q.instead) for q in rules.QUESTIONS]
    assert all(all(each) for each in said)


@pytest.mark.clause(61)
@pytest.mark.parametrize(
    ("tasks", "allowed"),
    [
        ([], False),
        (["One"], True),
        ([f"Task {n}" for n in range(12)], True),
        ([f"Task {n}" for n in range(13)], False),
        ([f"Task {n}" for n in range(200)], False),
        (["Answer the phone", "answer the PHONE"], False),
    ],
)
def test_from_one_to_twelve_different_tasks(tasks: list[str], allowed: bool) -> None:
    assert passes(rules.check_tasks, tasks, most=12) == allowed


@pytest.mark.clause(103)
@pytest.mark.parametrize(
    ("task", "allowed"),
    [
        ("Drive the police van to the stall", False),
        ("Driving MPS vehicles between stations", False),
        ("Help with driving an unmarked police car", False),
        ("Ride a patrol motorcycle at the parade", False),
        ("Wash the police van", True),
        ("Count cars that drive past the school", True),
        ("Explain why volunteers never drive police vehicles", True),
        ("Tell drivers about parking at the police station", True),
        ("Note the number of each police vehicle in the yard", True),
    ],
)
def test_no_task_has_a_volunteer_drive_a_police_vehicle(task: str, allowed: bool) -> None:
    assert passes(rules.check_tasks, [task], most=12) == allowed


READY = {"answers": NO, "left": [], "is_assessed": True, "unit": "Records office"}


@pytest.mark.clause(53, 61, 63, 105)
@pytest.mark.parametrize(
    ("change", "allowed"),
    [
        ({}, True),
        ({"left": ["Tasks", "Kit and dress"]}, False),
        ({"is_assessed": False}, False),
        *[({"answers": {**NO, name: True}}, False) for name in FIELDS],
        ({"allows_own_vehicle": True, "hazards": ["A trip"]}, False),
        ({"allows_own_vehicle": True, "hazards": ["A trip", "Driving to the stall"]}, True),
    ],
)
def test_what_the_steering_group_wants_to_see(change: dict, allowed: bool) -> None:
    assert passes(rules.check_ready_for_steering_group, **{**READY, **change}) == allowed


def passes(check: Callable[..., None], *args: object, **facts: object) -> bool:
    """Whether the rule lets this pass; a refusal without a next step counts as none."""
    try:
        check(*args, **facts)
    except NotAllowed as refusal:
        return not (refusal.reason and refusal.next_step)
    return True
