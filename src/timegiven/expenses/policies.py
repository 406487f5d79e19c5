"""The handbook's numbers about money, and the rates for miles, which others decide."""

from timegiven.programme.policy import Policy

_GUIDE = "MVP Guide for Supervision of Volunteers (2007), Meal breaks"
_FINANCE = "Set for this service, to be confirmed by Finance"
_HMRC = "HM Revenue and Customs, approved mileage allowance payments, from 6 April 2011"
_DRIVERS = "HM Revenue and Customs, Employment Income Manual, EIM71155 (volunteer drivers)"

MEAL_MOST = Policy(
    "expenses.meal_most_pence",
    300,
    source=_GUIDE,
    means="The most that is paid back for a meal at one session, against a receipt. Never a flat allowance.",
    clauses=(97, 98, 101),
    unit="pence",
)

MEAL_FROM = Policy(
    "expenses.meal_from_minutes",
    4 * 60,
    source=_GUIDE,
    means="How long one session must be for a meal to be paid back.",
    clauses=(97,),
    unit="minutes",
)

CLAIM_WITHIN = Policy(
    "expenses.claim_within_days",
    92,
    source=_FINANCE,
    means="How long after a session its costs may still be claimed.",
    clauses=(98,),
    unit="days",
)

CLAIM_AFTER_LEAVING = Policy(
    "expenses.claim_after_leaving_days",
    92,
    source=_FINANCE,
    means="How long after leaving somebody may still claim what they paid before.",
    clauses=(98, 100),
    unit="days",
)

SECOND_ABOVE = Policy(
    "expenses.second_look_above_pence",
    5_000,
    source=_FINANCE,
    means="Above this amount a claim that the MVP Manager approved is looked at by the Central Team as well.",
    clauses=(98,),
    unit="pence",
)

WITH_FINANCE, HERE = "with Finance", "here"

BANK_DETAILS = Policy(
    "expenses.bank_details",
    WITH_FINANCE,
    source=_FINANCE,
    means="Where volunteers’ bank details are kept: with Finance, or here, sealed.",
    clauses=(98,),
    choices=(WITH_FINANCE, HERE),
)

BANK_DETAILS_FOR = Policy(
    "expenses.bank_details_kept_days",
    90,
    source="Set for this service, to be confirmed by the data protection officer",
    means="How long after somebody’s last claim their bank details are deleted, if they are kept here.",
    clauses=(98,),
    unit="days",
)

RECEIPTS_FOR = Policy(
    "expenses.receipts_kept_years",
    6,
    source="Community Accountancy Self Help, keeping financial records: six years; to be set against the force’s own "
    "schedule by the data protection officer",
    means="How long after the end of the financial year receipts, and what was written about a claim, are deleted. "
    "That it was made, and its amounts, stay on record.",
    clauses=(100, 123),
    unit="years",
)

CAR = Policy(
    "expenses.car_pence_a_mile",
    45,
    source=f"{_DRIVERS}. Of a rise from 6 April 2026 Finance decides when the Manual says so too",
    means="What is paid back for a mile in one’s own car or van. The rate is that of the day of the journey.",
    clauses=(100, 105),
    unit="pence",
    may_look_back=True,
)

CAR_LATER = Policy(
    "expenses.car_pence_a_mile_later",
    25,
    source=_HMRC,
    means="The same for the miles of a tax year above the threshold.",
    clauses=(100,),
    unit="pence",
    may_look_back=True,
)

CAR_THRESHOLD = Policy(
    "expenses.car_miles_before_later",
    10_000,
    source=_DRIVERS,
    means="The miles in a tax year, for all organisations together, from which the lower rate holds.",
    clauses=(100,),
    may_look_back=True,
)

MOTORCYCLE = Policy(
    "expenses.motorcycle_pence_a_mile",
    24,
    source=_HMRC,
    means="What is paid back for a mile on one’s own motorcycle.",
    clauses=(100,),
    unit="pence",
    may_look_back=True,
)

BICYCLE = Policy(
    "expenses.bicycle_pence_a_mile",
    20,
    source=_HMRC,
    means="What is paid back for a mile on one’s own bicycle.",
    clauses=(100,),
    unit="pence",
    may_look_back=True,
)
