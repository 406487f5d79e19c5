"""What the handbook says about training, in plain Python."""

from timegiven.training.rules import booking, courses, needing, sessions, sheets
from timegiven.training.rules.needing import (
    check_done,
    check_needed,
    check_new,
    check_still_written,
    expires_on,
    needs,
)

__all__ = [
    "booking",
    "check_done",
    "check_needed",
    "check_new",
    "check_still_written",
    "courses",
    "expires_on",
    "needing",
    "needs",
    "sessions",
    "sheets",
]
