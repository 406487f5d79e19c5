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

REASONABLE_BREAK = Policy(
    "attendance.reasonable_break_minutes",
    60,
    source="MVP Guide for Supervision of Volunteers (2007): time given includes reasonable breaks",
    means="The longest time of breaks that counts as part of one session.",
    clauses=(41, 42),
    unit="minutes",
)

UNIT_CONFIRMS = Policy(
    "attendance.unit_confirms",
    False,
    source="The programme's own practice: a report is believed (Guide for Supervisors, 2007)",
    means="Whether the unit confirms that each session took place. Nothing waits for it.",
    clauses=(38, 40),
)

NEW_FOR_MONTHS = Policy(
    "attendance.new_for_months",
    3,
    source="MVP Guide for Supervision of Volunteers (2007): particularly in the first few months",
    means="For how long after somebody began their first reports are asked for more closely.",
    clauses=(39,),
    unit="months",
)

REMIND_NEW = Policy(
    "attendance.remind_new_after_days",
    [1, 4, 10],
    source="MVP Guide for Supervision of Volunteers (2007): particularly in the first few months",
    means="After how many days somebody new is asked, gently, how a session went.",
    clauses=(38, 39),
    unit="days",
)

REMIND_SETTLED = Policy(
    "attendance.remind_after_days",
    [3, 14],
    source="MVP Guide for Supervision of Volunteers (2007)",
    means="After how many days a settled volunteer is asked, gently, how a session went.",
    clauses=(38,),
    unit="days",
)

ASK_WHEN_LEFT_AFTER = Policy(
    "attendance.ask_when_left_after_minutes",
    12 * 60,
    source="The programme's own practice, after the longest session",
    means="How long after somebody came we ask when they left, if nobody has said. It is never made up.",
    clauses=(21, 22),
    unit="minutes",
)
