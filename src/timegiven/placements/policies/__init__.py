"""This chapter's numbers."""

from timegiven.placements.policies.confirming import CONFIRM_REMINDER_DAYS
from timegiven.placements.policies.emergency import HEALTH_CARD_MONTHS, REVIEW_DAYS, SHEET_MINUTES
from timegiven.placements.policies.offering import LOAN_LONGEST_DAYS, REPLY_DAYS, REPLY_REMINDER_DAYS
from timegiven.placements.policies.settling import SETTLING_DAYS, SETTLING_SESSIONS
from timegiven.placements.policies.young import ADULT_AGE, YOUNG_NIGHT_FROM, YOUNG_NIGHT_UNTIL

__all__ = [
    "ADULT_AGE",
    "CONFIRM_REMINDER_DAYS",
    "HEALTH_CARD_MONTHS",
    "LOAN_LONGEST_DAYS",
    "REPLY_DAYS",
    "REPLY_REMINDER_DAYS",
    "REVIEW_DAYS",
    "SETTLING_DAYS",
    "SETTLING_SESSIONS",
    "SHEET_MINUTES",
    "YOUNG_NIGHT_FROM",
    "YOUNG_NIGHT_UNTIL",
]
