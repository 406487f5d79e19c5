"""What can be asked about concerns, days on which somebody was asked not to come, and leaving."""

from timegiven.concerns.selectors.days import days_off_of, days_off_seen_by, grounds, to_talk_about
from timegiven.concerns.selectors.hearing import (
    about,
    concerns_heard_by,
    concerns_of,
    hearers,
    in_reports_of,
    open_to,
    said_of,
    the_team,
    unread_too_long,
    who_hears,
)
from timegiven.concerns.selectors.keeping import concerns_to_forget, days_to_forget
from timegiven.concerns.selectors.leaving import has_left, leaving_of, those_who_may_leave
from timegiven.concerns.selectors.needs import needs

__all__ = [
    "about",
    "concerns_heard_by",
    "concerns_of",
    "concerns_to_forget",
    "days_off_of",
    "days_off_seen_by",
    "days_to_forget",
    "grounds",
    "has_left",
    "hearers",
    "in_reports_of",
    "leaving_of",
    "needs",
    "open_to",
    "said_of",
    "the_team",
    "those_who_may_leave",
    "to_talk_about",
    "unread_too_long",
    "who_hears",
]
