"""When volunteers and units are asked how the first weeks went."""

from timegiven.programme.policy import Policy

SETTLING_SESSIONS = Policy(
    "placements.settling_sessions",
    3,
    source="MVP Guide for Supervision of Volunteers (2007): settling in takes longer; the number is our own practice",
    means="After how many sessions a new volunteer and their unit are asked how it goes.",
    clauses=(29, 128),
    unit="sessions",
)

SETTLING_DAYS = Policy(
    "placements.settling_days",
    42,
    source="The programme's own practice",
    means="After how many days they are asked at the latest, however few sessions there were.",
    clauses=(29, 128),
    unit="days",
)
