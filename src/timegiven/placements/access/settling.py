"""Who is asked how the first weeks went, and who reads the answers."""

from datetime import date

from timegiven.kernel.permission import permission
from timegiven.people import access as people_access
from timegiven.people.models import Appointment, Person
from timegiven.placements.models import Settling

Role = Appointment.Role


@permission
def answer_settling(person: Person, settling: Settling, day: date) -> bool:
    """The volunteer says how it goes; for one without e-mail the Borough MVP Manager notes what they said."""
    volunteer = settling.placement.volunteer
    if person == volunteer.person:
        return True
    return not volunteer.person.email and people_access.holds(person, Role.MVPM, at=volunteer.borough, day=day)


@permission
def answer_for_unit(person: Person, settling: Settling, day: date) -> bool:
    """The manager of the unit says what the unit or the volunteer needs."""
    return people_access.holds(person, Role.UNIT_MANAGER, at=settling.placement.unit, day=day)


@permission
def read_settling(person: Person, settling: Settling, day: date) -> bool:
    """Both answers are for the Borough MVP Manager, or the Central Team while there is none, and for nobody else."""
    volunteer = settling.placement.volunteer
    runs = people_access.runs_or_stands_in(person, volunteer.borough, day, besides=volunteer.person)
    return person != volunteer.person and runs
