"""Who may see the programme's totals and its register."""

from datetime import date

from timegiven.kernel.permission import permission
from timegiven.people.access import Role, holds
from timegiven.people.models import Person


@permission
def see_overview(person: Person, day: date) -> bool:
    """Anyone appointed to the programme's staff may see its totals, in which nobody can be picked out."""
    return any(holds(person, role, at=None, day=day) for role in Role.values)


@permission
def see_value(person: Person, day: date) -> bool:
    """What time given is compared with is for the Central Team alone, and never shown to a volunteer."""
    return holds(person, Role.CENTRAL_TEAM, at=None, day=day)


@permission
def see_register(person: Person, day: date) -> bool:
    """Auditors and the Central Team read the register of role profiles on any day, in which nobody is named."""
    return any(holds(person, role, at=None, day=day) for role in (Role.AUDITOR, Role.CENTRAL_TEAM))
