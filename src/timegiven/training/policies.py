"""When people are told that training runs out."""

from timegiven.programme.policy import Policy

NOTICE_DAYS = Policy(
    "training.notice_days",
    [60, 30, 7],
    source="The programme's own practice: time enough to find a place on a course",
    means="How many days before a course runs out the volunteer is told.",
    clauses=(90,),
    unit="days",
)
