"""The checks of readiness: when each is in order, and the words for it. Each is defined here, and once."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import QuerySet

from timegiven.hours import selectors as hours
from timegiven.joining import selectors as joining
from timegiven.kernel.words import duration, several
from timegiven.library import selectors as library
from timegiven.library.models import ProfileVersion, RiskAssessment
from timegiven.people.models import Volunteer
from timegiven.placements.selectors import rows, young
from timegiven.placements.selectors.facts import EVERYBODY, NOBODY, Check, Periods, Question
from timegiven.programme.models import Cover
from timegiven.training import selectors as training

GUIDE = "MVP Guide for Supervision of Volunteers (2007)"
STATEMENT = "Statement of Expectation, MP 505/06 (January 2007)"
WORKING_TIME = "Working Time Regulations 1998 (young workers), taken over for volunteers"
PRACTICE = "The programme's own practice"


def _trained(asked: Question) -> Periods | None:
    needed = training.needed_ids(asked.version)
    if not needed:
        return None
    return Periods(
        rows.completions, {"courses": needed}, begins="on", ends="expires_on", of="course", needed=len(needed)
    )


def _placed(asked: Question) -> Periods:
    where = {"profile": asked.version.profile_id, "unit": asked.unit.pk}
    return Periods(rows.placements, where, person="volunteer__person")


def _with_aware(asked: Question) -> Periods | None:
    """The days on which an account was in use, but for those on which it rested."""
    resting = Periods(rows.rests, person="account__person", ends="over_on")
    return Periods(rows.accounts, but=resting) if asked.version.needs_aware else None


def _changes_of_the_role(asked: Question, last: date) -> Iterable[date]:
    """The days on which a version of the role is approved or ends, or an assessment of it here begins or runs out."""
    versions = ProfileVersion.objects.filter(profile=asked.version.profile_id).values_list("approved_on", "ended_on")
    there = RiskAssessment.objects.filter(version__profile=asked.version.profile_id, unit=asked.unit)
    rows = [*versions, *there.values_list("assessed_on", "review_on")]
    return {day for row in rows for day in row if day}


def _changes_of_cover(asked: Question, last: date) -> Iterable[date]:
    rows = Cover.objects.values_list("from_on", "until_on")
    return {day for row in rows for day in row if day}


def _always(rows: Callable[..., QuerySet[Any]], person: str = "person", **given: Any) -> Periods:
    """Rows that have no days of their own."""
    return Periods(rows, given, person=person, begins="", ends="")


def _agreed(asked: Question) -> Periods | QuerySet[Any, Any]:
    edition = joining.statement(asked.day)
    return _always(joining.agreed_to, edition=edition.pk) if edition else NOBODY


def _with_room(asked: Question) -> Periods | QuerySet[Any, Any]:
    month = hours.room_asked(asked.day, asked.minutes)
    return _always(hours.with_room_in, **month) if month["strands"] else NOBODY


def _is_in_force(asked: Question) -> bool:
    return library.still_in_force(asked.version, asked.day)


def _stands(asked: Question) -> bool:
    """In force, or superseded by one in force: until they confirm that, people keep to the tasks of both."""
    return _is_in_force(asked) or library.successor(asked.version, asked.day) is not None


def _missing_courses(asked: Question) -> str:
    (person,) = asked.people  # what is missing is said of one
    courses = training.missing([person], asked.version, asked.day)[person]
    return f"Still needed: {several([course.title for course in courses])}."


def _left(asked: Question) -> str:
    volunteer = Volunteer.objects.select_related("person", "strand").filter(person__in=asked.people).first()
    left = hours.left_in(volunteer.person, asked.day, volunteer.strand) if volunteer else 0
    return f"{duration(left)} are left." if left else "Nothing is left."


VOLUNTEERING = Check(
    "volunteering",
    (102, 120),
    STATEMENT,
    "Volunteering with us at the moment.",
    "Their time as a volunteer had ended by {day}.",
    "Ask whether they would like to come back. They need give no reason either way.",
    "Borough MVP Manager",
    "Your time as a volunteer had ended by {day}. Thank you for it.",
    "If you would like to come back, tell your Borough MVP Manager. You are welcome.",
    "placements:volunteer",
    periods=lambda asked: Periods(rows.times_here, begins="", ends="gone_on"),
)
NOT_PAUSED = Check(
    "paused",
    (45, 102, 120),
    STATEMENT,
    "Not on a break.",
    "On a break on {day}.",
    "Leave them in peace until the break ends. A break needs no reason.",
    "Volunteer",
    "You are on a break on {day}.",
    "Enjoy it. When you would like to come back, say so on your record.",
    "placements:volunteer",
    periods=lambda asked: Periods(rows.breaks, person="volunteer__person", bars=True),
)
# Asked of duties and of who comes in, not of what was given: whoever was there before they were asked, was there.
MAY_COME = Check(
    "free_day",
    (113,),
    STATEMENT,
    "Nothing stands against {day}.",
    "Not coming on {day}.",
    "Choose another day, or ask somebody else.",
    "Borough MVP Manager",
    "We have asked you to take {day} for yourself.",
    "Your other times stand. Your Borough MVP Manager is glad to hear from you.",
    periods=lambda asked: Periods(rows.free_days, person="volunteer__person", bars=True),
)
OLD_ENOUGH = Check(
    "age",
    (7,),
    GUIDE,
    "Old enough for this role.",
    "This role is for people aged {age} or over on the day, and the record does not show that.",
    "Look for a role without this limit, or check that the date of birth on the record is right.",
    "Borough MVP Manager",
    "This role is for people aged {age} or over, and your record does not show that you are.",
    "Your Borough MVP Manager can find you another role, or put your date of birth right.",
    "placements:placements",
    spans=young.too_young,
)
LOOKED_AFTER = Check(
    "adult",
    (110, 153),
    WORKING_TIME + "; Children Act 1989, section 105",
    "An adult is named where somebody is under 18.",
    "Under 18, and no parent's consent with a responsible adult at the unit is on record.",
    "Ask the parent or guardian, and name the adult at the unit who is there for them.",
    "Borough MVP Manager",
    "While you are under 18, a parent has to agree and an adult at the unit is there for you. One of them is missing.",
    "Your Borough MVP Manager sees to it, with your parent or guardian.",
    "placements:volunteer",
    spans=young.without_an_adult,
)
NO_NIGHTS = Check(
    "night",
    (33,),
    WORKING_TIME,
    "Not in the night, or not under 18.",
    "These are night hours, and people under 18 do not give time in the night.",
    "Offer a time in the day, which is welcome.",
    "Unit manager",
    "These are night hours, and people under 18 do not give time in the night.",
    "A time in the day is welcome.",
    spans=young.at_night,
)
FREE = Check(
    "overlap",
    (33,),
    PRACTICE,
    "Nothing else is agreed to at these hours.",
    "Something else is agreed to at these hours.",
    "Ask for another time, or leave this one to somebody else.",
    "Volunteer",
    "You have said yes to something else at these hours.",
    "You can say that you cannot come to the other, or leave this one to somebody else.",
    spans=young.twice_at_once,
)
REFERENCES = Check(
    "references",
    (75,),
    GUIDE,
    "The references are satisfactory.",
    "The satisfactory references that are needed are not all there yet.",
    "Look at the references that have come, and ask for those that have not.",
    "Borough MVP Manager",
    "We do not yet have all the references for you that we need.",
    "Your Borough MVP Manager asks your referees, and tells you if you can help.",
    passing=lambda asked: _always(joining.applications_referenced),
)
RIGHT = Check(
    "right",
    (7, 76),
    f"{PRACTICE}: a right to volunteer is checked before somebody is taken on, and while it runs",
    "No papers that allow volunteering here have ended.",
    "The papers that let them volunteer here have ended by {day}.",
    "Look at a newer document together, and record what you saw.",
    "Borough MVP Manager",
    "The papers that let you volunteer here have ended by {day}.",
    "Please show your Borough MVP Manager a newer document. No copy is kept.",
    "placements:volunteer",
    periods=lambda asked: Periods(joining.papers_that_end, begins="expires_on", ends="", bars=True),
)
CLEARED = Check(
    "cleared",
    (74, 83),
    GUIDE,
    "The security check that the role needs, {level}, is in force on {day}.",
    "There is no security check at {level} in force on {day}.",
    "The vetting office renews the check, or does it at the level that the role needs.",
    "Vetting office",
    "Your security check is not in force on {day} at the level of this role.",
    "The vetting office does it. It writes to you if it needs anything.",
    periods=lambda asked: Periods(rows.clearances(asked.version.vetting_level)),
)
AGREED = Check(
    "agreed",
    (102, 134),
    STATEMENT,
    "The current Statement of Expectation is accepted.",
    "The current Statement of Expectation is not accepted yet.",
    "The volunteer reads the Statement and accepts it, on the page or on paper.",
    "Volunteer",
    "You have not accepted the current Statement of Expectation yet.",
    "Please read it, and accept it if you like it.",
    "joining:agree",
    passing=_agreed,
    changes=lambda asked, last: joining.changes_of_editions(asked.day, last),
)
PASS = Check(
    "pass",
    (79, 80, 83),
    STATEMENT,
    "The volunteer pass is in force.",
    "There is no volunteer pass in force on {day}.",
    "The pass office issues the pass, or a new one if it was lost.",
    "Pass office",
    "You have no pass that is in force on {day}.",
    "The pass office makes it, and writes to you when it is ready.",
    periods=lambda asked: Periods(joining.passes_held),
)
TRAINED = Check(
    "trained",
    (87, 90, 91, 92, 93, 95),
    GUIDE,
    "All the training that the role needs is in date.",
    "Some training that the role needs is missing or has run out by {day}.",
    "Find a place on the course. It is recorded when it has been done.",
    "Borough MVP Manager",
    "Some training for this role is missing, or has run out by {day}.",
    "See what it is, and when you could do it.",
    "placements:training",
    periods=_trained,
    detail=_missing_courses,
)
AWARE = Check(
    "aware",
    (84,),
    GUIDE,
    "An AWARE account is in use, or the role does not need one.",
    "The role uses AWARE, and no account is in use on {day}.",
    "The Borough MVP Manager asks for the log-in, and the unit hands it over.",
    "Borough MVP Manager",
    "This role uses AWARE, the police computer system, and you have no log-in in use on {day}.",
    "Your Borough MVP Manager asks for it, and the unit hands it over to you.",
    "placements:aware",
    periods=_with_aware,
)
PROFILE = Check(
    "profile",
    (52, 61),
    GUIDE,
    "The role profile “{role}” is approved and in force.",
    "The role profile “{role}” is not approved and in force on {day}.",
    "Put the profile to the Steering Group, or offer the version that is in force.",
    "Steering Group",
    "The role “{role}” is not approved on {day}. It has nothing to do with you.",
    "The Steering Group decides on it. Your Borough MVP Manager can tell you more.",
    "library:version",
    passing=lambda asked: EVERYBODY if _is_in_force(asked) else NOBODY,
    changes=_changes_of_the_role,
)
RISK = Check(
    "risk",
    (53, 54, 58, 59),
    GUIDE,
    "The risk assessment at {unit} is in date.",
    "The risk assessment of this role at {unit} is missing or out of date on {day}.",
    "Assess the risks of the role at this unit, or review the assessment that is there.",
    "Unit manager and Borough MVP Manager",
    "The safety check of this role at {unit} is not in date on {day}. It has nothing to do with you.",
    "The unit and your Borough MVP Manager do it again.",
    "library:version",
    passing=lambda asked: EVERYBODY if library.risk_held(asked.unit, asked.version, asked.day) else NOBODY,
    changes=_changes_of_the_role,
)
INSURED = Check(
    "insured",
    (55, 56),
    GUIDE,
    "The insurance for volunteers is in force.",
    "No insurance for volunteers is in force on {day}.",
    "Enter the new certificate of insurance.",
    "Central Team",
    "No insurance for volunteers is in force on {day}. It has nothing to do with you.",
    "The Central Team sees to it.",
    "programme:cover",
    passing=lambda asked: _always(rows.with_cover, day=asked.day),
    changes=_changes_of_cover,
)
COVER = Check(
    "cover",
    (55, 56, 105, 111),
    GUIDE,
    "The insurance covers what this role does.",
    "The insurance does not cover all that this role does on {day}.",
    "Enter the certificate of insurance that is missing.",
    "Central Team",
    "The insurance does not cover all that this role does on {day}. It has nothing to do with you.",
    "The Central Team sees to it.",
    "programme:cover",
    passing=lambda asked: NOBODY if library.cover_missing(asked.version, asked.day) else EVERYBODY,
    changes=_changes_of_cover,
    detail=lambda asked: f"Missing: {several(library.cover_missing(asked.version, asked.day))}.",
)
PLACED = Check(
    "placed",
    (44, 78),
    GUIDE,
    "A placement in this role at {unit} is agreed.",
    "No placement in this role at {unit} is agreed for {day}.",
    "Offer the volunteer a placement there.",
    "Borough MVP Manager",
    "You have no agreed placement in this role at {unit} on {day}.",
    "If you would like one, ask your Borough MVP Manager.",
    "placements:offer",
    periods=_placed,
)
ROOM = Check(
    "room",
    (34, 35, 36),
    STATEMENT,
    "There is room for {time} in {month}.",
    "There is no room for {time} in {month} under the month's limit, which lets everybody have a turn.",
    "Choose a shorter time, or another month.",
    "Volunteer",
    "There is no room for {time} in your {month}: the limit lets everybody have a turn. Thank you for all you gave.",
    "You can choose a shorter time, or another month.",
    "hours:month",
    passing=_with_room,
    changes=lambda asked, last: hours.changes_of_the_cap(asked.day, last),
    detail=_left,
)

# Who is placed keeps the version that they agreed to until they confirm the next.
AGREED_PROFILE = replace(
    PROFILE,
    passing=lambda asked: EVERYBODY if _stands(asked) else NOBODY,
    passed="The role profile “{role}” is approved.",
)

# For an offer training may still be missing; before the first day it may not; a duty asks everything.
FOR_AN_OFFER = (
    *(VOLUNTEERING, NOT_PAUSED, OLD_ENOUGH, LOOKED_AFTER, REFERENCES, RIGHT),
    *(CLEARED, AGREED, PROFILE, RISK, INSURED, COVER),
)
FOR_A_START = (*FOR_AN_OFFER, PASS, TRAINED, AWARE)
FOR_A_DUTY = (
    *(AGREED_PROFILE if check is PROFILE else check for check in FOR_A_START),
    *(PLACED, ROOM, NO_NIGHTS, FREE),
)
