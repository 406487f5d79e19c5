"""The handbook's numbers about how long a duty may be, and for whom."""

from timegiven.programme.policy import Policy

LONGEST_DAY = Policy(
    "rota.longest_day_minutes",
    8 * 60,
    source="The programme's own limit: twice the typical placement of four hours (Guide for Supervisors, 2007), and "
    "the length of a Games Maker's day (Games Makers, 2010)",
    means="The longest time that one duty may last, and that one person may say yes to on one day.",
    clauses=(33, 51),
    unit="minutes",
)

ADULT_AGE = Policy(
    "rota.adult_age",
    18,
    source="Working Time Regulations 1998, regulation 2 (young workers), taken over for volunteers",
    means="From this age on, the limits for young volunteers no longer apply.",
    clauses=(33,),
    unit="years",
)

YOUNG_LONGEST_DAY = Policy(
    "rota.young_longest_day_minutes",
    8 * 60,
    source="Working Time Regulations 1998, regulation 5A (young workers), taken over for volunteers",
    means="The longest time that a volunteer of 16 or 17 may give on one day.",
    clauses=(33,),
    unit="minutes",
)

YOUNG_NIGHT_FROM = Policy(
    "rota.young_night_from",
    "22:00",
    source="Working Time Regulations 1998, regulations 2 and 6A (night hours of young workers), taken over",
    means="A volunteer of 16 or 17 is offered nothing after this time of day.",
    clauses=(33,),
)

YOUNG_NIGHT_UNTIL = Policy(
    "rota.young_night_until",
    "06:00",
    source="Working Time Regulations 1998, regulations 2 and 6A (night hours of young workers), taken over",
    means="A volunteer of 16 or 17 is offered nothing before this time of day.",
    clauses=(33,),
)

GAPS_AHEAD = Policy(
    "rota.gaps_ahead_days",
    14,
    source="The programme's own practice: the fortnight of the agreed rota (Statement of Expectation, part 2)",
    means="How far ahead duties that still have a place are brought to the unit's notice.",
    clauses=(43, 50),
    unit="days",
)
