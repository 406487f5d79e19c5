"""Who may propose, write, assess, decide on and retire a role profile."""

from datetime import date

from timegiven.kernel.permission import permission
from timegiven.library import selectors
from timegiven.library.models import Paper, ProfileVersion, Remark
from timegiven.people import access as people_access
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person
from timegiven.programme.models import Unit

Role = Appointment.Role


@permission
def propose(person: Person, unit: Unit, day: date) -> bool:
    """A unit manager proposes roles for their own unit, and an MVP Manager for any unit of their borough."""
    return any(people_access.holds(person, role, at=unit, day=day) for role in (Role.UNIT_MANAGER, Role.MVPM))


@permission
def have_an_idea(person: Person, day: date) -> bool:
    """Unit managers and MVP Managers propose roles; anyone else may tell them their idea."""
    return any(people_access.holds(person, role, at=None, day=day) for role in (Role.UNIT_MANAGER, Role.MVPM))


@permission
def write(person: Person, version: ProfileVersion, day: date) -> bool:
    """Only the borough's MVP Manager writes a role profile, puts it to the Steering Group and begins a new version."""
    return people_access.holds(person, Role.MVPM, at=version.profile.unit, day=day)


@permission
def assess(person: Person, unit: Unit, day: date) -> bool:
    """Only the borough's own MVP Manager records a risk assessment for one of its units."""
    return people_access.holds(person, Role.MVPM, at=unit, day=day)


@permission
def report_change(person: Person, unit: Unit, day: date) -> bool:
    """The manager of a unit, or the borough's MVP Manager, reports a change of circumstances there."""
    return any(people_access.holds(person, role, at=unit, day=day) for role in (Role.UNIT_MANAGER, Role.MVPM))


@permission
def report_somewhere(person: Person, day: date) -> bool:
    """Unit managers and MVP Managers report changes of circumstances, each where they serve."""
    return any(people_access.holds(person, role, at=None, day=day) for role in (Role.UNIT_MANAGER, Role.MVPM))


@permission
def finish(person: Person, unit: Unit, day: date) -> bool:
    """The manager of the unit or the borough's MVP Manager marks an action of a risk assessment as done."""
    return any(people_access.holds(person, role, at=unit, day=day) for role in (Role.UNIT_MANAGER, Role.MVPM))


@permission
def assess_somewhere(person: Person, day: date) -> bool:
    """Only MVP Managers record risk assessments, each for the units of their borough."""
    return people_access.holds(person, Role.MVPM, at=None, day=day)


@permission
def decide(person: Person, version: ProfileVersion, day: date) -> bool:
    """Members of the Steering Group vote, each from their seat, and never on what they proposed or wrote themselves."""
    sits = people_access.holds(person, Role.STEERING_GROUP, at=version.profile.unit, day=day)
    return sits and not selectors.wrote_any_of(person, version)


@permission
def declare(person: Person, paper: Paper, day: date) -> bool:
    """The chair or their deputy declares a decision, and the next seat where they wrote the profile themselves."""
    return person.pk in selectors.in_the_chair(selectors.places(paper, day))


@permission
def discuss(person: Person, paper: Paper, day: date) -> bool:
    """Members of the Steering Group comment on a paper, ask and object."""
    return people_access.holds(person, Role.STEERING_GROUP, at=paper.version.profile.unit, day=day)


@permission
def reply(person: Person, paper: Paper, day: date) -> bool:
    """The borough's MVP Manager, the unit's manager and whoever proposed the role answer the Steering Group."""
    profile = paper.version.profile
    roles = (Role.MVPM, Role.UNIT_MANAGER)
    answers = any(people_access.holds(person, role, at=profile.unit, day=day) for role in roles)
    return answers or profile.proposed_by_id == person.pk


@permission
def withdraw(person: Person, remark: Remark, day: date) -> bool:
    """An objection is withdrawn by whoever raised it, or by who sits in that seat now."""
    seats = {held.seat_id for held in people.appointments(person, day) if held.seat_id}
    return remark.by_id == person.pk or remark.seat_id in seats


