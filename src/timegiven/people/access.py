"""Who holds which role where; who may see and change a person's record."""

from datetime import date, datetime
from typing import Any

from timegiven.kernel.permission import permission
from timegiven.kernel.time import london_day
from timegiven.people import selectors
from timegiven.people.models import Appointment, Person
from timegiven.programme.models import Unit

Role = Appointment.Role


def holds(person: Any, role: str, *, at: Unit | None, day: date) -> bool:
    """Whether the person holds this role over the unit (``at=None``: anywhere) on a day, or stands in there."""
    return bool(person.is_authenticated and person.holds(role, at=at, day=day))


def runs_or_stands_in(person: Any, unit: Unit, day: date, *, besides: Person) -> bool:
    """Whether the person is the MVP Manager at a unit; the Central Team stands in where nobody ``besides`` one is."""
    if holds(person, Role.MVPM, at=unit, day=day):
        return True
    if not holds(person, Role.CENTRAL_TEAM, at=unit, day=day):
        return False
    return not selectors.holders(Role.MVPM, unit, day).exclude(pk=besides.pk).exists()


def is_staff(person: Any, day: date) -> bool:
    """Whether the person holds any appointment."""
    return bool(selectors.appointments(person, day))


@permission
def change_contact(viewer: Person, person: Person, day: date) -> bool:
    """Everyone keeps their own details; the Borough MVP Manager does it for those who ask."""
    if viewer == person:
        return True
    volunteer = selectors.volunteer_of(person)
    return holds(viewer, Role.MVPM, at=volunteer.borough if volunteer else None, day=day)


@permission
def let_in_anew(viewer: Person, person: Person, day: date) -> bool:
    """The Central Team helps whoever lost their second step for signing in; a volunteer without a post is helped by
    their Borough MVP Manager too. Nobody does it for themselves."""
    if viewer == person:
        return False
    if holds(viewer, Role.CENTRAL_TEAM, at=None, day=day):
        return True
    volunteer = selectors.volunteer_of(person)
    is_theirs = volunteer is not None and holds(viewer, Role.MVPM, at=volunteer.borough, day=day)
    return is_theirs and not selectors.has_post(person, day)


@permission
def post_letters(person: Person, day: date) -> bool:
    """Borough MVP Managers post the letters to their volunteers and applicants, the Central Team all others."""
    return any(holds(person, role, at=None, day=day) for role in (Role.MVPM, Role.CENTRAL_TEAM))


@permission
def see_trail(person: Person, day: date) -> bool:
    """Only auditors and the Central Team read the audit trail."""
    return any(holds(person, role, at=None, day=day) for role in (Role.AUDITOR, Role.CENTRAL_TEAM))


@permission
def see_appointments(person: Person, day: date) -> bool:
    """Only the Central Team sees the list of appointments."""
    return holds(person, Role.CENTRAL_TEAM, at=None, day=day)


@permission
def enrol(person: Person, about: Person, borough: Unit, day: date) -> bool:
    """Only the borough's own MVP Manager takes somebody on there; its only manager is taken on by the Central Team."""
    return person != about and runs_or_stands_in(person, borough, day, besides=about)


@permission
def appoint(person: Person, unit: Unit, day: date) -> bool:
    """Only the Central Team gives and ends appointments."""
    return holds(person, Role.CENTRAL_TEAM, at=unit, day=day)


@permission
def keep_seats(person: Person, day: date) -> bool:
    """Only the Central Team adds and ends the seats of the Steering Group."""
    return holds(person, Role.CENTRAL_TEAM, at=None, day=day)


def day_of(at: datetime) -> date:
    """The London day on which something is done."""
    return london_day(at)
