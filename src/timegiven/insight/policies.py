"""The numbers of reports: what an hour is compared with, how people are counted, when an assessment is reviewed."""

from timegiven.programme.policy import Policy

COMPARATOR_LOW = Policy(
    "insight.comparator_low_pence",
    535,
    source="Low end of a range: the national minimum wage for adults, £5.35 an hour from 1 October 2006",
    means="What an hour of time given is compared with at least, in a report for the Central Team.",
    clauses=(136,),
    unit="pence",
    is_for_central_team=True,
)

COMPARATOR_HIGH = Policy(
    "insight.comparator_high_pence",
    1_300,
    source="High end: Volunteering England, £13.00 an hour, the mean of full-time pay in England in 2006",
    means="What an hour of time given is compared with at most, in a report for the Central Team.",
    clauses=(136,),
    unit="pence",
    is_for_central_team=True,
)

_COUNTING = "Set for this service after Ofqual’s rounding policy (30 October 2025) and the threshold of ONS outputs"
_SERVICE = "Set for this service, to be confirmed by the Central Team"

FEWEST_PEOPLE = Policy(
    "insight.fewest_people",
    10,
    source=_COUNTING,
    means="How many people a count in a report must have at least: smaller ones go together or are not told.",
    clauses=(146, 156),
    unit="people",
)

NEAREST = Policy(
    "insight.nearest",
    5,
    source=_COUNTING,
    means="To which number a part of all volunteers or applicants is rounded in a report.",
    clauses=(146,),
)

YOUNG_UNTIL = Policy(
    "insight.young_until",
    25,
    source="Report 9 to the Metropolitan Police Authority, 26 April 2007, part C names youth; the age is our own",
    means="Below which age a report counts volunteers as young people.",
    clauses=(153,),
    unit="years",
)

RETIRED_FROM = Policy(
    "insight.retired_from",
    65,
    source="The same part C names people retired from full-time work; 65 was the State Pension age of men in 2007",
    means="From which age a report counts volunteers as of the age of retirement: nobody is asked whether they work.",
    clauses=(153,),
    unit="years",
)

ASSESSMENT_MONTHS = Policy(
    "insight.assessment_months",
    12,
    source=_SERVICE,
    means="How long after an equality impact assessment it is to be looked at again, unless a day is chosen.",
    clauses=(152,),
    unit="months",
)

ASSESSMENT_REMINDER_DAYS = Policy(
    "insight.assessment_reminder_days",
    30,
    source=_SERVICE,
    means="How long before the review of an equality impact assessment is due the Central Team is reminded.",
    clauses=(152,),
    unit="days",
)
