"""The numbers of reports: what an hour is compared with. For the Central Team alone, never for a volunteer."""

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
