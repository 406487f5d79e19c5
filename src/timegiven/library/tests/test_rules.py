"""What the handbook forbids about role profiles, as tables."""

from collections.abc import Callable
from datetime import date
from itertools import product

import pytest

from timegiven.kernel.refusals import NotAllowed, SomeoneElseActed
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


READY = {"answers": NO, "tasks": ["One"], "purpose": "Help", "is_assessed": True, "unit": "Records office"}


@pytest.mark.clause(53, 61, 63, 105)
@pytest.mark.parametrize(
    ("change", "allowed"),
    [
        ({}, True),
        ({"tasks": []}, False),
        ({"purpose": " "}, False),
        ({"is_assessed": False}, False),
        *[({"answers": {**NO, name: True}}, False) for name in FIELDS],
        ({"allows_own_vehicle": True, "hazards": ["A trip"]}, False),
        ({"allows_own_vehicle": True, "hazards": ["A trip", "Driving to the stall"]}, True),
    ],
)
def test_what_the_steering_group_wants_to_see(change: dict, allowed: bool) -> None:
    assert passes(rules.check_ready_for_steering_group, **{**READY, **change}) == allowed


VIEW = {"has_spoken": False, "is_return": False, "reason": "", "round": 1, "round_read": 1}


@pytest.mark.clause(63)
@pytest.mark.parametrize(
    ("change", "refused_as"),
    [
        ({}, None),
        ({"is_return": True, "reason": "Task 2 is in a job description"}, None),
        ({"is_return": True, "reason": "  "}, NotAllowed),
        ({"has_spoken": True}, NotAllowed),
        ({"round": 2}, SomeoneElseActed),
    ],
)
def test_a_view_is_given_once_on_the_paper_that_was_read(change: dict, refused_as: type | None) -> None:
    try:
        rules.check_decision(**{**VIEW, **change})
        refused = None
    except NotAllowed as refusal:
        refused = type(refusal)

    assert refused is refused_as


@pytest.mark.clause(52, 62)
@pytest.mark.parametrize(
    ("seats", "returned", "missing", "carried"),
    [
        ([], 0, ["3 more approvals", "the view of the staff side"], False),
        (["STAFF_SIDE"], 0, ["2 more approvals"], False),
        (["CHAIR", "SAFETY", "HR"], 0, ["the view of the staff side"], False),
        (["CHAIR", "STAFF_SIDE"], 0, ["1 more approval"], False),
        (["CHAIR", "STAFF_SIDE", ""], 0, [], True),
        (["CHAIR", "STAFF_SIDE", "HR", "SAFETY"], 0, [], True),
        (["CHAIR", "STAFF_SIDE", "HR"], 1, [], False),
    ],
)
def test_three_approve_with_the_staff_side_and_nobody_returns(
    seats: list[str], returned: int, missing: list[str], carried: bool
) -> None:
    assert rules.missing_for_quorum(seats, needed=3) == missing
    assert rules.approves(seats, needed=3, returned=returned) == carried
    assert passes(rules.check_quorum, seats, needed=3, returned=returned) == carried


def passes(check: Callable[..., None], *args: object, **facts: object) -> bool:
    """Whether the rule lets this pass; a refusal without a next step counts as none."""
    try:
        check(*args, **facts)
    except NotAllowed as refusal:
        return not (refusal.reason and refusal.next_step)
    return True
