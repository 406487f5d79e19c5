"""The limits for volunteers under 18."""

from timegiven.programme.policy import Policy

ADULT_AGE = Policy(
    "placements.adult_age",
    18,
    source="Working Time Regulations 1998, regulation 2 (young workers), taken over for volunteers",
    means="From this age on, the limits for young volunteers no longer apply.",
    clauses=(33,),
    unit="years",
)

YOUNG_NIGHT_FROM = Policy(
    "placements.young_night_from",
    "22:00",
    source="Working Time Regulations 1998, regulations 2 and 6A (night hours of young workers), taken over",
    means="A volunteer of 16 or 17 is offered nothing after this time of day.",
    clauses=(33,),
)

YOUNG_NIGHT_UNTIL = Policy(
    "placements.young_night_until",
    "06:00",
    source="Working Time Regulations 1998, regulations 2 and 6A (night hours of young workers), taken over",
    means="A volunteer of 16 or 17 is offered nothing before this time of day.",
    clauses=(33,),
)
