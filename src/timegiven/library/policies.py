"""The handbook's numbers about role profiles and their risk assessments."""

from timegiven.programme.policy import Policy

QUORUM = Policy(
    "library.quorum",
    3,
    source="MVP Guide for managers (2007), Creating a Role Profile; the number is the programme's own",
    means="How many seats of the Steering Group must vote before a role profile is decided, the staff side among them.",
    clauses=(52, 62),
)

CIRCULATION_DAYS = Policy(
    "library.circulation_days",
    14,
    source="The programme's own practice",
    means="How many days the members of the Steering Group have to vote on a profile that circulates among them.",
    clauses=(52, 62),
    unit="days",
)

VOTE_REMINDER_DAYS = Policy(
    "library.vote_reminder_days",
    3,
    source="The programme's own practice",
    means="How many days before the closing day members who have not voted are reminded.",
    clauses=(52, 62),
    unit="days",
)

RISK_REVIEW_MONTHS = Policy(
    "library.risk_review_months",
    12,
    source="MVP Guide for managers (2007), Risk assessments",
    means="After how many months a risk assessment is reviewed.",
    clauses=(59,),
    unit="months",
)

USUAL_WEEKLY_MINUTES = Policy(
    "library.usual_weekly_minutes",
    240,
    source="MVP Guide for Supervision of Volunteers (2007), Future development: around four hours once a week",
    means="How much time a week a placement usually takes. A role and an offer begin with it, and may say otherwise.",
    clauses=(51,),
    unit="minutes",
)

REVIEW_NOTICE_DAYS = Policy(
    "library.review_notice_days",
    [60, 30, 7],
    source="The programme's own practice: time enough to look at the place",
    means="How many days before a risk assessment is due for review the MVP Manager and the unit are told.",
    clauses=(59,),
    unit="days",
)

CHANGE_REVIEW_DAYS = Policy(
    "library.change_review_days",
    14,
    source="The programme's own practice",
    means="Within how many days a risk assessment is looked at again when the unit reports a change.",
    clauses=(60,),
    unit="days",
)

MOST_HAZARDS = Policy(
    "library.most_hazards",
    30,
    source="The programme's own practice: an assessment is read in one sitting",
    means="The most hazards that one risk assessment may hold.",
    clauses=(53,),
)

COVER_NOTICE_DAYS = Policy(
    "library.cover_notice_days",
    [60, 30, 7],
    source="The programme's own practice: time enough to renew a policy of insurance",
    means="How many days before a certificate of insurance runs out the Central Team is told.",
    clauses=(56,),
    unit="days",
)

RESIDUAL_LIMIT = Policy(
    "library.residual_limit",
    9,
    source="The common 5 by 5 matrix: 1 to 4 low, 5 to 9 medium, 10 to 16 high, 17 to 25 very high",
    means="The highest risk (likelihood times severity) that may be left when the controls are in place.",
    clauses=(53, 73),
)

MOST_TASKS = Policy(
    "library.most_tasks",
    12,
    source="The programme's own practice: a profile is read in one sitting",
    means="The most tasks that one role profile may hold.",
    clauses=(61,),
)
