"""Who may plan duties, answer offers and read a calendar."""

from datetime import date

from timegiven.kernel.permission import permission
from timegiven.people import access as people_access
from timegiven.people.access import Role
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.programme.models import Unit
from timegiven.rota.models import Duty, Incident, Offer, Pattern


def _runs(person: Person, unit: Unit, day: date) -> bool:
    return people_access.holds(person, Role.UNIT_MANAGER, at=unit, day=day) or people_access.holds(
        person, Role.MVPM, at=unit, day=day
    )


@permission
def see_rota(person: Person, day: date) -> bool:
    """Unit managers, Borough MVP Managers, the Central Team and auditors see the rota of their part of the force."""
    roles = (Role.UNIT_MANAGER, Role.MVPM, Role.CENTRAL_TEAM, Role.AUDITOR)
    return any(people_access.holds(person, role, at=None, day=day) for role in roles)


@permission
def create(person: Person, unit: Unit, day: date) -> bool:
    """A unit's manager plans duties for their own unit, and the Borough MVP Manager for the whole borough."""
    return _runs(person, unit, day)


@permission
def plan_anywhere(person: Person, day: date) -> bool:
    """Unit managers and Borough MVP Managers plan duties."""
    return any(people_access.holds(person, role, at=None, day=day) for role in (Role.UNIT_MANAGER, Role.MVPM))


@permission
def plan_force(person: Person, day: date) -> bool:
    """The Central Team asks the planner for the plans of many boroughs at once; each MVP Manager uses their own."""
    return people_access.holds(person, Role.CENTRAL_TEAM, at=None, day=day)


@permission
def offer(person: Person, duty: Duty, day: date) -> bool:
    """A duty is offered to people by the manager of its unit or by the Borough MVP Manager."""
    return _runs(person, duty.unit, day)


@permission
def cancel(person: Person, duty: Duty, day: date) -> bool:
    """A duty is called off by the manager of its unit or by the Borough MVP Manager."""
    return _runs(person, duty.unit, day)


@permission
def answer(person: Person, offer: Offer, day: date) -> bool:
    """Volunteers answer for themselves; their Borough MVP Manager may note an answer given by telephone or letter."""
    return person == offer.person or people_access.holds(person, Role.MVPM, at=offer.duty.unit, day=day)


@permission
def cannot_come(person: Person, offer: Offer, day: date) -> bool:
    """The volunteer says so; the unit or the Borough MVP Manager may note it when they, a relative or a friend ring."""
    return person == offer.person or _runs(person, offer.duty.unit, day)


@permission
def tell_mvpm(person: Person, offer: Offer, day: date) -> bool:
    """A unit's manager tells the Borough MVP Manager about one of its volunteers, and nobody else."""
    return people_access.holds(person, Role.UNIT_MANAGER, at=offer.duty.unit, day=day)


@permission
def release(person: Person, of: Person, borough: Unit, day: date) -> bool:
    """All of a volunteer's duties are given back by the volunteer, or by the Borough MVP Manager when they leave."""
    return person == of or people_access.holds(person, Role.MVPM, at=borough, day=day)


@permission
def change(person: Person, duty: Duty, day: date) -> bool:
    """A duty is changed and moved by the manager of its unit or by the Borough MVP Manager."""
    return _runs(person, duty.unit, day)


@permission
def publish(person: Person, duty: Duty, day: date) -> bool:
    """Drafts are published by the manager of the unit or by the Borough MVP Manager."""
    return _runs(person, duty.unit, day)


@permission
def change_pattern(person: Person, pattern: Pattern, day: date) -> bool:
    """A weekly pattern is laid out and ended by the manager of the unit or by the Borough MVP Manager."""
    return _runs(person, pattern.unit, day)


@permission
def sign_up(person: Person, duty: Duty, placement: Placement | None, day: date) -> bool:
    """Volunteers put their own names down for duties in the roles that they have begun."""
    return placement is not None and placement.volunteer.person == person and not duty.is_draft


@permission
def choose(person: Person, day: date) -> bool:
    """Volunteers choose duties for themselves and say what suits them."""
    return person.is_authenticated and person.is_volunteering


@permission
def keep_wishes(person: Person, of: Person, day: date) -> bool:
    """Volunteers say what suits them; their Borough MVP Manager may note it for those who tell us by telephone."""
    volunteer = getattr(of, "volunteer", None)
    return person == of or (
        volunteer is not None and people_access.holds(person, Role.MVPM, at=volunteer.borough, day=day)
    )


@permission
def see_person(person: Person, of: Person, day: date) -> bool:
    """A volunteer's weeks are for themselves, the units they are placed at, their MVP Manager and the Central Team."""
    if see_whole_person(person, of, day):
        return True
    placed = Placement.objects.filter(volunteer__person=of, status__in=Placement.LIVE).select_related("unit")
    return any(people_access.holds(person, Role.UNIT_MANAGER, at=each.unit, day=day) for each in placed)


@permission
def see_whole_person(person: Person, of: Person, day: date) -> bool:
    """All of a volunteer's weeks are for themselves, their Borough MVP Manager, the Central Team and auditors."""
    volunteer = getattr(of, "volunteer", None)
    overseers = (Role.MVPM, Role.CENTRAL_TEAM, Role.AUDITOR)
    return person == of or (
        volunteer is not None
        and any(people_access.holds(person, role, at=volunteer.borough, day=day) for role in overseers)
    )


def _commands(person: Person, unit: Unit, day: date) -> bool:
    return any(people_access.holds(person, role, at=unit, day=day) for role in (Role.MVPM, Role.CENTRAL_TEAM))


@permission
def see_incidents(person: Person, day: date) -> bool:
    """Borough MVP Managers, the Central Team and auditors see the boards of major incidents."""
    roles = (Role.MVPM, Role.CENTRAL_TEAM, Role.AUDITOR)
    return any(people_access.holds(person, role, at=None, day=day) for role in roles)


@permission
def open_anywhere(person: Person, day: date) -> bool:
    """Borough MVP Managers and the Central Team open the board of a major incident."""
    return any(people_access.holds(person, role, at=None, day=day) for role in (Role.MVPM, Role.CENTRAL_TEAM))


@permission
def open_incident(person: Person, area: Unit, day: date) -> bool:
    """A major incident's board is opened by the Borough MVP Manager of the place, or by the Central Team."""
    return _commands(person, area, day)


@permission
def call_out(person: Person, incident: Incident, unit: Unit, day: date) -> bool:
    """Volunteers are called out for a unit by its Borough MVP Manager or by the Central Team."""
    return unit.path.startswith(incident.area.path) and _commands(person, unit, day)


@permission
def stand_down(person: Person, incident: Incident, day: date) -> bool:
    """Whoever may open the board for the whole of its area may stand everybody down."""
    return _commands(person, incident.area, day)
