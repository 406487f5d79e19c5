"""Who signs for role training at a unit."""

from datetime import date

from timegiven.kernel.permission import permission
from timegiven.people import access as people_access
from timegiven.people.models import Appointment, Person
from timegiven.placements.models import Placement


@permission
def sign_training(person: Person, placement: Placement, day: date) -> bool:
    """Only the manager of the unit signs that a volunteer has learnt the role there."""
    return people_access.holds(person, Appointment.Role.UNIT_MANAGER, at=placement.unit, day=day)
