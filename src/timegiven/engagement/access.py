"""Who takes a letter away, and who says thank you."""

from datetime import date

from timegiven.engagement.models import Milestone
from timegiven.kernel.permission import permission
from timegiven.people.access import Role, holds
from timegiven.people.models import Person, Volunteer


@permission
def write_letter(person: Person, volunteer: Volunteer, day: date) -> bool:
    """Volunteers make letters about their own time, also after leaving; the MVP Manager makes them for who asks."""
    return person.pk == volunteer.person_id or holds(person, Role.MVPM, at=volunteer.borough, day=day)


@permission
def withdraw_letter(person: Person, volunteer: Volunteer, day: date) -> bool:
    """Only the borough's MVP Manager withdraws a letter that was made in error, and never their own."""
    return person.pk != volunteer.person_id and holds(person, Role.MVPM, at=volunteer.borough, day=day)


@permission
def see_thanks(person: Person, day: date) -> bool:
    """Who is to be thanked is for the borough's MVP Manager: it is no list of the best."""
    return holds(person, Role.MVPM, at=None, day=day)


@permission
def thank(person: Person, milestone: Milestone, day: date) -> bool:
    """The borough's MVP Manager says thank you to the volunteer, and never to themselves."""
    volunteer = milestone.volunteer
    return person.pk != volunteer.person_id and holds(person, Role.MVPM, at=volunteer.borough, day=day)
