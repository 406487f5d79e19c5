"""Who offers, agrees, and ends."""

from datetime import date

from timegiven.kernel.permission import permission
from timegiven.people import access as people_access
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.placements.models import Placement
from timegiven.programme.models import Unit

Role = Appointment.Role


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
def end(person: Person, volunteer: Volunteer, day: date) -> bool:
    """A placement is ended by the volunteer or by the Borough MVP Manager, and no reason is asked."""
    return person == volunteer.person or people_access.holds(person, Role.MVPM, at=volunteer.borough, day=day)


@permission
def ask_task(person: Person, placement: Placement, day: date) -> bool:
    """Whoever is placed in a role, and the manager of the unit, may ask that a task be added to it."""
    is_there = person == placement.volunteer.person and placement.status in Placement.LIVE
    return is_there or people_access.holds(person, Role.UNIT_MANAGER, at=placement.unit, day=day)
