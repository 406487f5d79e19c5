"""What is done about concerns: tell, hear, answer, settle; ask not to come on a day; end volunteering; forget."""

from timegiven.concerns.services.days import ask_not_to_come, look_at_day, talked
from timegiven.concerns.services.forgetting import forget
from timegiven.concerns.services.hearing import answer, look, nudge, read, settle, take_up
from timegiven.concerns.services.leaving import cease, end_volunteering
from timegiven.concerns.services.telling import add, pass_on, take_back, tell

__all__ = [
    "add",
    "answer",
    "ask_not_to_come",
    "cease",
    "end_volunteering",
    "forget",
    "look",
    "look_at_day",
    "nudge",
    "pass_on",
    "read",
    "settle",
    "take_back",
    "take_up",
    "talked",
    "tell",
]
