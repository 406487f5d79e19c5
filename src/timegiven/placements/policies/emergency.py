"""How long an emergency sheet stays open, and how long health cards are kept."""

from timegiven.programme.policy import Policy

SHEET_MINUTES = Policy(
    "placements.sheet_minutes",
    15,
    source="The programme's own practice",
    means="For how many minutes an emergency sheet stays open to somebody who has said why they need it.",
    clauses=(108,),
    unit="minutes",
)

REVIEW_DAYS = Policy(
    "placements.sheet_review_days",
    5,
    source="The programme's own practice",
    means="Within how many days somebody looks at an emergency sheet that was opened from outside.",
    clauses=(108,),
    unit="days",
)

HEALTH_CARD_MONTHS = Policy(
    "placements.health_card_months",
    3,
    source="The programme's own practice; to be set against the force's own schedule",
    means="For how many months after somebody has left their health card is kept.",
    clauses=(106,),
    unit="months",
)
