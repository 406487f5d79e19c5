"""Who may end a person's volunteering."""

from datetime import date

from timegiven.kernel.permission import permission
from timegiven.people.access import Role, holds
from timegiven.people.models import Person, Volunteer


@permission
def leave(person: Person, volunteer: Volunteer, day: date) -> bool:
    """A volunteer may leave at any time and need not say why; their MVP Manager can record it for them."""
    return person.pk == volunteer.person_id or holds(person, Role.MVPM, at=volunteer.borough, day=day)
