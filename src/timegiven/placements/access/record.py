"""Who sees how much of a volunteer's record, and which lists."""

from datetime import date

from timegiven.kernel.permission import permission
from timegiven.people import access as people_access
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.programme.models import Unit

Role = Appointment.Role


def _holds_any(person: Person, roles: tuple[str, ...], at: Unit | None, day: date) -> bool:
    return any(people_access.holds(person, role, at=at, day=day) for role in roles)


@permission
def see_list(person: Person, day: date) -> bool:
    """Borough MVP Managers see the volunteers of their borough; the Central Team and auditors see all."""
    return _holds_any(person, (Role.MVPM, Role.CENTRAL_TEAM, Role.AUDITOR), None, day)


@permission
def see_record(person: Person, volunteer: Volunteer, day: date) -> bool:
    """The whole record is for the volunteer, their Borough MVP Manager, the Central Team and auditors."""
    overseers = (Role.MVPM, Role.CENTRAL_TEAM, Role.AUDITOR)
    return person == volunteer.person or _holds_any(person, overseers, volunteer.borough, day)


@permission
def see_address(person: Person, volunteer: Volunteer, day: date) -> bool:
    """Address and date of birth are for the volunteer, their Borough MVP Manager and the Central Team."""
    return person == volunteer.person or _holds_any(person, (Role.MVPM, Role.CENTRAL_TEAM), volunteer.borough, day)


@permission
def see_unit(person: Person, day: date) -> bool:
    """A unit manager sees the volunteers of their own unit."""
    return people_access.holds(person, Role.UNIT_MANAGER, at=None, day=day)
