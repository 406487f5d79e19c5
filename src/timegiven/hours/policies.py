"""The handbook's numbers about how much time may be given."""

from timegiven.programme.policy import Policy

MONTHLY_CAP = Policy(
    "hours.monthly_cap_minutes",
    40 * 60,
    source="Statement of Expectation, MP 505/06 (January 2007), part 2",
    means="The most time one person may give in a calendar month, training and supervision included.",
    clauses=(34, 35, 36),
    unit="minutes",
    values={"GAMES": 100 * 60},  # ten days of eight hours and training within a month (Games Makers, 2010)
)

FORTNIGHTLY_HOPE = Policy(
    "hours.fortnightly_hope_minutes",
    4 * 60,
    source="Statement of Expectation, MP 505/06 (January 2007), part 2",
    means="The time in a fortnight that would be appreciated. A hope, shown to the volunteer alone and never pressed.",
    clauses=(37, 45),
    unit="minutes",
)
