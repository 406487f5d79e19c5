"""Who may look at the time that somebody has given."""

from datetime import date

from timegiven.kernel.permission import permission
from timegiven.people import access as people_access
from timegiven.people.access import Role
from timegiven.people.models import Person, Volunteer


@permission
def see_month(viewer: Person, volunteer: Volunteer, day: date) -> bool:
    """Volunteers see their own months; their Borough MVP Manager, the Central Team and auditors see them too."""
    overseers = (Role.MVPM, Role.CENTRAL_TEAM, Role.AUDITOR)
    return viewer == volunteer.person or any(
        people_access.holds(viewer, role, at=volunteer.borough, day=day) for role in overseers
    )


@permission
def see_hope(viewer: Person, volunteer: Volunteer, day: date) -> bool:
    """What is hoped for in a fortnight is shown to the volunteer alone: nobody is measured by it."""
    return viewer == volunteer.person


@permission
def add_time(person: Person, volunteer: Volunteer, day: date) -> bool:
    """The Borough MVP Manager adds time at a meeting or with a supervisor, and takes it back; nobody for themselves."""
    return person != volunteer.person and people_access.holds(person, Role.MVPM, at=volunteer.borough, day=day)


@permission
def see_totals(viewer: Person, day: date) -> bool:
    """Borough MVP Managers, the Central Team and auditors see what the time given adds up to."""
    return any(
        people_access.holds(viewer, role, at=None, day=day) for role in (Role.MVPM, Role.CENTRAL_TEAM, Role.AUDITOR)
    )


@permission
def close(person: Person, day: date) -> bool:
    """Only the Central Team closes a month, and only when the last reports have had their time."""
    return people_access.holds(person, Role.CENTRAL_TEAM, at=None, day=day)


@permission
def sign_for(person: Person, volunteer: Volunteer, day: date) -> bool:
    """Only the Central Team signs for a longer month, and nobody for their own."""
    return person != volunteer.person and people_access.holds(person, Role.CENTRAL_TEAM, at=volunteer.borough, day=day)
