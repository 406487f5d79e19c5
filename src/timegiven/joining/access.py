"""Who may see and do what while somebody joins."""

from datetime import date
from typing import Any

from timegiven.joining import selectors
from timegiven.joining.models import Application, Batch, Clearance, Declaration, Likeness, Pass, Reference, Review
from timegiven.kernel.permission import permission
from timegiven.people import access as people_access
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.programme.models import Unit

Role = Appointment.Role


def _runs(person: Any, borough: Unit, day: date) -> bool:
    return people_access.holds(person, Role.MVPM, at=borough, day=day)


def _handles(person: Any, application: Application, day: date) -> bool:
    """The MVP Manager there or whoever stands in, also for the only MVP Manager; nobody in their own affair."""
    about = application.person
    return person != about and people_access.runs_or_stands_in(person, application.borough, day, besides=about)


@permission
def find(person: Person, day: date) -> bool:
    """Borough MVP Managers find the people of their own borough by name, the Central Team all volunteers."""
    return any(people_access.holds(person, role, at=None, day=day) for role in (Role.MVPM, Role.CENTRAL_TEAM))


@permission
def fill_in(person: Person, application: Application, day: date) -> bool:
    """Applicants fill in their own application; for somebody without email the borough's MVP Manager may key it in."""
    if application.person == person:
        return True
    runs = application.person.email is None and _runs(person, application.borough, day)
    return runs and selectors.now_in(application) is None


@permission
def withdraw(person: Person, application: Application, day: date) -> bool:
    """Applicants withdraw at any time, with no reason; the borough's MVP Manager may note that somebody has done so."""
    return application.person == person or _handles(person, application, day)


@permission
def see_applications(person: Person, day: date) -> bool:
    """Borough MVP Managers see the applications to their own borough; the Central Team those of its only manager."""
    return bool(person.is_authenticated and selectors.has_applications(person, day))


@permission
def run_applications(person: Person, day: date) -> bool:
    """Borough MVP Managers offer times for interviews, and key in what came on paper, for their own borough."""
    return people_access.holds(person, Role.MVPM, at=None, day=day)


@permission
def key_in(person: Person, borough: Unit, day: date) -> bool:
    """Only the borough's own MVP Manager keys in an application that came on paper."""
    return _runs(person, borough, day)


@permission
def decide(person: Person, application: Application, day: date) -> bool:
    """Only the borough's own MVP Manager handles an application, and never their own."""
    return _handles(person, application, day)


@permission
def publish_slots(person: Person, borough: Unit, day: date) -> bool:
    """Only the borough's own MVP Manager offers times for interviews, and withdraws them."""
    return _runs(person, borough, day)


@permission
def see_duplicates(person: Person, day: date) -> bool:
    """The Central Team and Borough MVP Managers see records that may be one person."""
    return any(people_access.holds(person, role, at=None, day=day) for role in (Role.MVPM, Role.CENTRAL_TEAM))


@permission
def compare(person: Person, likeness: Likeness, day: date) -> bool:
    """The Central Team compares any two records, an MVP Manager two of their own borough; nobody their own."""
    return selectors.likenesses_seen_by(person, day).filter(pk=likeness.pk).exists()


@permission
def take_on(person: Person, application: Application, day: date) -> bool:
    """Only the borough's own MVP Manager takes somebody on, and never themselves."""
    return _handles(person, application, day)


@permission
def check_right(person: Person, application: Application, day: date) -> bool:
    """Only the MVP Manager of the borough where they are records what lets somebody volunteer, never for themselves."""
    return _handles(person, application, day) and selectors.now_in(application) is None


@permission
def undo(person: Person, batch: Batch, day: date) -> bool:
    """Whoever chose an act on the board undoes it, or lets it happen at once."""
    return bool(batch.by == person)


@permission
def judge(person: Person, reference: Reference, day: date) -> bool:
    """Only the borough's own MVP Manager reads and judges references, and never those about themselves."""
    return _handles(person, reference.application, day)


@permission
def name_referee(person: Person, application: Application, day: date) -> bool:
    """Applicants name their own referees; for somebody without email the borough's MVP Manager may key them in."""
    return fill_in(person, application, day)


@permission
def ask_again(person: Person, application: Application, day: date) -> bool:
    """Applicants have a referee, parent or guardian asked again, and so does the borough's MVP Manager."""
    return application.person == person or _handles(person, application, day)


@permission
def vet(person: Person, day: date) -> bool:
    """Only the vetting office sees who waits for a security check."""
    return people_access.holds(person, Role.VETTING, at=None, day=day)


@permission
def clear(person: Person, application: Application, day: date) -> bool:
    """Only the vetting office records the outcome of a security check, and never its own people's own."""
    return application.person != person and people_access.holds(person, Role.VETTING, at=application.borough, day=day)


