"""The checks of readiness: who passes each, and the words for those who do and do not. Each is defined here once."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from timegiven.hours import selectors as hours
from timegiven.joining import selectors as joining
from timegiven.kernel.words import day as in_words
from timegiven.kernel.words import duration, month, several
from timegiven.library import selectors as library
from timegiven.library.models import ProfileVersion, VettingLevel
from timegiven.people.models import Person, Volunteer
from timegiven.placements.models import AwareAccount, AwareBreak, Placement
from timegiven.programme.models import Cover, Unit
from timegiven.training import selectors as training

YOUNGEST = 16  # joining has asked everybody this; only a role for older people need look at birthdays


@dataclass(frozen=True)
class Question:
    """May these people do the tasks of this version, at this unit, on this day, for so many minutes?"""

    people: QuerySet
    version: ProfileVersion
    unit: Unit
    day: date
    minutes: int = 0

    @property
    def words(self) -> dict[str, str]:
        """What the sentences of the checks may name."""
        return {
            "role": self.version.title,
            "unit": self.unit.full_name,
            "day": in_words(self.day),
            "month": month(self.day),
            "level": str(VettingLevel(self.version.vetting_level).label),
            "age": str(self.version.youngest),
            "time": duration(self.minutes) if self.minutes else "more time",
        }


EVERYBODY = Person.objects.values_list("pk")
NOBODY = EVERYBODY.none()


@dataclass(frozen=True)
class Check:
    """One thing that must be in order. ``passing`` gives the ids of the people for whom it is."""

    code: str
    clauses: tuple[int, ...]
    source: str
    passing: Callable[[Question], QuerySet] = field(repr=False)
    passed: str
    failed: str
    next_step: str
    whose: str
    page: str = ""  # a page of a volunteer's record, by URL name
    detail: Callable[[Question], str] | None = field(default=None, repr=False)  # said of one person who fails


def _all_or_none(holds: bool) -> QuerySet:
    return EVERYBODY if holds else NOBODY


def _old_enough(asked: Question) -> QuerySet:
    if asked.version.youngest <= YOUNGEST:
        return EVERYBODY
    # Dates of birth are sealed: the database cannot compare them.
    people = Person.objects.filter(pk__in=asked.people).exclude(born_on=None).only("pk", "born_on")
    least = asked.version.youngest
    return EVERYBODY.filter(pk__in=[each.pk for each in people if (each.age_on(asked.day) or 0) >= least])


def _volunteering(asked: Question) -> QuerySet:
    here = Q(status=Volunteer.Status.ACTIVE) | Q(status=Volunteer.Status.LEFT, left_on__gt=asked.day)
    return Volunteer.objects.filter(here).values_list("person_id")


def _covered(asked: Question) -> QuerySet:
    strands = Cover.objects.on(asked.day).values("strand")
    return Volunteer.objects.filter(strand__in=strands).values_list("person_id")


def _placed(asked: Question) -> QuerySet:
    """Placed on that day: a placement that has ended since held until its end."""
    profile = asked.version.profile_id  # whichever version of the role they agreed to
    placements = Placement.objects.on(asked.day).filter(version__profile=profile, unit=asked.unit)
    never = (Placement.Status.OFFERED, Placement.Status.DECLINED)
    return placements.exclude(status__in=never).values_list("volunteer__person_id")


def _with_aware(asked: Question) -> QuerySet:
    if not asked.version.needs_aware:
        return EVERYBODY
    resting = AwareBreak.objects.on(asked.day).filter(account=OuterRef("pk"))
    return AwareAccount.objects.on(asked.day).exclude(Exists(resting)).values_list("person_id")


def _in_force(asked: Question) -> QuerySet:
    return _all_or_none(library.approved_version_ids(asked.day).filter(pk=asked.version.pk).exists())


def _agreed_version_stands(asked: Question) -> QuerySet:
    """In force, or superseded by one in force: until they confirm that, people keep to the tasks of both."""
    is_in_force = library.approved_version_ids(asked.day).filter(pk=asked.version.pk).exists()
    return _all_or_none(is_in_force or library.successor(asked.version, asked.day) is not None)


def _missing_courses(asked: Question) -> str:
    person = asked.people.values_list("pk", flat=True).get()
    courses = training.missing([person], asked.version, asked.day)[person]
    return f"Still needed: {several([course.title for course in courses])}."


def _room(asked: Question) -> str:
    volunteer = Volunteer.objects.select_related("person", "strand").get(person__in=asked.people)
    left = hours.left_in(volunteer.person, asked.day, volunteer.strand)
    return f"{duration(left)} are left." if left else "Nothing is left."


GUIDE = "MVP Guide for Supervision of Volunteers (2007)"
STATEMENT = "Statement of Expectation, MP 505/06 (January 2007)"

VOLUNTEERING = Check(
    "volunteering",
    (102,),
    STATEMENT,
    _volunteering,
    "Volunteering with us at the moment.",
    "Volunteering is on a break, or has ended.",
    "Ask whether they would like to come back. A break needs no reason.",
    "Borough MVP Manager",
    "placements:volunteer",
)
OLD_ENOUGH = Check(
    "age",
    (7,),
    GUIDE,
    _old_enough,
    "Old enough for this role.",
    "This role is for people aged {age} or over on the day, and the record does not show that.",
    "Look for a role without this limit, or check that the date of birth on the record is right.",
    "Borough MVP Manager",
)
REFERENCES = Check(
    "references",
    (75,),
    GUIDE,
    lambda asked: joining.people_with_references(asked.day),
    "Two references are satisfactory.",
    "Two satisfactory references are not there yet.",
    "Look at the references that have come, and ask for those that have not.",
    "Borough MVP Manager",
)
CLEARED = Check(
    "cleared",
    (74, 83),
    GUIDE,
    lambda asked: joining.cleared_people(asked.version.vetting_level, asked.day),
    "The security check at {level} is in force on {day}.",
    "There is no security check at {level} in force on {day}.",
    "The vetting office renews the check, or does it at the level that the role needs.",
    "Vetting office",
)
RIGHT = Check(
    "right",
    (7, 76),
    "The programme's own practice: a right to volunteer is checked before somebody is taken on, and while it runs",
    lambda asked: joining.people_without_ended_papers(asked.day),
    "Nothing says that the papers that let them volunteer here have ended.",
    "The papers that let them volunteer here have ended by {day}.",
    "Look at a newer document together, and record what you saw.",
    "Borough MVP Manager",
    "placements:volunteer",
)
AGREED = Check(
    "agreed",
    (102,),
    STATEMENT,
    lambda asked: joining.agreed_people(asked.day),
    "The current Statement of Expectation is accepted.",
    "The current Statement of Expectation is not accepted yet.",
    "The volunteer reads the Statement and accepts it, on the page or on paper.",
    "Volunteer",
)
PASS = Check(
    "pass",
    (79, 80, 83),
    STATEMENT,
    lambda asked: joining.people_with_a_pass(asked.day),
    "The volunteer pass is in force.",
    "There is no volunteer pass in force on {day}.",
    "The pass office issues the pass, or a new one if it was lost.",
    "Pass office",
)
TRAINED = Check(
    "trained",
    (87, 90, 91, 92, 93, 95),
    GUIDE,
    lambda asked: training.trained_people(asked.version, asked.day),
    "All the training that the role needs is in date.",
    "Some training that the role needs is missing or has run out by {day}.",
    "Find a place on the course. It is recorded when it has been done.",
    "Borough MVP Manager",
    "placements:training",
    _missing_courses,
)
AWARE = Check(
    "aware",
    (84,),
    GUIDE,
    _with_aware,
    "An AWARE account is in use, or the role does not need one.",
    "The role uses AWARE, and no account is in use on {day}.",
    "The Borough MVP Manager asks for the log-in, and the unit hands it over.",
    "Borough MVP Manager",
    "placements:aware",
)
PROFILE = Check(
    "profile",
    (52, 61),
    GUIDE,
    _in_force,
    "The role profile “{role}” is approved and in force.",
    "The role profile “{role}” is not approved and in force on {day}.",
    "Put the profile to the Steering Group, or offer the version that is in force.",
    "Steering Group",
)
RISK = Check(
    "risk",
    (53, 59),
    GUIDE,
    lambda asked: _all_or_none(library.risk_held(asked.unit, asked.version, asked.day)),
    "The risk assessment at {unit} is in date.",
    "The risk assessment of this role at {unit} is missing or out of date on {day}.",
    "Assess the risks of the role at this unit, or review the assessment that is there.",
    "Unit manager and Borough MVP Manager",
)
INSURED = Check(
    "insured",
    (55, 56),
    GUIDE,
    _covered,
    "The insurance for volunteers is in force.",
    "No insurance for volunteers is in force on {day}.",
    "Enter the new certificate of insurance.",
    "Central Team",
)
COVER = Check(
    "cover",
    (55, 56, 105, 111),
    GUIDE,
    lambda asked: _all_or_none(not library.cover_missing(asked.version, asked.day)),
    "The insurance covers what this role does.",
    "The insurance does not cover all that this role does on {day}.",
    "Enter the certificate of insurance that is missing.",
    "Central Team",
    detail=lambda asked: f"Missing: {several(library.cover_missing(asked.version, asked.day))}.",
)
PLACED = Check(
    "placed",
    (44, 78),
    GUIDE,
    _placed,
    "A placement in this role at {unit} is agreed.",
    "No placement in this role at {unit} is agreed for {day}.",
    "Offer the volunteer a placement there.",
    "Borough MVP Manager",
    "placements:offer",
)
ROOM = Check(
    "room",
    (34, 35, 36),
    STATEMENT,
    lambda asked: hours.people_with_room(asked.day, asked.minutes),
    "There is room for {time} in {month}.",
    "There is no room for {time} in {month} under the month's limit, which lets everybody have a turn.",
    "Choose a shorter time, or another month.",
    "Volunteer",
    "hours:month",
    _room,
)

# Who is placed keeps the version that they agreed to until they confirm the next.
AGREED_PROFILE = replace(PROFILE, passing=_agreed_version_stands, passed="The role profile “{role}” is approved.")

# For an offer training may still be missing; before the first day it may not; a duty asks everything.
FOR_AN_OFFER = (VOLUNTEERING, OLD_ENOUGH, REFERENCES, RIGHT, CLEARED, AGREED, PROFILE, RISK, INSURED, COVER)
FOR_A_START = (*FOR_AN_OFFER, PASS, TRAINED, AWARE)
FOR_A_DUTY = (*(AGREED_PROFILE if check is PROFILE else check for check in FOR_A_START), PLACED, ROOM)
