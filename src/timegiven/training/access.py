"""Who records training, and who may agree to more than a role needs."""

from datetime import date

from timegiven.kernel.permission import permission
from timegiven.people import access as people_access
from timegiven.people.models import Appointment, Person
from timegiven.programme.models import Unit

Role = Appointment.Role


@permission
def record(person: Person, borough: Unit, day: date) -> bool:
    """The Borough MVP Manager and the training unit of the borough record training that volunteers have done."""
    return any(people_access.holds(person, role, at=borough, day=day) for role in (Role.MVPM, Role.TRAINING))


@permission
def record_somewhere(person: Person, day: date) -> bool:
    """Borough MVP Managers and training units record training."""
    return any(people_access.holds(person, role, at=None, day=day) for role in (Role.MVPM, Role.TRAINING))


@permission
def agree_beyond_role(person: Person, borough: Unit, day: date) -> bool:
    """Only the Borough MVP Manager may agree to training that a role does not need."""
    return people_access.holds(person, Role.MVPM, at=borough, day=day)


@permission
def name_courses(person: Person, unit: Unit, day: date) -> bool:
    """The Borough MVP Manager says which courses of its own a role needs."""
    return people_access.holds(person, Role.MVPM, at=unit, day=day)


@permission
def see_expiring(person: Person, day: date) -> bool:
    """Borough MVP Managers, training units and the Central Team see whose training runs out."""
    return record_somewhere(person, day) or people_access.holds(person, Role.CENTRAL_TEAM, at=None, day=day)
