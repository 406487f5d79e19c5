"""What stands on one volunteer's record, and who reaches it."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from timegiven.kernel import prepared
from timegiven.kernel.prepared import Prepared
from timegiven.library import selectors as library
from timegiven.library.models import ProfileVersion
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person, Volunteer, VolunteerStep
from timegiven.placements.models import AwareAccount, Placement
from timegiven.placements.policies import REPLY_DAYS
from timegiven.placements.selectors.away import breaks_open
from timegiven.placements.selectors.checks import CLEARED, TRAINED
from timegiven.placements.selectors.placed import OVERSEERS, at_unit
from timegiven.placements.selectors.ready import readiness
from timegiven.programme.models import Strand
from timegiven.training import selectors as training

Role = Appointment.Role


def volunteer_reached_by(viewer: Person, reference: str, day: date) -> Volunteer | None:
    """A volunteer of whom this person may see something: the whole record, or what a unit needs to know."""
    volunteer: Volunteer | None = _volunteer.first(reference=reference)
    if volunteer is None or viewer == volunteer.person:
        return volunteer
    held = people.appointments(viewer, day)
    if any(each.role in OVERSEERS and volunteer.borough.path.startswith(each.unit.path) for each in held):
        return volunteer
    is_placed_there = any(each.role == Role.UNIT_MANAGER for each in held) and (
        at_unit(viewer, day).filter(volunteer=volunteer).exists()
    )
    return volunteer if is_placed_there else None


@Prepared
def _volunteer() -> QuerySet[Volunteer]:
    found = Volunteer.objects.filter(reference=prepared.text("reference")).select_related("person", "borough", "strand")
    return found.only(
        *(
            "reference",
            "status",
            "since_on",
            "left_on",
            "borough__name",
            "borough__path",
            "strand__code",
            "strand__name",
        ),
        *(f"person__{field}" for field in ("reference", "name", "known_as", "email", "phone", "address", "born_on")),
    )


def volunteers_trained_or_seen_by(viewer: Person, day: date) -> QuerySet[Volunteer]:
    """The volunteers whose training this person may look at: the record's readers, and the borough's trainers."""
    whole = people.volunteers_seen_by(viewer, day).values("pk")
    trained_here = training.volunteers_trained_by(viewer, day).values("pk")
    return Volunteer.objects.filter(Q(pk__in=whole) | Q(pk__in=trained_here)).select_related("person", "borough")


def in_short(placement: Placement, day: date) -> tuple[bool, bool]:
    """What a unit may know of the checks: whether the volunteer is cleared, and whether training is in date."""
    person = placement.volunteer.person_id
    wrong = readiness([person], placement.version, placement.unit, day, checks=(CLEARED, TRAINED))[person]
    return CLEARED.code not in wrong, TRAINED.code not in wrong


class Away(NamedTuple):
    """The break that a volunteer is on, or has planned."""

    from_on: date
    until_on: date | None


class Standing(NamedTuple):
    """What the first page of a record says in a word or two."""

    aware_since: date | None  # since when they have an AWARE account
    needs_aware: bool  # whether a role of theirs uses it (clause 84)
    away: Away | None


def standing_of(volunteer: Volunteer, day: date) -> Standing:
    """The account for AWARE and the break, with one question."""
    ((since, is_needed, from_on, until_on),) = _standing(volunteer=volunteer.pk, day=day)
    return Standing(since, is_needed, Away(from_on, until_on) if from_on else None)


@Prepared
def _standing() -> QuerySet[Any]:
    day = prepared.day("day")
    account = AwareAccount.objects.on(day).filter(person=OuterRef("person"))
    since, needed = Subquery(account.values("from_on")[:1]), Exists(_using_aware(OuterRef("pk")))
    from_on, until_on = (
        Subquery(breaks_open(OuterRef("pk"), day).values(each)[:1]) for each in ("from_on", "until_on")
    )
    found = Volunteer.objects.filter(pk=prepared.key("volunteer"))
    return found.values_list(since, needed, from_on, until_on)


def steps_of(volunteer: Volunteer) -> list[VolunteerStep]:
    """The volunteer's time in the programme, oldest first, with the names of those who noted it."""
    return _steps(volunteer=volunteer.pk)


@Prepared
def _steps() -> QuerySet[VolunteerStep]:
    steps = VolunteerStep.objects.filter(of=prepared.key("volunteer")).select_related("by")
    return steps.only("of_id", "status", "at", "why", "by__name").order_by("at")


def needs_aware(volunteer: Volunteer) -> bool:
    """Whether a role that the volunteer has, or is offered, uses AWARE (clause 84)."""
    return _using_aware(volunteer).exists()


def _using_aware(volunteer: Any) -> QuerySet[Placement]:
    status = (Placement.Status.OFFERED, *Placement.LIVE)
    return Placement.objects.filter(volunteer=volunteer, status__in=status, version__needs_aware=True)


def usual_terms(day: date, strand: Strand) -> tuple[int, date]:
    """The minutes a week and the day to answer by with which an offer begins, unless others are chosen."""
    return library.usual_weekly_minutes(day, strand), day + timedelta(days=REPLY_DAYS.on(day, strand))


def offerable(volunteer: Volunteer, day: date) -> QuerySet[ProfileVersion]:
    """The role profiles in force that could be offered."""
    return (
        ProfileVersion.objects.filter(pk__in=library.approved_version_ids(day))
        .select_related("profile__unit")
        .order_by("profile__title")
    )
