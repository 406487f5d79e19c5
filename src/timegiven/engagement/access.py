"""Who takes a letter away, who says thank you, and who invites whom to a meeting."""

from datetime import date

from timegiven.engagement.models import Invitation, Milestone
from timegiven.kernel.permission import permission
from timegiven.people.access import Role, holds, runs_or_stands_in
from timegiven.people.models import Person, Volunteer
from timegiven.programme.models import Unit


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
    """Who is to be thanked is for the borough's MVP Manager, or the Central Team while there is none: it is no list of
    the best."""
    return any(holds(person, role, at=None, day=day) for role in (Role.MVPM, Role.CENTRAL_TEAM))


@permission
def thank(person: Person, milestone: Milestone, day: date) -> bool:
    """The borough's MVP Manager says thank you to the volunteer, and never to themselves.
    Where there is no other MVP Manager, the Central Team does."""
    volunteer = milestone.volunteer
    runs = runs_or_stands_in(person, volunteer.borough, day, besides=volunteer.person)
    return person.pk != volunteer.person_id and runs


@permission
def see_meetings(person: Person, day: date) -> bool:
    """Volunteers see the meetings to which they were invited; MVP Managers and the Central Team those that they run."""
    runs = any(holds(person, role, at=None, day=day) for role in (Role.MVPM, Role.CENTRAL_TEAM))
    return runs or getattr(person, "volunteer", None) is not None


@permission
def arrange_any_meeting(person: Person, day: date) -> bool:
    """Borough MVP Managers invite their volunteers to meetings."""
    return holds(person, Role.MVPM, at=None, day=day)


@permission
def arrange_meeting(person: Person, borough: Unit, day: date) -> bool:
    """A borough's volunteers are invited to a meeting by their own MVP Manager, who writes down who came."""
    return holds(person, Role.MVPM, at=borough, day=day)


@permission
def answer_meeting(person: Person, invitation: Invitation, day: date) -> bool:
    """Whoever was invited says whether they hope to come, and nobody for them."""
    return person.pk == invitation.volunteer.person_id


@permission
def see_ideas(person: Person, day: date) -> bool:
    """Volunteers see what became of their ideas, and without names of those of others; so does their MVP Manager."""
    return holds(person, Role.MVPM, at=None, day=day) or getattr(person, "volunteer", None) is not None


@permission
def say_recruitment(person: Person, volunteer: Volunteer, day: date) -> bool:
    """Volunteers say whether to hear of recruitment, or the Central Team for who tells it by post or telephone."""
    return person.pk == volunteer.person_id or holds(person, Role.CENTRAL_TEAM, at=None, day=day)


@permission
def write_recruitment(person: Person, day: date) -> bool:
    """Only the Central Team writes to those who asked to hear when the force recruits officers or staff."""
    return holds(person, Role.CENTRAL_TEAM, at=None, day=day)
