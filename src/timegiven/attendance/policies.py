"""The handbook's numbers about session reports."""

from timegiven.programme.policy import Policy

LATE_ENTRY_DAYS = Policy(
    "attendance.late_entry_days",
    31,
    source="The programme's own practice: a report follows each visit (Guide for Supervisors, 2007)",
    means="How long after a session a volunteer may still report it. Later the Borough MVP Manager enters it.",
    clauses=(38, 40),
    unit="days",
)

ASK_AGAIN_OVER = Policy(
    "attendance.ask_again_over_minutes",
    8 * 60,
    source="The programme's own practice: twice the typical four hours (Guide for Supervisors, 2007)",
    means="A session longer than this is asked about once more, because it is probably a slip of the pen.",
    clauses=(41, 51),
    unit="minutes",
)

LONGEST_SESSION = Policy(
    "attendance.longest_session_minutes",
    12 * 60,
    source="The programme's own limit, after the daily rest of eleven hours (Working Time Regulations 1998, "
    "regulation 10)",
    means="The longest time that one session report may hold.",
    clauses=(42, 51),
    unit="minutes",
)
