"""Letters that prove time given, the public page that checks them, and whom to thank."""

from timegiven.engagement.views.checking import check
from timegiven.engagement.views.letters import (
    hours_letter,
    letters,
    my_letters,
    service_letter,
    volunteering_letter,
    withdraw,
)
from timegiven.engagement.views.thanking import let_be, thank, thanks

__all__ = [
    "check",
    "hours_letter",
    "let_be",
    "letters",
    "my_letters",
    "service_letter",
    "thank",
    "thanks",
    "volunteering_letter",
    "withdraw",
]
