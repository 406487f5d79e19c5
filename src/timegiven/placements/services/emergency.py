"""Open an emergency sheet for a few minutes, print sheets to keep sealed, and look at what was opened (clause 108)."""

from datetime import datetime, time, timedelta
from typing import Any

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import at_london, london_day
from timegiven.letters import services as letters
from timegiven.letters.models import Letter
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.placements import access, rules, selectors
from timegiven.placements.models import Opening
from timegiven.placements.policies import SHEET_MINUTES
from timegiven.programme.models import Unit

Reason = Opening.Reason
STILL_RIGHT = "placements/still_right"


@transaction.atomic
def open_sheet(volunteer: Volunteer, *, reason: str, by: Person, at: datetime) -> Opening:
    """Open the sheet of a volunteer whom one looks after, for one of the known reasons."""
    access.open_sheet.require(by, volunteer, london_day(at))
    opening = _open(volunteer, reason=Reason(reason), words="", by=by, at=at)
    why = str(Reason(reason).label)
    audit.record("opened emergency sheet", of=opening, by=by, at=at, about=volunteer.person, why=why)
    return opening


@transaction.atomic
def break_glass(volunteer: Volunteer, *, words: str, by: Person, at: datetime) -> Opening:
    """Open the sheet of a volunteer whom one does not look after: both the MVP Manager and the volunteer hear of it.

    What was typed is sealed and read by whoever reviews it; the trail and the letters hold nothing of it.
    """
    day = london_day(at)
    access.break_glass.require(by, volunteer, day)
    rules.check_says_why(words)
    opening = _open(volunteer, reason=Reason.OUTSIDE, words=words.strip(), by=by, at=at)
    audit.record("opened emergency sheet from outside", of=opening, by=by, at=at, about=volunteer.person)
    role = Appointment.Role(by.posts_on(day)[0].role).label
    letters.write("placements/sheet_opened", to=volunteer.person, at=at, opening=opening, role=role)
    for reader in _reviewers(volunteer, by=by, at=at):
        letters.write("placements/sheet_to_review", to=reader, at=at, opening=opening)
    return opening


def _open(volunteer: Volunteer, *, reason: Reason, words: str, by: Person, at: datetime) -> Opening:
    until_at = at + timedelta(minutes=SHEET_MINUTES.on(london_day(at)))
    facts = {"reason": reason, "words": words, "opened_at": at, "until_at": until_at}
    return Opening.objects.create(volunteer=volunteer, by=by, **facts)


def _reviewers(volunteer: Volunteer, *, by: Person, at: datetime) -> list[Person]:
    """The MVP Manager; while the post is free, or when they opened it themselves, the Central Team."""
    mvpm = people.mvpm_of(volunteer.borough, london_day(at))
    if mvpm and mvpm != by and not mvpm.stands_in:
        return [mvpm]
    return [
        each for each in people.holders(Appointment.Role.CENTRAL_TEAM, volunteer.borough, london_day(at)) if each != by
    ]


@transaction.atomic
def read_sheet(opening: Opening, *, what: str = "emergency sheet", by: Person, at: datetime) -> dict[str, Any]:
    """What stands on a sheet that is open; each look is written down."""
    audit.saw(what, of=opening, by=by, at=at, about=opening.volunteer.person)
    return selectors.sheet_of(opening.volunteer, london_day(at))


@transaction.atomic
def print_sheets(borough: Unit, *, by: Person, at: datetime) -> list[dict[str, Any]]:
    """The sheets of a borough, to be kept sealed for the day on which the computers are down; each is written down."""
    access.print_sheets.require(by, borough, london_day(at))
    found = selectors.volunteers_to_print(borough)
    for volunteer in found:
        audit.saw("printed emergency sheet", of=volunteer, by=by, at=at, about=volunteer.person)
    return [selectors.sheet_of(volunteer, london_day(at)) for volunteer in found]


@transaction.atomic
def review_opening(opening: Opening, *, by: Person, at: datetime) -> None:
    """Say that one has looked at why a sheet was opened from outside."""
    access.review_opening.require(by, opening, london_day(at))
    row = Opening.objects.select_for_update().get(pk=opening.pk)
    rules.check_to_review(is_outside=row.reason == Reason.OUTSIDE, is_reviewed=row.reviewed_at is not None)
    Opening.objects.filter(pk=opening.pk).update(reviewed_at=at, reviewed_by=by)
    audit.record("reviewed emergency sheet", of=opening, by=by, at=at, about=opening.volunteer.person)


@transaction.atomic
def ask_whether_right(*, at: datetime) -> int:
    """Ask, once a year, each volunteer who looked at whom to ring long ago whether it is still right (clause 109)."""
    day, asked = london_day(at), 0
    for person, due in people.contacts_due(day):
        since = at_london(due, time.min)
        if not Letter.objects.filter(template=STILL_RIGHT, recipient=person.reference, owed_at__gte=since).exists():
            letters.write(STILL_RIGHT, to=person, at=at)
            asked += 1
    return asked
