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

MOST_SIGNED_FOR = Policy(
    "hours.most_signed_for_minutes",
    0,
    source="The Games: plans for the surge of summer 2012 (Metropolitan Police Authority, report 9, 2007)",
    means="How far somebody's month may be lengthened by a named signature. 0: in this strand never.",
    clauses=(34, 35),
    unit="minutes",
    values={"GAMES": 120 * 60},
)

COUNTS_TRAVEL = Policy(
    "hours.counts_travel",
    False,
    source="The programme's own practice: time given begins at the unit (Statement of Expectation, MP 505/06, part 2)",
    means="Whether the way there and back counts as time given, under the same limit.",
    clauses=(35,),
)

CLOSES_AFTER = Policy(
    "hours.month_closes_after_days",
    45,
    source="The programme's own practice: a fortnight after the last day on which a volunteer may report",
    means="How long after its end a month is closed. Then it changes only by a correction, which shows.",
    clauses=(136,),
    unit="days",
)
