"""The rules by which the Steering Group decides, as tables."""

from datetime import date

import pytest

from timegiven.kernel.refusals import NotAllowed, SomeoneElseActed
from timegiven.library import rules
from timegiven.library.rules import Ballot

A, T, J, N = (Ballot(answer) for answer in ("APPROVE", "RETURN", "REJECT", "ABSTAIN"))
UNION = Ballot("APPROVE", is_staff_side=True)
UNION_AGAINST = Ballot("REJECT", is_staff_side=True)
UNION_ABSTAINS = Ballot("ABSTAIN", is_staff_side=True)


def refused_as(check, *args: object, **facts: object) -> type | None:
    """The kind of refusal; one without a next step counts as none."""
    try:
        check(*args, **facts)
    except NotAllowed as refusal:
        return type(refusal) if refusal.reason and refusal.next_step else None
    return None


@pytest.mark.clause(52, 62)
@pytest.mark.parametrize(
    ("ballots", "missing"),
    [
        ([], ["3 more votes", "the vote of the staff side"]),
        ([UNION], ["2 more votes"]),
        ([A, A, A], ["the vote of the staff side"]),
        ([A, UNION], ["1 more vote"]),
        ([A, N, UNION], []),
        ([J, T, UNION_ABSTAINS], []),
    ],
)
def test_a_quorum_is_three_votes_with_that_of_the_staff_side(ballots: list[Ballot], missing: list[str]) -> None:
    assert rules.missing_for_quorum(ballots, needed=3) == missing


@pytest.mark.clause(52)
@pytest.mark.parametrize(
    ("ballots", "approved", "rejected"),
    [
        ([], False, False),
        ([N, N], False, False),
        ([A, A, UNION], True, False),
        ([A, UNION_AGAINST], False, False),
        ([A, A, UNION_AGAINST], True, False),
        ([A, T, J], False, False),
        ([J, J, UNION], False, True),
        ([A, N, N, UNION_ABSTAINS], True, False),
    ],
)
def test_more_than_half_of_the_votes_cast_carry(ballots: list[Ballot], approved: bool, rejected: bool) -> None:
    assert (rules.carries(ballots, "APPROVED"), rules.carries(ballots, "REJECTED")) == (approved, rejected)


READY = {"ballots": [A, A, UNION], "needed": 3, "objects": False, "is_ripe": True, "reason": ""}


@pytest.mark.clause(52, 62, 63)
@pytest.mark.parametrize(
    ("outcome", "change", "allowed"),
    [
        ("APPROVED", {}, True),
        ("APPROVED", {"ballots": [A, A, A]}, False),
        ("APPROVED", {"ballots": [A, UNION]}, False),
        ("APPROVED", {"ballots": [A, T, UNION_AGAINST]}, False),
        ("APPROVED", {"ballots": [A, A, UNION_AGAINST]}, True),
        ("APPROVED", {"objects": True}, False),
        ("APPROVED", {"is_ripe": False}, False),
        ("REJECTED", {"reason": "A paid job"}, False),
        ("REJECTED", {"reason": "A paid job", "ballots": [J, J, UNION]}, True),
        ("REJECTED", {"reason": "A paid job", "ballots": [J, J, UNION], "objects": True}, True),
        ("REJECTED", {"reason": "", "ballots": [J, J, UNION]}, False),
        ("RETURNED", {"reason": "Which?"}, True),
        ("RETURNED", {"reason": "Which?", "ballots": [], "is_ripe": False, "objects": True}, True),
        ("RETURNED", {"reason": " "}, False),
    ],
)
def test_what_may_be_declared(outcome: str, change: dict, allowed: bool) -> None:
    assert (refused_as(rules.check_outcome, outcome, **{**READY, **change}) is None) == allowed


VOTE = {"is_decided": False, "closed_on": None, "answer": "APPROVE", "reason": ""}


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({}, None),
        ({"answer": "ABSTAIN"}, None),
        ({"answer": "RETURN", "reason": "Task 2 is in a job description"}, None),
        ({"answer": "RETURN", "reason": "  "}, NotAllowed),
        ({"answer": "REJECT"}, NotAllowed),
        ({"closed_on": date(2007, 5, 8)}, NotAllowed),
        ({"is_decided": True}, SomeoneElseActed),
    ],
)
def test_when_a_vote_is_taken(change: dict, refused: type | None) -> None:
    assert refused_as(rules.check_vote, **{**VOTE, **change}) is refused


@pytest.mark.parametrize(
    ("place", "holder_first", "refused"), [("HR", False, None), (None, True, NotAllowed), (None, False, NotAllowed)]
)
def test_a_vote_comes_from_a_seat(place: str | None, holder_first: bool, refused: type | None) -> None:
    assert refused_as(rules.check_seated, place, has_holder_voted=holder_first) is refused


@pytest.mark.clause(63)
@pytest.mark.parametrize(
    ("change", "allowed"),
    [({}, True), ({"is_answered": False}, False), ({"is_standing": False}, False), ({"is_decided": True}, False)],
)
def test_an_objection_is_withdrawn_once_after_its_answer(change: dict, allowed: bool) -> None:
    facts = {"is_decided": False, "is_standing": True, "is_answered": True} | change

    assert (refused_as(rules.check_withdrawal, **facts) is None) == allowed


def test_votes_stay_open_and_are_never_cut_short() -> None:
    day, was = date(2007, 5, 10), date(2007, 5, 8)

    later, shorter, past = (
        refused_as(rules.check_more_time, is_decided=False, day=on, closes_on=closes_on, was=was)
        for on, closes_on in ((day, date(2007, 5, 20)), (date(2007, 5, 1), date(2007, 5, 7)), (day, date(2007, 5, 9)))
    )

    assert (later, shorter, past) == (None, NotAllowed, NotAllowed)
