"""Who reads and writes what helps a volunteer, and what to do if they are unwell."""

from datetime import date

from timegiven.kernel.permission import permission
from timegiven.people import access as people_access
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.placements.models import HealthCard, Placement

Role = Appointment.Role


def _beside(person: Person, role: str, volunteer: Volunteer, day: date) -> bool:
    """Whether this person holds a role at a unit where the volunteer is placed."""
    if not people_access.holds(person, role, at=None, day=day):
        return False
    placed = Placement.objects.filter(volunteer=volunteer, status__in=Placement.LIVE).select_related("unit")
    return any(people_access.holds(person, role, at=each.unit, day=day) for each in placed)


@permission
def write_health(person: Person, volunteer: Volunteer, day: date) -> bool:
    """The volunteer says what helps and what to do; the Borough MVP Manager writes it for those who ask."""
    return person == volunteer.person or people_access.holds(person, Role.MVPM, at=volunteer.borough, day=day)


@permission
def see_what_helps(person: Person, volunteer: Volunteer, day: date) -> bool:
    """What helps is for the volunteer, their Borough MVP Manager and the managers of the units where they are."""
    return write_health(person, volunteer, day) or _beside(person, Role.UNIT_MANAGER, volunteer, day)


@permission
def see_what_to_do(person: Person, volunteer: Volunteer, day: date) -> bool:
    """What to do is also for the first aiders of those units, once the volunteer has agreed to it."""
    if see_what_helps(person, volunteer, day):
        return True
    agreed = HealthCard.objects.filter(volunteer=volunteer, for_first_aiders=True).exists()
    return agreed and _beside(person, Role.FIRST_AIDER, volunteer, day)


@permission
def note_occupational_health(person: Person, volunteer: Volunteer, day: date) -> bool:
    """Only the Borough MVP Manager asks Occupational Health, and notes when it answered: never what it said."""
    return people_access.holds(person, Role.MVPM, at=volunteer.borough, day=day)


@permission
def see_first_aid(person: Person, day: date) -> bool:
    """First aiders see for whom of their unit there is a card; unit managers and Borough MVP Managers do as well."""
    readers = (Role.FIRST_AIDER, Role.UNIT_MANAGER, Role.MVPM)
    return any(people_access.holds(person, role, at=None, day=day) for role in readers)
