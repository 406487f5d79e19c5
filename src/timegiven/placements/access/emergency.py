"""Who opens whom to ring, in the ordinary way and in an emergency; and who looks at it afterwards."""

from datetime import date

from timegiven.kernel.permission import permission
from timegiven.people import access as people_access
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.placements.models import Opening
from timegiven.programme.models import Unit

Role = Appointment.Role
RINGING = (Role.MVPM, Role.HR, Role.CONTROL_ROOM)


@permission
def find_sheet(person: Person, day: date) -> bool:
    """Everybody with an appointment may look for an emergency sheet."""
    return people_access.is_staff(person, day)


@permission
def open_sheet(person: Person, volunteer: Volunteer, day: date) -> bool:
    """The control room, Human Resources and the Borough MVP Manager open the emergency sheets of their volunteers."""
    return any(people_access.holds(person, role, at=volunteer.borough, day=day) for role in RINGING)


@permission
def break_glass(person: Person, volunteer: Volunteer, day: date) -> bool:
    """In an emergency anybody with an appointment opens the sheet of any volunteer, says why, and is asked about it."""
    return people_access.is_staff(person, day) and person != volunteer.person


@permission
def print_sheets(person: Person, borough: Unit, day: date) -> bool:
    """The control room, Human Resources and the Borough MVP Manager print the sheets of a borough to keep sealed."""
    return any(people_access.holds(person, role, at=borough, day=day) for role in RINGING)


@permission
def see_openings(person: Person, day: date) -> bool:
    """Borough MVP Managers, the Central Team and auditors see which sheets were opened from outside."""
    return any(
        people_access.holds(person, role, at=None, day=day) for role in (Role.MVPM, Role.CENTRAL_TEAM, Role.AUDITOR)
    )


@permission
def review_opening(person: Person, opening: Opening, day: date) -> bool:
    """The volunteer's MVP Manager or the Central Team looks at each opening from outside, never at their own."""
    roles = (Role.MVPM, Role.CENTRAL_TEAM)
    holds = any(people_access.holds(person, role, at=opening.volunteer.borough, day=day) for role in roles)
    return holds and person != opening.by
