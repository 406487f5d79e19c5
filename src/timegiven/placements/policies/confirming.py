"""When volunteers are reminded of a changed role."""

from timegiven.programme.policy import Policy

CONFIRM_REMINDER_DAYS = Policy(
    "placements.confirm_reminder_days",
    14,
    source="The programme's own practice",
    means="After how many days a volunteer is reminded, once, that their role has changed.",
    clauses=(57,),
    unit="days",
)
