"""What the handbook says about placing and welcoming volunteers."""

from timegiven.placements.rules.aware import check_aware_needed, check_explained, check_handed_over, check_no_account
from timegiven.placements.rules.confirming import check_not_placed_already, check_read, check_to_confirm
from timegiven.placements.rules.placed import WEEKS, check_not_twice, check_weekly
from timegiven.placements.rules.welcome import (
    check_expected,
    check_on_their_word,
    check_to_plan,
    check_unit_s_own,
    check_welcomed,
    waits_for,
)

__all__ = [
    "WEEKS",
    "check_aware_needed",
    "check_expected",
    "check_explained",
    "check_handed_over",
    "check_no_account",
    "check_not_placed_already",
    "check_not_twice",
    "check_on_their_word",
    "check_read",
    "check_to_confirm",
    "check_to_plan",
    "check_unit_s_own",
    "check_weekly",
    "check_welcomed",
    "waits_for",
]
