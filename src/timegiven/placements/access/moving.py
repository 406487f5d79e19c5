"""Who offers a move or a loan, notes a break, and agrees days and times."""

from datetime import date

from timegiven.kernel.permission import permission
from timegiven.people import access as people_access
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.placements import selectors
from timegiven.placements.models import Placement

Role = Appointment.Role


@permission
def move(person: Person, volunteer: Volunteer, day: date) -> bool:
    """The volunteer's own Borough MVP Manager offers a move, or a loan for an event, to any unit of the force."""
    return people_access.holds(person, Role.MVPM, at=volunteer.borough, day=day)


@permission
def pause(person: Person, volunteer: Volunteer, day: date) -> bool:
    """The volunteer says when they take a break and when they are back, or their Borough MVP Manager notes it."""
    return person == volunteer.person or people_access.holds(person, Role.MVPM, at=volunteer.borough, day=day)


@permission
def agree_pattern(person: Person, placement: Placement, day: date) -> bool:
    """Days and times are agreed by the volunteer, the unit manager and the Borough MVP Manager together."""
    return bool(selectors.sides_of(person, placement, day))


@permission
def see_fits(person: Person, day: date) -> bool:
    """Only Borough MVP Managers look for volunteers who fit a role."""
    return people_access.holds(person, Role.MVPM, at=None, day=day)
