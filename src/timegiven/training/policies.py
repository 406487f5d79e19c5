"""The numbers of training: when people are told, and what comes before volunteering begins."""

from timegiven.programme.policy import Policy

NOTICE_DAYS = Policy(
    "training.notice_days",
    [60, 30, 7],
    source="The programme's own practice: time enough to find a place on a course",
    means="How many days before a course runs out the volunteer is told.",
    clauses=(90,),
    unit="days",
)

BEFORE_MINUTES = Policy(
    "training.before_minutes",
    0,
    source="MPA report 9 of 26 April 2007, on volunteering for the Games",
    means="The training, in modules, that prepares a volunteer before volunteering begins: up to so much. None where "
    "it is 0.",
    clauses=(96,),
    unit="minutes",
    values={"GAMES": 30 * 60},
)

REMIND_DAYS = Policy(
    "training.remind_days",
    2,
    source="The programme's own practice: time enough to give a place back to somebody who waits for it",
    means="How many days before a training session those who have a place are reminded of it.",
    clauses=(90,),
    unit="days",
)
