"""The handbook's numbers about joining."""

from timegiven.programme.policy import Policy

_STATEMENT = "Statement of Expectation, MP 505/06 (January 2007), part 3"
_PRACTICE = "The programme's own practice"

LEAST_AGE = Policy(
    "joining.least_age",
    16,
    source="MVP Guide for Supervision of Volunteers (2007), About Volunteers: ages 16 to 89",
    means="The youngest age at which somebody may ask to volunteer. There is no upper limit.",
    clauses=(6,),
)

GROWN_UP = Policy(
    "joining.grown_up",
    18,
    source="Children Act 1989, section 105: a child is a person under the age of eighteen",
    means="From which age nobody else is asked to agree. Younger volunteers name a parent or guardian.",
    unit="years",
)

RESIDENCY_YEARS = Policy(
    "joining.residency_years",
    3,
    source="National Police Vetting: published residency criteria for non-police personnel (City of London Police, "
    "Warwickshire Police)",
    means="How many years somebody should have lived in the United Kingdom before the security check.",
    clauses=(74,),
    unit="years",
)

ANSWERS_KEPT_MONTHS = Policy(
    "joining.answers_kept_months",
    12,
    source=_PRACTICE,
    means="How long the answers of an application are kept after it has ended, or after the volunteer has left.",
    clauses=(123,),
    unit="months",
)

REFERENCES_NEEDED = Policy(
    "joining.references_needed",
    2,
    source=_STATEMENT,
    means="How many satisfactory professional references there must be before any time is given.",
    clauses=(75,),
)

REFERENCE_LINK_DAYS = Policy(
    "joining.reference_link_days",
    28,
    source=_PRACTICE,
    means="How long the private link to a referee stays open.",
    clauses=(75,),
    unit="days",
)

REFERENCE_REMINDER_DAYS = Policy(
    "joining.reference_reminder_days",
    [7, 14],
    source=_PRACTICE,
    means="How long after asking a referee is reminded.",
    clauses=(75,),
    unit="days",
)

MEETING_REMINDER_DAYS = Policy(
    "joining.meeting_reminder_days",
    1,
    source=_PRACTICE,
    means="How many days before an interview or a meeting with the unit the applicant is reminded.",
    clauses=(78,),
    unit="days",
)

MERGE_UNDO_DAYS = Policy(
    "joining.merge_undo_days",
    30,
    source=_PRACTICE,
    means="For how long two records that were made one can be taken apart again.",
    unit="days",
)

RESUME_LINK_DAYS = Policy(
    "joining.resume_link_days",
    28,
    source=_PRACTICE,
    means="How long the private link to one's own application stays open. A new one can be had at any time.",
    clauses=(76,),
    unit="days",
)

DEFAULT_LEVEL = Policy(
    "joining.default_vetting_level",
    "NPPV2A",
    source="National Police Vetting: non-police personnel, level 2 abbreviated",
    means="The level of the security check when no role profile asks for another.",
    clauses=(74,),
)

CLEARANCE_YEARS = Policy(
    "joining.clearance_years",
    {"NPPV1": 3, "NPPV2A": 3, "NPPV2F": 3, "NPPV3": 5},
    source="Published force procedures for non-police personnel vetting",
    means="How many years a clearance lasts, by level. The vetting office may set a shorter time.",
    clauses=(74,),
)

CLEARANCE_WARNING_DAYS = Policy(
    "joining.clearance_warning_days",
    [60, 30, 7],
    source=_PRACTICE,
    means="How long before a clearance ends the vetting office is warned.",
    clauses=(74,),
    unit="days",
)

USUAL_WEEKS = Policy(
    "joining.usual_weeks",
    {"APPLIED": 3, "INTERVIEWED": 1, "VETTING": 6, "VETTED": 1},
    source=_PRACTICE,
    means="How many weeks each part of joining usually takes, as applicants are told.",
    clauses=(76,),
)

PASSES_COLLECTED_FROM = Policy(
    "joining.passes_collected_from",
    "New Scotland Yard",
    source=_STATEMENT,
    means="Where a volunteer collects the pass.",
    clauses=(79,),
)
