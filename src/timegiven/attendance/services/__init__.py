"""What people do with session reports: write, correct and take back; answer; keep a draft; come and go."""

from timegiven.attendance.rules import TooLate
from timegiven.attendance.services.chasing import remind
from timegiven.attendance.services.drafts import forget_draft, save_draft
from timegiven.attendance.services.imports import choose, enter_chosen, enter_waiting, look_at
from timegiven.attendance.services.late import enter_late, hand_over, leave_out
from timegiven.attendance.services.presences import (
    ask_when_left,
    check_in,
    check_out,
    leave_open,
    open_tablet,
    stop_tablet,
    take_back_coming,
)
from timegiven.attendance.services.queries import answer, mark_read
from timegiven.attendance.services.reports import confirm, correct, report, void

__all__ = [
    "TooLate",
    "answer",
    "ask_when_left",
    "check_in",
    "check_out",
    "choose",
    "confirm",
    "correct",
    "enter_chosen",
    "enter_late",
    "enter_waiting",
    "forget_draft",
    "hand_over",
    "leave_open",
    "leave_out",
    "look_at",
    "mark_read",
    "open_tablet",
    "remind",
    "report",
    "save_draft",
    "stop_tablet",
    "take_back_coming",
    "void",
]
