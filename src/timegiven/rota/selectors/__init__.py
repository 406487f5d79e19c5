"""What can be asked of the rota: duties, offers, who could come, and calendars."""

from timegiven.rota.selectors.calendars import cancellation, feed_of, ics, own_feed, personal_feed
from timegiven.rota.selectors.candidates import Candidate, candidates, plan_of, refusals
from timegiven.rota.selectors.duties import (
    Shown,
    areas_seen_by,
    duties_seen_by,
    gaps_seen_by,
    gaps_until,
    month,
    offers_of,
    questions_to,
    roles_to_plan,
    taken,
    whom_to_ask,
)
from timegiven.rota.selectors.needs import needs
from timegiven.rota.selectors.offers import coming, offers_seen_by, passed, to_report, to_tell, waiting

__all__ = [
    "Candidate",
    "Shown",
    "areas_seen_by",
    "cancellation",
    "candidates",
    "coming",
    "duties_seen_by",
    "feed_of",
    "gaps_seen_by",
    "gaps_until",
    "ics",
    "month",
    "needs",
    "offers_of",
    "offers_seen_by",
    "own_feed",
    "passed",
    "personal_feed",
    "plan_of",
    "questions_to",
    "refusals",
    "roles_to_plan",
    "taken",
    "to_report",
    "to_tell",
    "waiting",
    "whom_to_ask",
]
