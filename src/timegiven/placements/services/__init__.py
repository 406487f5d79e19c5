"""What people do about placements: offer, agree or decline, welcome, start, end; and the AWARE account."""

from timegiven.placements.selectors import require_ready
from timegiven.placements.services.asking import ask_task
from timegiven.placements.services.aware import (
    ask_for_aware,
    close_aware,
    hand_over_aware,
    note_aware_login,
    read_aware_rule,
    resume_aware,
    suspend_aware,
)
from timegiven.placements.services.confirming import confirm, remind_of_changes, tell_of_changes
from timegiven.placements.services.elsewhere import end_loans, lend, offer_move
from timegiven.placements.services.emergency import (
    ask_whether_right,
    break_glass,
    open_sheet,
    print_sheets,
    read_sheet,
    review_opening,
)
from timegiven.placements.services.ending import end, end_all, end_retired
from timegiven.placements.services.health import (
    forget_health_cards,
    note_occupational_health,
    read_health_card,
    write_health_card,
)
from timegiven.placements.services.kit import ask_kit_back, lend_kit, note_kit_not_found, take_back_kit
from timegiven.placements.services.offering import agree, decline, offer
from timegiven.placements.services.patterns import agree_pattern, suggest_pattern
from timegiven.placements.services.pausing import come_back, forget_free_days, keep_breaks, keep_free, pause
from timegiven.placements.services.replying import lapse_offers, remind_of_offers
from timegiven.placements.services.settling import answer_for_unit, answer_settling, ask_how_it_goes, read_settling
from timegiven.placements.services.training import book_training, sign_training
from timegiven.placements.services.vehicles import say_vehicle, see_vehicle_paper
from timegiven.placements.services.welcoming import look_up, plan_first_day, start, tick

__all__ = [
    "agree",
    "agree_pattern",
    "answer_for_unit",
    "answer_settling",
    "ask_for_aware",
    "ask_how_it_goes",
    "ask_kit_back",
    "ask_task",
    "ask_whether_right",
    "book_training",
    "break_glass",
    "close_aware",
    "come_back",
    "confirm",
    "decline",
    "end",
    "end_all",
    "end_loans",
    "end_retired",
    "forget_free_days",
    "forget_health_cards",
    "hand_over_aware",
    "keep_breaks",
    "keep_free",
    "lapse_offers",
    "lend",
    "lend_kit",
    "look_up",
    "note_aware_login",
    "note_kit_not_found",
    "note_occupational_health",
    "offer",
    "offer_move",
    "open_sheet",
    "pause",
    "plan_first_day",
    "print_sheets",
    "read_aware_rule",
    "read_health_card",
    "read_settling",
    "read_sheet",
    "remind_of_changes",
    "remind_of_offers",
    "require_ready",
    "resume_aware",
    "review_opening",
    "say_vehicle",
    "see_vehicle_paper",
    "sign_training",
    "start",
    "suggest_pattern",
    "suspend_aware",
    "take_back_kit",
    "tell_of_changes",
    "tick",
    "write_health_card",
]
