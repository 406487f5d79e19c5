"""The pages of training."""

from timegiven.training.views.bookings import booking, booking_file, give_back
from timegiven.training.views.courses import before, change_course, course, courses, modules, new_course, remove_module
from timegiven.training.views.recording import expiring, my_training, record, role, take_off
from timegiven.training.views.register import register, register_pdf
from timegiven.training.views.requests import ask, decide, requests, withdraw
from timegiven.training.views.sessions import add, call_off, change, session, sessions, set_up
from timegiven.training.views.sheets import drop, example, sheet, sheets, wrong
from timegiven.training.views.unit_training import (
    agree,
    end,
    propose,
    propose_again,
    send_back,
    unit_training,
    unit_trainings,
)

__all__ = [
    "add",
    "agree",
    "ask",
    "before",
    "booking",
    "booking_file",
    "call_off",
    "change",
    "change_course",
    "course",
    "courses",
    "decide",
    "drop",
    "end",
    "example",
    "expiring",
    "give_back",
    "modules",
    "my_training",
    "new_course",
    "propose",
    "propose_again",
    "record",
    "register",
    "register_pdf",
    "remove_module",
    "requests",
    "role",
    "send_back",
    "session",
    "sessions",
    "set_up",
    "sheet",
    "sheets",
    "take_off",
    "unit_training",
    "unit_trainings",
    "withdraw",
    "wrong",
]
