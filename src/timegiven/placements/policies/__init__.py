"""This chapter's numbers."""

from timegiven.placements.policies.confirming import CONFIRM_REMINDER_DAYS

__all__ = [
    "CONFIRM_REMINDER_DAYS",
]