@permission
def convene(person: Person, day: date) -> bool:
    """The chair of the Steering Group, the chair's deputy and the Central Team call meetings and keep the agenda."""
    chairs = any(held.seat and held.seat.is_chair for held in people.appointments(person, day))
    return chairs or people_access.holds(person, Role.CENTRAL_TEAM, at=None, day=day)


@permission
def see_meetings(person: Person, day: date) -> bool:
    """The Steering Group, the Central Team and auditors read the agendas and minutes of its meetings."""
    roles = (Role.STEERING_GROUP, Role.CENTRAL_TEAM, Role.AUDITOR)
    return any(people_access.holds(person, role, at=None, day=day) for role in roles)


@permission
def meet_condition(person: Person, version: ProfileVersion, day: date) -> bool:
    """Only the borough's MVP Manager records that a condition of the Steering Group is met."""
    return people_access.holds(person, Role.MVPM, at=version.profile.unit, day=day)


@permission
def retire(person: Person, version: ProfileVersion, day: date) -> bool:
    """The borough's MVP Manager retires a role or puts a draft aside; the Central Team also what other boroughs do."""
    unit = version.profile.unit
    return any(people_access.holds(person, role, at=unit, day=day) for role in (Role.MVPM, Role.CENTRAL_TEAM))


@permission
def see_drafts(person: Person, day: date) -> bool:
    """Unit managers, MVP Managers, the Central Team and auditors see the drafts where they serve."""
    roles = (Role.UNIT_MANAGER, Role.MVPM, Role.CENTRAL_TEAM, Role.AUDITOR)
    return any(people_access.holds(person, role, at=None, day=day) for role in roles)


@permission
def see_agenda(person: Person, day: date) -> bool:
    """The Steering Group, the Central Team, MVP Managers and auditors see what is before the group."""
    roles = (Role.STEERING_GROUP, Role.CENTRAL_TEAM, Role.MVPM, Role.AUDITOR)
    return any(people_access.holds(person, role, at=None, day=day) for role in roles)


@permission
def see_reviews(person: Person, day: date) -> bool:
    """MVP Managers, unit managers and the Central Team see which risk assessments are due for review."""
    roles = (Role.MVPM, Role.UNIT_MANAGER, Role.CENTRAL_TEAM)
    return any(people_access.holds(person, role, at=None, day=day) for role in roles)


@permission
def see_names(person: Person, day: date) -> bool:
    """People with an appointment see who wrote and decided a role profile; others see what was decided and when."""
    return people_access.is_staff(person, day)


@permission
def ask(person: Person, unit: Unit, day: date) -> bool:
    """The manager of a unit that has the role, and its MVP Manager, may ask that a task be added to it."""
    return any(people_access.holds(person, role, at=unit, day=day) for role in (Role.UNIT_MANAGER, Role.MVPM))


@permission
def see_requests(person: Person, day: date) -> bool:
    """Unit managers, MVP Managers, the Central Team and auditors see which tasks were asked for where they serve."""
    roles = (Role.UNIT_MANAGER, Role.MVPM, Role.CENTRAL_TEAM, Role.AUDITOR)
    return any(people_access.holds(person, role, at=None, day=day) for role in roles)


@permission
def see_conditions(person: Person, day: date) -> bool:
    """MVP Managers, unit managers, the Steering Group, the Central Team and auditors see conditions of approvals."""
    roles = (Role.MVPM, Role.UNIT_MANAGER, Role.STEERING_GROUP, Role.CENTRAL_TEAM, Role.AUDITOR)
    return any(people_access.holds(person, role, at=None, day=day) for role in roles)


@permission
def see_flow(person: Person, version: ProfileVersion, day: date) -> bool:
    """Who works on a role where they serve, decides on it or audits it, sees how long each desk has had it."""
    everywhere = (Role.STEERING_GROUP, Role.CENTRAL_TEAM, Role.AUDITOR)
    roles = (*everywhere, Role.MVPM, Role.UNIT_MANAGER)
    unit = version.profile.unit
    serves = any(people_access.holds(person, role, at=unit, day=day) for role in roles)
    return serves or version.profile.proposed_by_id == person.pk
