"""Who may see the programme's totals and its register, and who writes and reads its reports to committees."""

from datetime import date
from typing import Any

from timegiven.kernel.permission import permission
from timegiven.people.access import Role, holds
from timegiven.people.models import Person


@permission
def see_overview(person: Person, day: date) -> bool:
    """Anyone appointed to the programme's staff may see its totals, in which nobody can be picked out."""
    return any(holds(person, role, at=None, day=day) for role in Role.values)


@permission
def see_value(person: Person, day: date) -> bool:
    """What time given is compared with is for the Central Team, who alone may put it into a report to a committee."""
    return holds(person, Role.CENTRAL_TEAM, at=None, day=day)


@permission
def see_register(person: Person, day: date) -> bool:
    """Auditors and the Central Team read the register of role profiles on any day, in which nobody is named."""
    return any(holds(person, role, at=None, day=day) for role in (Role.AUDITOR, Role.CENTRAL_TEAM))


@permission
def write_report(person: Any, day: date) -> bool:
    """Only the Central Team writes, finishes, corrects and publishes reports to a committee."""
    return holds(person, Role.CENTRAL_TEAM, at=None, day=day)


@permission
def see_every_report(person: Any, day: date) -> bool:
    """The Central Team and auditors read every report to a committee; what is published is for everybody."""
    return any(holds(person, role, at=None, day=day) for role in (Role.AUDITOR, Role.CENTRAL_TEAM))


@permission
def see_assessments(person: Person, day: date) -> bool:
    """The Central Team and auditors read the equality impact assessments."""
    return any(holds(person, role, at=None, day=day) for role in (Role.AUDITOR, Role.CENTRAL_TEAM))


@permission
def assess_equality(person: Person, day: date) -> bool:
    """Only the Central Team writes down an equality impact assessment."""
    return holds(person, Role.CENTRAL_TEAM, at=None, day=day)
