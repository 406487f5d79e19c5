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

YOUNG_LONGEST_DAY = Policy(
    "rota.young_longest_day_minutes",
    8 * 60,
    source="Working Time Regulations 1998, regulation 5A (young workers), taken over for volunteers",
    means="The longest time that a volunteer of 16 or 17 may give on one day.",
    clauses=(33,),
    unit="minutes",
)

GAPS_AHEAD = Policy(
    "rota.gaps_ahead_days",
    14,
    source="The programme's own practice: the fortnight of the agreed rota (Statement of Expectation, part 2)",
    means="How far ahead duties that still have a place are brought to the unit's notice.",
    clauses=(43, 50),
    unit="days",
)

REST = Policy(
    "rota.rest_minutes",
    11 * 60,
    source="Working Time Regulations 1998, regulation 10(1) (daily rest), taken over for volunteers",
    means="The least rest between the duties of two days that one person says yes to.",
    clauses=(33, 42),
    unit="minutes",
)

YOUNG_REST = Policy(
    "rota.young_rest_minutes",
    12 * 60,
    source="Working Time Regulations 1998, regulation 10(2) (daily rest of young workers), taken over for volunteers",
    means="The least rest between the duties of two days for a volunteer of 16 or 17.",
    clauses=(33, 42),
    unit="minutes",
)

SIGN_UP_AHEAD = Policy(
    "rota.sign_up_ahead_days",
    42,
    source="The programme's own practice: three fortnights of the agreed rota (Statement of Expectation, part 2)",
    means="How far ahead volunteers see the duties that they can choose themselves.",
    clauses=(33, 45),
    unit="days",
)

FAIR_DAYS = Policy(
    "rota.fair_days",
    56,
    source="The programme's own practice, so that everyone gets a turn (Statement of Expectation, part 2)",
    means="How far back offers are counted when more people would like a duty than it holds.",
    clauses=(36, 50),
    unit="days",
)

MOVES_UP_UNTIL = Policy(
    "rota.moves_up_until_minutes",
    24 * 60,
    source="The programme's own practice: nobody should find at the last moment that they are expected",
    means="Until how long before a duty the waiting list moves up by itself. After that people are asked first.",
    clauses=(45,),
    unit="minutes",
)

RELY_DAYS = Policy(
    "rota.rely_days",
    56,
    source="The programme's own practice, for: a unit never relies on a volunteer (Guide for Supervisors, 2007)",
    means="How far back, and ahead, duties are looked at to see whether a unit relies on one volunteer.",
    clauses=(43,),
    unit="days",
)

RELY_SHARE = Policy(
    "rota.rely_share_percent",
    70,
    source="The programme's own practice, for: a unit never relies on a volunteer (Guide for Supervisors, 2007)",
    means="How much of a role at a unit one volunteer may carry before the unit is told to share it or let it go.",
    clauses=(43,),
    unit="percent",
)

RELY_LEAST = Policy(
    "rota.rely_least_duties",
    6,
    source="The programme's own practice, for: a unit never relies on a volunteer (Guide for Supervisors, 2007)",
    means="The fewest duties in that time from which anything is read about reliance.",
    clauses=(43,),
)

FAMILY_LINK_DAYS = Policy(
    "rota.family_link_days",
    365,
    source="The programme's own practice; a relative or a friend may call (Statement of Expectation, part 2)",
    means="How long the link works that a volunteer gives to a relative or a friend.",
    clauses=(48,),
    unit="days",
)

REACH = Policy(
    "rota.reach_miles",
    10,
    source="The programme's own practice, for: readiness to respond to major incidents (MPA report 9, 2007, part 6)",
    means="How far from a unit somebody may live to count as within reach at a major incident.",
    clauses=(142,),
    unit="miles",
)
