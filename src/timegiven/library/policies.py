"""The handbook's numbers about role profiles and their risk assessments."""

from timegiven.programme.policy import Policy

QUORUM = Policy(
    "library.quorum",
    3,
    source="MVP Guide for managers (2007), Creating a Role Profile; the number is the programme's own",
    means="How many members of the Steering Group must approve a role profile, the staff side among them.",
    clauses=(52, 62),
)

RISK_REVIEW_MONTHS = Policy(
    "library.risk_review_months",
    12,
    source="MVP Guide for managers (2007), Risk assessments",
    means="After how many months a risk assessment is reviewed.",
    clauses=(59,),
    unit="months",
)

REVIEW_NOTICE_DAYS = Policy(
    "library.review_notice_days",
    60,
    source="The programme's own practice",
    means="How many days before its review a risk assessment appears on the list of reviews.",
    clauses=(59,),
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
