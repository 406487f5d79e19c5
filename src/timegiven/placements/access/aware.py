"""Who arranges an AWARE account."""

from datetime import date

from timegiven.kernel.permission import permission
from timegiven.people import access as people_access
from timegiven.people.models import Appointment, Person, Volunteer

Role = Appointment.Role


@permission
def open_aware(person: Person, volunteer: Volunteer, day: date) -> bool:
    """Only the Borough MVP Manager arranges an AWARE account."""
    return people_access.holds(person, Role.MVPM, at=volunteer.borough, day=day)
