"""Who records training, and who may agree to more than a role needs."""

from datetime import date

from timegiven.kernel.permission import permission
from timegiven.people import access as people_access
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.programme.models import Unit
from timegiven.training.models import Booking, Completion

Role = Appointment.Role


@permission
def record(person: Person, borough: Unit, day: date) -> bool:
    """The Borough MVP Manager and the training unit of the borough record training that volunteers have done."""
    return any(people_access.holds(person, role, at=borough, day=day) for role in (Role.MVPM, Role.TRAINING))


@permission
def take_off(person: Person, completion: Completion, day: date) -> bool:
    """The Borough MVP Manager and the training unit take off what was recorded by mistake, and never their own."""
    about = completion.person
    if person == about or not hasattr(about, "volunteer"):
        return False
    borough = about.volunteer.borough
    is_trainer = people_access.holds(person, Role.TRAINING, at=borough, day=day)
    return is_trainer or people_access.runs_or_stands_in(person, borough, day, besides=about)


@permission
def record_somewhere(person: Person, day: date) -> bool:
    """Borough MVP Managers and training units record training."""
    return any(people_access.holds(person, role, at=None, day=day) for role in (Role.MVPM, Role.TRAINING))


@permission
def record_late(person: Person, borough: Unit, day: date) -> bool:
    """Only the Borough MVP Manager records training in a month that has been closed."""
    return people_access.holds(person, Role.MVPM, at=borough, day=day)


@permission
def name_courses(person: Person, unit: Unit, day: date) -> bool:
    """The Borough MVP Manager says which courses of its own a role needs."""
    return people_access.holds(person, Role.MVPM, at=unit, day=day)


@permission
def see_expiring(person: Person, day: date) -> bool:
    """Borough MVP Managers, training units and the Central Team see whose training runs out."""
    return record_somewhere(person, day) or people_access.holds(person, Role.CENTRAL_TEAM, at=None, day=day)


@permission
def keep_courses(person: Person, day: date) -> bool:
    """Training units and the Central Team keep the list of courses."""
    return any(people_access.holds(person, role, at=None, day=day) for role in (Role.TRAINING, Role.CENTRAL_TEAM))


@permission
def mark_courses(person: Person, day: date) -> bool:
    """Only the Central Team says that everybody, or every role of a kind, needs a course."""
    return people_access.holds(person, Role.CENTRAL_TEAM, at=None, day=day)


@permission
def see_sessions(person: Person, day: date) -> bool:
    """Training units, Borough MVP Managers, the Central Team and auditors see the training sessions."""
    readers = (Role.TRAINING, Role.MVPM, Role.CENTRAL_TEAM, Role.AUDITOR)
    return any(people_access.holds(person, role, at=None, day=day) for role in readers)


@permission
def set_up_sessions(person: Person, day: date) -> bool:
    """Training units and Borough MVP Managers set up training sessions."""
    return record_somewhere(person, day)


@permission
def keep_session(person: Person, unit: Unit, day: date) -> bool:
    """The training unit and the Borough MVP Manager of the place look after its sessions and their registers."""
    return any(people_access.holds(person, role, at=unit, day=day) for role in (Role.TRAINING, Role.MVPM))


@permission
def book_for(person: Person, volunteer: Volunteer, day: date) -> bool:
    """Volunteers book their own places; their Borough MVP Manager or training unit does it for those who ask."""
    return person == volunteer.person or record(person, volunteer.borough, day)


@permission
def give_back(person: Person, booking: Booking, day: date) -> bool:
    """A place is given back by the volunteer, or for them by whoever looks after the session or their training."""
    return book_for(person, booking.volunteer, day) or keep_session(person, booking.session.unit, day)


@permission
def decide_request(person: Person, volunteer: Volunteer, day: date) -> bool:
    """Only the Borough MVP Manager agrees to a course beyond the role, and never to one of their own."""
    about = volunteer.person
    return person != about and people_access.runs_or_stands_in(person, volunteer.borough, day, besides=about)


@permission
def see_requests(person: Person, day: date) -> bool:
    """Borough MVP Managers, training units, the Central Team and auditors see which courses were asked for."""
    return see_sessions(person, day)


@permission
def see_unit_training(person: Person, day: date) -> bool:
    """Unit managers, and those who look after training or oversee it, see how units train volunteers."""
    return people_access.holds(person, Role.UNIT_MANAGER, at=None, day=day) or see_sessions(person, day)


@permission
def propose_unit_training(person: Person, day: date) -> bool:
    """Unit managers say how their unit would train its volunteers."""
    return people_access.holds(person, Role.UNIT_MANAGER, at=None, day=day)


@permission
def teach_at(person: Person, unit: Unit, day: date) -> bool:
    """The manager of the unit trains its volunteers for their role, and signs for it."""
    return people_access.holds(person, Role.UNIT_MANAGER, at=unit, day=day)


@permission
def agree_unit_training(person: Person, unit: Unit, day: date) -> bool:
    """The Borough MVP Manager and the borough training unit each agree to how a unit trains its volunteers."""
    return record(person, unit, day)


@permission
def bring_in(person: Person, unit: Unit, day: date) -> bool:
    """The training unit and the Borough MVP Manager take in sheets of the training that volunteers have done."""
    return record(person, unit, day)
