"""Who offers, agrees, welcomes, starts and ends; and who sees how much of a volunteer's record."""

from datetime import date

from timegiven.kernel.permission import permission
from timegiven.people import access as people_access
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.placements.models import Placement
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


@permission
def offer(person: Person, volunteer: Volunteer, day: date) -> bool:
    """Only the Borough MVP Manager offers a placement, to a volunteer of their own borough."""
    return people_access.holds(person, Role.MVPM, at=volunteer.borough, day=day)


@permission
def offer_at(person: Person, unit: Unit, day: date) -> bool:
    """The Borough MVP Manager offers placements at the units of their own borough."""
    return people_access.holds(person, Role.MVPM, at=unit, day=day)


@permission
def answer(person: Person, placement: Placement, day: date) -> bool:
    """The volunteer says yes or no; for one without e-mail the Borough MVP Manager notes what they said."""
    volunteer = placement.volunteer
    if person == volunteer.person:
        return True
    return not volunteer.person.email and people_access.holds(person, Role.MVPM, at=volunteer.borough, day=day)


@permission
def welcome(person: Person, placement: Placement, day: date) -> bool:
    """The unit manager and the volunteer go through the list of the first day together."""
    return person == placement.volunteer.person or people_access.holds(
        person, Role.UNIT_MANAGER, at=placement.unit, day=day
    )


@permission
def start(person: Person, placement: Placement, day: date) -> bool:
    """Only the manager of the unit says that a volunteer has started there."""
    return people_access.holds(person, Role.UNIT_MANAGER, at=placement.unit, day=day)


@permission
def end(person: Person, volunteer: Volunteer, day: date) -> bool:
    """A placement is ended by the volunteer or by the Borough MVP Manager, and no reason is asked."""
    return person == volunteer.person or people_access.holds(person, Role.MVPM, at=volunteer.borough, day=day)


@permission
def open_aware(person: Person, volunteer: Volunteer, day: date) -> bool:
    """Only the Borough MVP Manager arranges an AWARE account."""
    return people_access.holds(person, Role.MVPM, at=volunteer.borough, day=day)


@permission
def ask_task(person: Person, placement: Placement, day: date) -> bool:
    """Whoever is placed in a role, and the manager of the unit, may ask that a task be added to it."""
    is_there = person == placement.volunteer.person and placement.status in Placement.LIVE
    return is_there or people_access.holds(person, Role.UNIT_MANAGER, at=placement.unit, day=day)
