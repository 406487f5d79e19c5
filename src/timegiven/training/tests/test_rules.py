"""The rules of training as tables."""

from contextlib import nullcontext
from datetime import date
from itertools import product

import pytest

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
