"""When a person is thanked, and how often letters are checked."""

from timegiven.programme.policy import Policy

_PRACTICE = "Set for this service, to be confirmed by the Central Team"

MILESTONE_HOURS = Policy(
    "engagement.milestone_hours",
    [50, 100, 250, 500, 1000, 2500],
    source=_PRACTICE,
    means="After how many hours given in all the MVP Manager is reminded to say thank you.",
    clauses=(136,),
)

MILESTONE_YEARS = Policy(
    "engagement.milestone_years",
    [1, 3, 5, 10, 15, 20, 25, 30],
    source=_PRACTICE,
    means="After how many years with us the MVP Manager is reminded to say thank you.",
    clauses=(136,),
)

MILESTONE_DAYS = Policy(
    "engagement.milestone_days",
    31,
    source=_PRACTICE,
    means="How long ago a milestone may have been passed, or the report of it entered, to be noticed still: "
    "nobody is thanked years too late.",
    clauses=(136,),
    unit="days",
)

CHECKS_AN_HOUR = Policy(
    "engagement.checks_an_hour",
    30,
    source=_PRACTICE,
    means="How many letters can be checked in an hour from one network, so that nobody tries codes at random.",
)

MEETING_FIRST_MONTHS = Policy(
    "engagement.meeting_first_months",
    2,
    source="Statement of Expectation, MP 505/06, part 1: “Arrange regular volunteer meetings”; how soon is our own",
    means="After how long in the post an MVP Manager is reminded to invite volunteers to a first meeting.",
    clauses=(125,),
    unit="months",
)

MEETING_EVERY_MONTHS = Policy(
    "engagement.meeting_every_months",
    3,
    source="Statement of Expectation, MP 505/06, part 1: “Arrange regular volunteer meetings”; how often is our own",
    means="How long after a meeting of volunteers their MVP Manager is reminded to invite them to the next.",
    clauses=(125,),
    unit="months",
)

WISH_KEPT_MONTHS = Policy(
    "engagement.wish_kept_months",
    12,
    source=f"{_PRACTICE}; as long as what an applicant told is kept",
    means="How long after leaving somebody who asked for it still hears when the force recruits.",
    clauses=(140,),
    unit="months",
)
