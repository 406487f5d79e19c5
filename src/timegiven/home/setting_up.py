"""What a new programme, or a new borough, still needs before anybody can volunteer there; gone once somebody does."""

from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet

from timegiven.kernel.words import several, so_many
from timegiven.library import selectors as library
from timegiven.library.models import ProfileVersion
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.programme import selectors as programme
from timegiven.programme.models import Strand, Unit

OFFICES = {Role.VETTING: "the vetting office", Role.PASSES: "the pass office", Role.FINANCE: "Finance"}


class Step(NamedTuple):
    """One thing to set up, where, and whether it is."""

    title: str
    hint: str
    url_name: str
    is_done: bool


def steps(person: Person, day: date) -> list[Step]:
    """What is left to set up, with what is done already, for the Central Team and for a borough's MVP Manager."""
    held = {appointment.role: appointment.unit for appointment in people.appointments(person, day)}
    if not {Role.CENTRAL_TEAM, Role.MVPM} & set(held):
        return []
    strand = programme.strands().first()
    borough = None if Role.CENTRAL_TEAM in held else held[Role.MVPM]
    volunteers = Volunteer.objects.filter(borough=borough) if borough else Volunteer.objects.all()
    if strand is None or volunteers.exists():
        return []
    if borough:
        return [_proposed(borough), _decided(borough)]
    return [_insured(strand, day), _seated(day), *_appointed(day), _decided(None)]


def _insured(strand: Strand, day: date) -> Step:
    missing = library.cover_missing_to_all(strand, day)
    hint = f"No role can be approved without: {several(missing)}."
    return Step("Enter the certificates of insurance", hint, "programme:cover", not missing)


def _seated(day: date) -> Step:
    taken = {each.seat_id for each in people.sitting(day) if not each.is_deputy}
    free = [seat.name for seat in people.seats(day) if seat.pk not in taken]
    hint = f"It approves every role. Still free: {several(free)}."
    return Step("Fill the seats of the Steering Group", hint, "people:seats", not free)


def _appointed(day: date) -> list[Step]:
    roles = set(Appointment.objects.on(day).filter(person__is_active=True).values_list("role", flat=True))
    missing = [words for role, words in OFFICES.items() if role not in roles]
    offices = f"They check people, hand out passes and pay expenses back. Still missing: {several(missing)}."
    manager = "Each borough has one, who takes volunteers on and looks after them."
    return [
        Step("Appoint the offices", offices, "people:appoint", not missing),
        Step("Appoint the first Borough MVP Manager", manager, "people:appoint", Role.MVPM in roles),
    ]


def _proposed(borough: Unit) -> Step:
    hint = "A unit manager has an idea for a role, or you have one yourself. You complete its profile together."
    return Step("Propose a first role", hint, "library:propose", _versions(borough).exists())


def _decided(borough: Unit | None) -> Step:
    found = _versions(borough) if borough else ProfileVersion.objects.all()
    waiting = found.filter(status=ProfileVersion.Status.SUBMITTED).count()
    hint = "The Steering Group decides on it; then people can find it and apply."
    if waiting:
        hint += f" {so_many(waiting, 'role')} with the Steering Group now."
    is_done = found.filter(status=ProfileVersion.Status.APPROVED).exists()
    return Step("Have a first role approved", hint, "library:drafts", is_done)


def _versions(borough: Unit) -> QuerySet[ProfileVersion]:
    return ProfileVersion.objects.filter(profile__unit__path__startswith=borough.path)
