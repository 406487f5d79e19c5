"""This chapter's numbers."""

from timegiven.placements.policies.confirming import CONFIRM_REMINDER_DAYS
from timegiven.placements.policies.emergency import HEALTH_CARD_MONTHS, REVIEW_DAYS, SHEET_MINUTES
from timegiven.placements.policies.settling import SETTLING_DAYS, SETTLING_SESSIONS

__all__ = [
    "CONFIRM_REMINDER_DAYS",
    "HEALTH_CARD_MONTHS",
    "REVIEW_DAYS",
    "SETTLING_DAYS",
    "SETTLING_SESSIONS",
    "SHEET_MINUTES",
]