@permission
def renew(person: Person, clearance: Clearance, day: date) -> bool:
    """Only the vetting office renews a clearance, and never its own people's own."""
    return clearance.person != person and vet(person, day)


@permission
def appeal(person: Person, refusal: Clearance, day: date) -> bool:
    """Whoever was refused appeals by their private link; the vetting office records what came by post."""
    return refusal.person == person or vet(person, day)


@permission
def decide_appeal(person: Person, refusal: Clearance, day: date) -> bool:
    """Only the vetting office decides appeals, and never its own people's own."""
    return refusal.person != person and vet(person, day)


@permission
def declare(person: Person, holder: Person, day: date) -> bool:
    """Volunteers tell us themselves what has changed in their lives."""
    return person == holder and holder.is_volunteering


@permission
def settle(person: Person, review: Review, day: date) -> bool:
    """Only the vetting office reads what was declared to it and settles a review, and never its own people's own."""
    return review.clearance.person != person and vet(person, day)


@permission
def read_health(person: Person, declaration: Declaration, day: date) -> bool:
    """Only the volunteer's Borough MVP Manager reads what they told about their health, and never about themselves."""
    borough = _borough_of(declaration.person)
    about = declaration.person
    if borough is None or person == about:
        return False
    return people_access.runs_or_stands_in(person, borough, day, besides=about)


@permission
def see_declarations(person: Person, day: date) -> bool:
    """Borough MVP Managers see whose health or needs have changed in their borough, the Central Team theirs."""
    return any(people_access.holds(person, role, at=None, day=day) for role in (Role.MVPM, Role.CENTRAL_TEAM))


@permission
def end_clearance(person: Person, holder: Person, day: date) -> bool:
    """A clearance ends with the holder's leaving, or by the vetting office or the borough's MVP Manager."""
    borough = _borough_of(holder)
    return person == holder or vet(person, day) or (borough is not None and _runs(person, borough, day))


@permission
def agree(person: Person, volunteer: Volunteer, day: date) -> bool:
    """Volunteers accept the Statement of Expectation for themselves."""
    return volunteer.person == person


@permission
def record_agreement(person: Person, volunteer: Volunteer, day: date) -> bool:
    """The borough's MVP Manager may record what a volunteer signed on paper, and never for themselves."""
    return volunteer.person != person and _runs(person, volunteer.borough, day)


@permission
def keep_photo(person: Person, volunteer_pass: Pass, day: date) -> bool:
    """Holders give the photograph of their own pass; the pass office and the borough's MVP Manager do it for them."""
    roles = (Role.PASSES, Role.MVPM)
    return volunteer_pass.person == person or any(
        people_access.holds(person, role, at=volunteer_pass.borough, day=day) for role in roles
    )


@permission
def see_passes(person: Person, day: date) -> bool:
    """Only the pass office sees the list of passes."""
    return people_access.holds(person, Role.PASSES, at=None, day=day)


@permission
def run_passes(person: Person, volunteer_pass: Pass, day: date) -> bool:
    """Only the pass office issues, takes back and cancels passes, and never its own people's own."""
    return volunteer_pass.person != person and people_access.holds(
        person, Role.PASSES, at=volunteer_pass.borough, day=day
    )


@permission
def take_back_pass(person: Person, volunteer_pass: Pass, day: date) -> bool:
    """The pass office and the borough's MVP Manager take passes back, and never their own."""
    roles = (Role.PASSES, Role.MVPM)
    return volunteer_pass.person != person and any(
        people_access.holds(person, role, at=volunteer_pass.borough, day=day) for role in roles
    )


@permission
def see_passes_not_returned(person: Person, day: date) -> bool:
    """The pass office and the Borough MVP Managers see which passes have not come back."""
    return any(people_access.holds(person, role, at=None, day=day) for role in (Role.PASSES, Role.MVPM))


@permission
def print_pass(person: Person, volunteer_pass: Pass, day: date) -> bool:
    """Only the pass office prints a pass, and never its own people's own."""
    return run_passes(person, volunteer_pass, day)


@permission
def recall_pass(person: Person, volunteer_pass: Pass, day: date) -> bool:
    """The pass office and the borough's MVP Manager ask for a pass back; a holder who leaves starts it too."""
    roles = (Role.PASSES, Role.MVPM)
    return volunteer_pass.person == person or any(
        people_access.holds(person, role, at=volunteer_pass.borough, day=day) for role in roles
    )


@permission
def report_lost(person: Person, volunteer_pass: Pass, day: date) -> bool:
    """Holders report their own pass lost; the borough's MVP Manager may do it for them."""
    return volunteer_pass.person == person or _runs(person, volunteer_pass.borough, day)


def _borough_of(holder: Person) -> Unit | None:
    volunteer = Volunteer.objects.filter(person=holder).select_related("borough").first()
    return volunteer.borough if volunteer else None
