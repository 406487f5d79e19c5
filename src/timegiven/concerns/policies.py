"""The handbook's numbers about concerns."""

from timegiven.programme.policy import Policy

_PRACTICE = "Set for this service, to be confirmed by the Central Team and the Data Protection Officer"

READ_WITHIN_DAYS = Policy(
    "concerns.read_within_days",
    3,
    source="Complaints and concerns: how we put things right: “You will hear within a few days what happens next”",
    means="Within how many days what worries a volunteer is read. After that the Central Team is told that it waits.",
    clauses=(118, 119),
    unit="days",
)

KEPT_MONTHS = Policy(
    "concerns.kept_months",
    12,
    source=_PRACTICE,
    means="How long a concern is kept after it was settled or taken back. Then it is deleted with all its words.",
    clauses=(119, 123),
    unit="months",
)

DAYS_AHEAD = Policy(
    "concerns.day_off_ahead_days",
    7,
    source="Statement of Expectation, MP 505/06, part 2: “asked not to attend a particular occasion”",
    means="How many days beforehand at most somebody can be asked not to come on a day: it is about one occasion.",
    clauses=(113,),
    unit="days",
)

DAY_OFF_KEPT_DAYS = Policy(
    "concerns.day_off_kept_days",
    28,
    source=_PRACTICE,
    means="How long it is kept that somebody was asked not to come on a day, and why. Then it is deleted.",
    clauses=(113, 123),
    unit="days",
)
