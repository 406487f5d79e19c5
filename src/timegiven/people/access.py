"""Who holds which role where; who may see and change a person's record."""

from datetime import date, datetime
from typing import Any

from timegiven.kernel.permission import permission
from timegiven.kernel.time import london_day
from timegiven.people import selectors
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.programme.models import Unit

Role = Appointment.Role


def holds(person: Any, role: str, *, at: Unit | None, day: date) -> bool:
    """Whether the person holds this role over the unit (``at=None``: anywhere) on a day."""
    return bool(person.is_authenticated and person.holds(role, at=at, day=day))


def is_staff(person: Any, day: date) -> bool:
    """Whether the person holds any appointment."""
    return bool(selectors.appointments(person, day))


@permission
def see_contacts(viewer: Person, volunteer: Volunteer, day: date) -> bool:
    """The volunteer, their Borough MVP Manager, Human Resources and the control room may look up whom to ring in an emergency."""
    return viewer == volunteer.person or any(
        holds(viewer, role, at=volunteer.borough, day=day) for role in (Role.MVPM, Role.HR, Role.CONTROL_ROOM)
    )


@permission
def run_borough(person: Person, borough: Unit, day: date) -> bool:
    """Only the borough's own MVP Manager runs volunteering there."""
    return holds(person, Role.MVPM, at=borough, day=day)


@permission
def appoint(person: Person, unit: Unit, day: date) -> bool:
    """Only the Central Team gives and ends appointments."""
    return holds(person, Role.CENTRAL_TEAM, at=unit, day=day)


def day_of(at: datetime) -> date:
    """The London day on which something is done."""
    return london_day(at)
