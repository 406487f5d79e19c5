"""Who may claim, who may see a claim, and who may approve it: the MVPM, and never the unit."""

from datetime import date

from timegiven.attendance.models import SessionReport
from timegiven.expenses.models import Claim
from timegiven.kernel.permission import permission
from timegiven.people.access import Role, holds
from timegiven.people.models import Person


@permission
def claim(person: Person, report: SessionReport, day: date) -> bool:
    """A volunteer claims for their own session; their MVP Manager may send a claim for someone without e-mail."""
    volunteer = report.placement.volunteer
    by_manager = not report.person.email and holds(person, Role.MVPM, at=volunteer.borough, day=day)
    return person.pk == report.person_id or by_manager


@permission
def decide(person: Person, claim: Claim, day: date) -> bool:
    """Only the borough's MVP Manager decides on a claim: never the unit manager, and never on one's own claim."""
    return person.pk != claim.volunteer.person_id and holds(person, Role.MVPM, at=claim.borough, day=day)


@permission
def send_again(person: Person, claim: Claim, day: date) -> bool:
    """The volunteer whose claim came back answers the question; for someone without e-mail their MVP Manager does."""
    volunteer = claim.volunteer.person
    by_manager = not volunteer.email and holds(person, Role.MVPM, at=claim.borough, day=day)
    return person.pk == volunteer.pk or by_manager


@permission
def see_queue(person: Person, day: date) -> bool:
    """The claims of a borough are for its MVP Manager alone; a unit manager never signs off expenses."""
    return holds(person, Role.MVPM, at=None, day=day)
