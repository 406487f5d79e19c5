"""The pages of placements."""

from timegiven.placements.views.asking import ask_task
from timegiven.placements.views.aware import (
    ask_for_aware,
    aware,
    close_aware,
    hand_over_aware,
    note_aware_login,
    read_aware_rule,
    resume_aware,
    suspend_aware,
)
from timegiven.placements.views.people import my_unit, unconfirmed, volunteers
from timegiven.placements.views.placed import agree, confirm, decline, end, placement
from timegiven.placements.views.record import offer, placements, volunteer
from timegiven.placements.views.training import book_training, sign_training, training
from timegiven.placements.views.welcome import first_day, plan_first_day, start, welcome

__all__ = [
    "agree",
    "ask_for_aware",
    "ask_task",
    "aware",
    "book_training",
    "close_aware",
    "confirm",
    "decline",
    "end",
    "first_day",
    "hand_over_aware",
    "my_unit",
    "note_aware_login",
    "offer",
    "placement",
    "placements",
    "plan_first_day",
    "read_aware_rule",
    "resume_aware",
    "sign_training",
    "start",
    "suspend_aware",
    "training",
    "unconfirmed",
    "volunteer",
    "volunteers",
    "welcome",
]
