"""Who lends kit, and sees what is still out."""

from datetime import date

from timegiven.kernel.permission import permission
from timegiven.people import access as people_access
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.placements.models import Kit
from timegiven.programme.models import Unit

Role = Appointment.Role


@permission
def lend_kit(person: Person, unit: Unit, day: date) -> bool:
    """The manager of a unit lends the unit's kit; the Borough MVP Manager may do it for them."""
    return any(people_access.holds(person, role, at=unit, day=day) for role in (Role.UNIT_MANAGER, Role.MVPM))


@permission
def take_back_kit(person: Person, kit: Kit, day: date) -> bool:
    """Kit comes back to the manager of the unit that lent it, or to the Borough MVP Manager."""
    return lend_kit(person, kit.unit, day)


@permission
def see_kit(person: Person, volunteer: Volunteer, day: date) -> bool:
    """The volunteer sees what they have; so do the Borough MVP Manager and the managers who may lend to them."""
    if person == volunteer.person or people_access.holds(person, Role.MVPM, at=volunteer.borough, day=day):
        return True
    return people_access.holds(person, Role.UNIT_MANAGER, at=None, day=day)


@permission
def see_kit_out(person: Person, day: date) -> bool:
    """Unit managers and Borough MVP Managers see what is still out."""
    return any(people_access.holds(person, role, at=None, day=day) for role in (Role.UNIT_MANAGER, Role.MVPM))
