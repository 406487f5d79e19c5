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
from timegiven.placements.services.ending import end, end_all
from timegiven.placements.services.offering import agree, decline, offer
from timegiven.placements.services.training import book_training, sign_training
from timegiven.placements.services.welcoming import look_up, plan_first_day, start, tick

__all__ = [
    "agree",
    "ask_for_aware",
    "ask_task",
    "book_training",
    "close_aware",
    "confirm",
    "decline",
    "end",
    "end_all",
    "hand_over_aware",
    "look_up",
    "note_aware_login",
    "offer",
    "plan_first_day",
    "read_aware_rule",
    "remind_of_changes",
    "require_ready",
    "resume_aware",
    "sign_training",
    "start",
    "suspend_aware",
    "tell_of_changes",
    "tick",
]
