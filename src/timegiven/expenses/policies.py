"""The handbook's numbers about meals."""

from timegiven.programme.policy import Policy

MEAL_MOST = Policy(
    "expenses.meal_most_pence",
    300,
    source="MVP Guide for Supervision of Volunteers (2007), Meal breaks",
    means="The most that is paid back for a meal at one session, against a receipt. Never a flat allowance.",
    clauses=(97, 98, 101),
    unit="pence",
)

MEAL_FROM = Policy(
    "expenses.meal_from_minutes",
    4 * 60,
    source="MVP Guide for Supervision of Volunteers (2007), Meal breaks",
    means="How long one session must be for a meal to be paid back.",
    clauses=(97,),
    unit="minutes",
)

CLAIM_WITHIN = Policy(
    "expenses.claim_within_days",
    92,
    source="Set for this service, to be confirmed by Finance",
    means="How long after a session a meal may still be claimed.",
    clauses=(98,),
    unit="days",
)
