"""The rules of placements as tables."""

from contextlib import nullcontext

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
