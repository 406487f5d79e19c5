"""What the handbook forbids on the rota, in plain Python: about duties, saying yes, wishes and major incidents."""

from timegiven.rota.rules.booking import (
    NOT_DOWN,
    check_booking,
    check_day,
    check_overlap,
    check_place,
    check_rest,
    check_still_on,
    check_was_expected,
    check_young,
)
from timegiven.rota.rules.duties import (
    NOT_ADDED,
    check_ahead,
    check_clock,
    check_draft,
    check_length,
    check_monday,
    check_numbers,
    check_role_in_force,
    check_room_for_those_coming,
    check_weekdays,
    check_weeks,
)
from timegiven.rota.rules.incidents import check_answer_by, check_goes_on, check_in_time, minutes_freed
from timegiven.rota.rules.proposing import (
    check_days,
    check_not_going,
    check_some_asked,
    check_something_to_plan,
    why_not_asked,
)
from timegiven.rota.rules.reliance import leans
from timegiven.rota.rules.wishes import PARTS, check_away, check_no_contradiction, parts_touched

__all__ = [
    "NOT_ADDED",
    "NOT_DOWN",
    "PARTS",
    "check_ahead",
    "check_answer_by",
    "check_away",
    "check_booking",
    "check_clock",
    "check_day",
    "check_days",
    "check_draft",
    "check_goes_on",
    "check_in_time",
    "check_length",
    "check_monday",
    "check_no_contradiction",
    "check_not_going",
    "check_numbers",
    "check_overlap",
    "check_place",
    "check_rest",
    "check_role_in_force",
    "check_room_for_those_coming",
    "check_some_asked",
    "check_something_to_plan",
    "check_still_on",
    "check_was_expected",
    "check_weekdays",
    "check_weeks",
    "check_young",
    "leans",
    "minutes_freed",
    "parts_touched",
    "why_not_asked",
]
