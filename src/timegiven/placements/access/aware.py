"""Who arranges, hands over and acknowledges accounts on AWARE."""

from datetime import date

from timegiven.kernel.permission import permission
from timegiven.people import access as people_access
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.placements.models import AwareAccount, Placement

Role = Appointment.Role


@permission
def arrange_aware(person: Person, volunteer: Volunteer, day: date) -> bool:
    """Only the Borough MVP Manager arranges an AWARE account."""
    return people_access.holds(person, Role.MVPM, at=volunteer.borough, day=day)


@permission
def hand_over_aware(person: Person, volunteer: Volunteer, day: date) -> bool:
    """The Borough MVP Manager, or the manager of a unit where the volunteer is placed, hands over the log-in."""
    if people_access.holds(person, Role.MVPM, at=volunteer.borough, day=day):
        return True
    placed = Placement.objects.filter(volunteer=volunteer, status__in=Placement.LIVE).select_related("unit")
    return any(people_access.holds(person, Role.UNIT_MANAGER, at=each.unit, day=day) for each in placed)


@permission
def see_aware(person: Person, volunteer: Volunteer, day: date) -> bool:
    """The volunteer and those who arrange or hand over the log-in see how far it is."""
    return person == volunteer.person or hand_over_aware(person, volunteer, day)


@permission
def see_accounts(person: Person, day: date) -> bool:
    """Borough MVP Managers and unit managers see how far the log-ins of their volunteers are."""
    return any(people_access.holds(person, role, at=None, day=day) for role in (Role.MVPM, Role.UNIT_MANAGER))


@permission
def answer_for_aware(person: Person, account: AwareAccount, day: date) -> bool:
    """The volunteer says that they know how e-mail is used; for one without e-mail whoever hands over says so."""
    if person == account.person:
        return True
    return not account.person.email and hand_over_aware(person, account.person.volunteer, day)
