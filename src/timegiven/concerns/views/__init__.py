"""The pages of concerns: telling, hearing, days on which not to come, leaving."""

from timegiven.concerns.views.days import ask_not_to_come, talked
from timegiven.concerns.views.hearing import answer, concerns, settle, take_up
from timegiven.concerns.views.leaving import cease, leave, leave_own, left
from timegiven.concerns.views.telling import add, concern, mine, pass_on, take_back, tell, tell_for

__all__ = [
    "add",
    "answer",
    "ask_not_to_come",
    "cease",
    "concern",
    "concerns",
    "leave",
    "leave_own",
    "left",
    "mine",
    "pass_on",
    "settle",
    "take_back",
    "take_up",
    "talked",
    "tell",
    "tell_for",
]
