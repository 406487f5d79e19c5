"""Who reports a session, who corrects it, and who reads what."""

from datetime import date

from timegiven.attendance.models import Import, SessionReport
from timegiven.kernel.permission import permission
from timegiven.people import access as people_access
from timegiven.people.access import Role
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.programme.models import Unit


def _is_mvpm(person: Person, placement: Placement, day: date) -> bool:
    about = placement.volunteer.person
    return people_access.runs_or_stands_in(person, placement.unit, day, besides=about)


@permission
def report(person: Person, placement: Placement, day: date) -> bool:
    """Volunteers report their own sessions; their Borough MVP Manager, or the Central Team while there is none, may
    enter one for them."""
    return person == placement.volunteer.person or _is_mvpm(person, placement, day)


@permission
def key_in(person: Person, day: date) -> bool:
    """Borough MVP Managers key in reports that came on paper or by telephone."""
    return people_access.holds(person, Role.MVPM, at=None, day=day)


@permission
def correct(person: Person, report: SessionReport, day: date) -> bool:
    """A report is corrected by the volunteer whose time it is, or by the Borough MVP Manager, or the Central Team while
    there is none."""
    return person == report.person or _is_mvpm(person, report.placement, day)


@permission
def read_words(person: Person, report: SessionReport, day: date) -> bool:
    """How it went is between the volunteer and the Borough MVP Manager, or the Central Team while there is none; a unit
    sees times and tasks."""
    return person == report.person or _is_mvpm(person, report.placement, day)


@permission
def see_paper(person: Person, placement: Placement, day: date) -> bool:
    """The paper form may be printed by the volunteer, their unit's manager and the Borough MVP Manager."""
    return report(person, placement, day) or people_access.holds(person, Role.UNIT_MANAGER, at=placement.unit, day=day)


@permission
def key_in_for(person: Person, placement: Placement, day: date) -> bool:
    """Only the Borough MVP Manager decides on a report that came late; the Central Team while there is none."""
    return _is_mvpm(person, placement, day)


@permission
def look_into(person: Person, report: SessionReport, day: date) -> bool:
    """What volunteers write beside their sessions is for the Borough MVP Manager, and nobody answers their own: where
    there is no other, the Central Team does."""
    return person != report.person and _is_mvpm(person, report.placement, day)


@permission
def confirm(person: Person, report: SessionReport, day: date) -> bool:
    """A session is confirmed by the unit's manager or the Borough MVP Manager, never by whoever gave the time."""
    runs = _is_mvpm(person, report.placement, day)
    return person != report.person and (
        runs or people_access.holds(person, Role.UNIT_MANAGER, at=report.placement.unit, day=day)
    )


@permission
def see_monday(person: Person, day: date) -> bool:
    """Borough MVP Managers see what waits for them about sessions, the Central Team what waits where there is none."""
    return any(people_access.holds(person, role, at=None, day=day) for role in (Role.MVPM, Role.CENTRAL_TEAM))


def _runs(person: Person, unit: Unit, day: date) -> bool:
    return any(people_access.holds(person, role, at=unit, day=day) for role in (Role.UNIT_MANAGER, Role.MVPM))


@permission
def check_in(person: Person, placement: Placement, day: date) -> bool:
    """Volunteers say themselves that they have come or are leaving; their unit or MVP Manager may for them."""
    return person == placement.volunteer.person or _runs(person, placement.unit, day)


@permission
def run_unit(person: Person, unit: Unit, day: date) -> bool:
    """The unit's manager and the Borough MVP Manager write down who comes, and look after the unit's tablet."""
    return _runs(person, unit, day)


@permission
def see_register(person: Person, unit: Unit, day: date) -> bool:
    """The register of a unit is read by its manager, the Borough MVP Manager, the Central Team and auditors."""
    overseers = (Role.CENTRAL_TEAM, Role.AUDITOR)
    return _runs(person, unit, day) or any(people_access.holds(person, role, at=unit, day=day) for role in overseers)


@permission
def see_to_confirm(person: Person, day: date) -> bool:
    """Unit managers and Borough MVP Managers look at the sessions that are to be confirmed."""
    return any(people_access.holds(person, role, at=None, day=day) for role in (Role.UNIT_MANAGER, Role.MVPM))


@permission
def run_import(person: Person, made: Import, day: date) -> bool:
    """Whoever looked at a sheet enters it, while they are a Borough MVP Manager."""
    return person == made.by and people_access.holds(person, Role.MVPM, at=None, day=day)
