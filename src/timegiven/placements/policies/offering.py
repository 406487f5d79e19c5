"""How long an offer stands, and when somebody is reminded of it."""

from timegiven.programme.policy import Policy

REPLY_DAYS = Policy(
    "placements.reply_days",
    14,
    source="The programme's own practice",
    means="Within how many days a volunteer is asked to answer an offer of a placement, unless another day is chosen.",
    clauses=(44, 45),
    unit="days",
)

REPLY_REMINDER_DAYS = Policy(
    "placements.reply_reminder_days",
    3,
    source="The programme's own practice",
    means="How many days before an offer ends the volunteer is reminded of it, once.",
    clauses=(44, 45),
    unit="days",
)

LOAN_LONGEST_DAYS = Policy(
    "placements.loan_longest_days",
    60,
    source="The programme's own practice: an event and its rehearsals",
    means="For how many days at most a volunteer is lent to another unit for an event.",
    clauses=(129, 148),
    unit="days",
)
