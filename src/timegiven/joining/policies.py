"""The handbook's numbers about joining."""

from timegiven.library.models import VettingLevel
from timegiven.programme.policy import Policy

_LEVELS = {str(code): str(name) for code, name in VettingLevel.choices}
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
    unit="people",
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
    choices=tuple(_LEVELS),
    called=_LEVELS,
)

CLEARANCE_YEARS = Policy(
    "joining.clearance_years",
    {"NPPV1": 3, "NPPV2A": 3, "NPPV2F": 3, "NPPV3": 5},
    source="Published force procedures for non-police personnel vetting (Kent 2023, PSNI, Warwickshire); for level 3 "
    "they differ between 5 and 7 years, and the shorter is kept",
    means="How many years a clearance lasts, by level. The vetting office may set a shorter time.",
    clauses=(74,),
    called=_LEVELS,
)

LEVELS_FOR = Policy(
    "joining.levels_for",
    {
        "NPPV1": "Premises only, no police information",
        "NPPV2A": "Some police information, on the premises or from afar; no computer systems",
        "NPPV2F": "Police computer systems, AWARE among them",
        "NPPV3": "Frequent secret information",
    },
    source="Published force procedures for non-police personnel vetting (Kent 2023)",
    means="What each level of the security check is for.",
    clauses=(74,),
    called=_LEVELS,
)

RESIDENCY_YEARS = Policy(
    "joining.residency_years",
    {"NPPV1": 3, "NPPV2A": 3, "NPPV2F": 3, "NPPV3": 5},
    source="City of London Police, guidance notes for volunteers; Warwickshire Police, NPPV application guidance; "
    "level 3 by comparison with the published levels of other personnel",
    means="How many years somebody should have lived in the United Kingdom, by level, before the security check.",
    clauses=(74,),
    called=_LEVELS,
)

YEARLY_LOOK_LEVELS = Policy(
    "joining.yearly_look_levels",
    ["NPPV1", "NPPV2A", "NPPV2F", "NPPV3"],
    source="Vetting Code of Practice (College of Policing, July 2023); Authorised Professional Practice on vetting, "
    "appendices B and G",
    means="At which levels a clearance is looked at every year. The volunteer says whether anything has changed.",
    clauses=(74, 77),
    called=_LEVELS,
)

OFFICE_LOOKS_LEVELS = Policy(
    "joining.office_looks_levels",
    ["NPPV3"],
    source="Authorised Professional Practice on vetting, appendix G (level 3 annual notice)",
    means="At which levels the vetting office itself closes the yearly look. At the others the volunteer's word that "
    "nothing has changed closes it.",
    clauses=(74, 77),
    called=_LEVELS,
)

REVIEW_DAYS = Policy(
    "joining.review_days",
    28,
    source=_PRACTICE,
    means="Within how many days a clearance that is looked at again should be settled.",
    clauses=(77,),
    unit="days",
)

APPEAL_DAYS = Policy(
    "joining.appeal_days",
    28,
    source="Authorised Professional Practice on vetting, appendices S and T (letter of declined vetting, appeal form); "
    "the number of days is the programme's own practice",
    means="Within how many days of the letter a refused security check can be appealed.",
    clauses=(74,),
    unit="days",
)

APPEAL_ANSWER_DAYS = Policy(
    "joining.appeal_answer_days",
    28,
    source=_PRACTICE,
    means="Within how many days an appeal is answered.",
    clauses=(74,),
    unit="days",
)

CLEARANCE_WARNING_DAYS = Policy(
    "joining.clearance_warning_days",
    [60, 30, 7],
    source=_PRACTICE,
    means="How long before a clearance ends its holder and the vetting office are warned.",
    clauses=(74,),
    unit="days",
)

USUAL_WEEKS = Policy(
    "joining.usual_weeks",
    {"APPLIED": 3, "INTERVIEWED": 1, "VETTING": 6, "VETTED": 1},
    source=_PRACTICE,
    means="How many weeks each part of joining usually takes, as applicants are told.",
    clauses=(76,),
    called={
        "APPLIED": "From the application to the interview",
        "INTERVIEWED": "From the interview to the security check",
        "VETTING": "The security check",
        "VETTED": "From the security check to being taken on",
    },
)

PASSES_COLLECTED_FROM = Policy(
    "joining.passes_collected_from",
    "New Scotland Yard",
    source=_STATEMENT,
    means="Where a volunteer collects the pass.",
    clauses=(79,),
)

UNDO_MINUTES = Policy(
    "joining.undo_minutes",
    5,
    source=_PRACTICE,
    means="How long a Borough MVP Manager can undo an act on the board before it happens and letters leave.",
    clauses=(76,),
    unit="minutes",
)

PASS_LOOKS_AN_HOUR = Policy(
    "joining.pass_looks_an_hour",
    60,
    source=_PRACTICE,
    means="How many passes can be checked in an hour from one network, so that nobody tries codes at random.",
    clauses=(80,),
)

REGISTRATIONS_AN_HOUR = Policy(
    "joining.registrations_an_hour",
    200,
    source=_PRACTICE,
    means="How many people can register in an hour from one network, so that nobody has us write to whom they like.",
)

RIGHT_WARNING_DAYS = Policy(
    "joining.right_warning_days",
    60,
    source=_PRACTICE,
    means="How long before papers end that let somebody volunteer here the Borough MVP Manager is told.",
    clauses=(74,),
    unit="days",
)
