"""Who welcomes a volunteer, and says that they have started."""

from datetime import date

from timegiven.kernel.permission import permission
from timegiven.people import access as people_access
from timegiven.people.models import Appointment, Person
from timegiven.placements.models import Placement

Role = Appointment.Role


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
