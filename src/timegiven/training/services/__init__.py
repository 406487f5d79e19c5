"""What people do in training: one verb, one function, one transaction."""

from timegiven.training.services.booking import book, give_back, give_back_all
from timegiven.training.services.correcting import take_off
from timegiven.training.services.courses import add_module, keep_course, load_courses, name_courses, remove_module
from timegiven.training.services.notices import give_notice, remind
from timegiven.training.services.recording import record
from timegiven.training.services.register import close_register
from timegiven.training.services.requests import agree, answer, ask, decline, withdraw
from timegiven.training.services.sessions import call_off, change, set_up
from timegiven.training.services.sheets import bring_in, drop, take_in
from timegiven.training.services.unit_training import (
    agree_unit_training,
    end_unit_training,
    propose,
    propose_again,
    send_back,
    sign,
)

__all__ = [
    "add_module",
    "agree",
    "agree_unit_training",
    "answer",
    "ask",
    "book",
    "bring_in",
    "call_off",
    "change",
    "close_register",
    "decline",
    "drop",
    "end_unit_training",
    "give_back",
    "give_back_all",
    "give_notice",
    "keep_course",
    "load_courses",
    "name_courses",
    "propose",
    "propose_again",
    "record",
    "remind",
    "remove_module",
    "send_back",
    "set_up",
    "sign",
    "take_in",
    "take_off",
    "withdraw",
]
