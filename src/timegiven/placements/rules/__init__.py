"""What the handbook says about placing and welcoming volunteers."""

from timegiven.placements.rules.aware import check_aware_needed, check_explained, check_handed_over, check_no_account
from timegiven.placements.rules.confirming import check_not_placed_already, check_read, check_to_confirm
from timegiven.placements.rules.emergency import check_says_why, check_to_review
from timegiven.placements.rules.health import check_no_diagnosis, check_occupational_health, check_says_something
from timegiven.placements.rules.kit import check_back_on, check_lent_here, check_lent_on
from timegiven.placements.rules.pattern import (
    WEEKDAYS,
    Time,
    check_fits,
    check_goes_on,
    check_has_a_say,
    check_has_weeks,
    check_still_suggested,
    check_times,
    pattern_words,
)
from timegiven.placements.rules.pausing import check_break, check_is_away
from timegiven.placements.rules.placed import (
    NOT_OFFERED,
    WEEKS,
    check_in_time,
    check_loan_days,
    check_may_move,
    check_not_twice,
    check_reply_day,
    check_weekly,
)
from timegiven.placements.rules.readiness import overlap
from timegiven.placements.rules.settling import check_to_read, is_time_to_ask
from timegiven.placements.rules.vehicles import check_paper, missing_for_own_vehicle
from timegiven.placements.rules.welcome import (
    check_expected,
    check_on_their_word,
    check_to_plan,
    check_unit_s_own,
    check_welcomed,
    waits_for,
)

__all__ = [
    "NOT_OFFERED",
    "WEEKDAYS",
    "WEEKS",
    "Time",
    "check_aware_needed",
    "check_back_on",
    "check_break",
    "check_expected",
    "check_explained",
    "check_fits",
    "check_goes_on",
    "check_handed_over",
    "check_has_a_say",
    "check_has_weeks",
    "check_in_time",
    "check_is_away",
    "check_lent_here",
    "check_lent_on",
    "check_loan_days",
    "check_may_move",
    "check_no_account",
    "check_no_diagnosis",
    "check_not_placed_already",
    "check_not_twice",
    "check_occupational_health",
    "check_on_their_word",
    "check_paper",
    "check_read",
    "check_reply_day",
    "check_says_something",
    "check_says_why",
    "check_still_suggested",
    "check_times",
    "check_to_confirm",
    "check_to_plan",
    "check_to_read",
    "check_to_review",
    "check_unit_s_own",
    "check_weekly",
    "check_welcomed",
    "is_time_to_ask",
    "missing_for_own_vehicle",
    "overlap",
    "pattern_words",
    "waits_for",
]
