"""Who reports a session, who corrects it, and who reads what."""

from datetime import date

from timegiven.attendance.models import SessionReport
from timegiven.kernel.permission import permission
from timegiven.people import access as people_access
from timegiven.people.access import Role
from timegiven.people.models import Person
from timegiven.placements.models import Placement


def _is_mvpm(person: Person, placement: Placement, day: date) -> bool:
    return people_access.holds(person, Role.MVPM, at=placement.unit, day=day)


@permission
def report(person: Person, placement: Placement, day: date) -> bool:
    """Volunteers report their own sessions; their Borough MVP Manager may enter one for them."""
    return person == placement.volunteer.person or _is_mvpm(person, placement, day)


@permission
def key_in(person: Person, day: date) -> bool:
    """Borough MVP Managers key in reports that came on paper or by telephone."""
    return people_access.holds(person, Role.MVPM, at=None, day=day)


@permission
def correct(person: Person, report: SessionReport, day: date) -> bool:
    """A report is corrected by the volunteer whose time it is, or by the Borough MVP Manager."""
    return person == report.person or _is_mvpm(person, report.placement, day)


@permission
def read_words(person: Person, report: SessionReport, day: date) -> bool:
    """How it went is between the volunteer and the Borough MVP Manager; a unit sees times and tasks."""
    return person == report.person or _is_mvpm(person, report.placement, day)


@permission
def see_blank_form(person: Person, placement: Placement, day: date) -> bool:
    """The paper form may be printed by the volunteer, their unit's manager and the Borough MVP Manager."""
    return report(person, placement, day) or people_access.holds(person, Role.UNIT_MANAGER, at=placement.unit, day=day)
