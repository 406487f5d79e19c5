"""Who says what about own cars, and who looks at papers."""

from datetime import date

from timegiven.kernel.permission import permission
from timegiven.people import access as people_access
from timegiven.people.models import Appointment, Person, Volunteer

Role = Appointment.Role


@permission
def say_vehicle(person: Person, volunteer: Volunteer, day: date) -> bool:
    """The volunteer says what their insurer knows; the Borough MVP Manager notes it for those who ask."""
    return person == volunteer.person or people_access.holds(person, Role.MVPM, at=volunteer.borough, day=day)


@permission
def see_vehicle_paper(person: Person, volunteer: Volunteer, day: date) -> bool:
    """Only the Borough MVP Manager notes that a licence or an insurance paper was seen, and never their own."""
    return person != volunteer.person and people_access.holds(person, Role.MVPM, at=volunteer.borough, day=day)
