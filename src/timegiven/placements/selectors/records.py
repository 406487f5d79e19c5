"""The volunteers of a borough as a list, and what stands on one volunteer's record."""

from datetime import date
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from timegiven.hours import selectors as hours
from timegiven.joining import selectors as joining
from timegiven.kernel import prepared
from timegiven.kernel.prepared import Prepared
from timegiven.library import selectors as library
from timegiven.library.models import ProfileVersion, RoleProfile, VettingLevel
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person, Volunteer, VolunteerStep
from timegiven.placements.models import AwareAccount, Placement
from timegiven.placements.selectors.away import breaks_open
from timegiven.placements.selectors.checks import CLEARED, TRAINED
from timegiven.placements.selectors.placed import OVERSEERS, at_unit
from timegiven.placements.selectors.ready import readiness
from timegiven.programme.models import Unit
from timegiven.training import selectors as training

Role = Appointment.Role
_FEW = 1_000
_TAGS = {
    status.value: {"status_label": status.label, "status_colour": Volunteer(status=status).status_colour}
    for status in Volunteer.Status
}


def volunteers_list(
    viewer: Person,
    day: date,
    *,
    words: str = "",
    status: str = "",
    role: str = "",
    unit: str = "",
    needs_attention: bool = False,
) -> QuerySet[Volunteer]:
    """The volunteers whom this person looks after, by name, narrowed by what was chosen."""
    boroughs = Unit.objects.filter(people.scope(viewer, OVERSEERS, day))  # once, and not beside every volunteer
    found = Volunteer.objects.filter(borough__in=boroughs)
    if words:
        found = found.filter(Q(person__name__icontains=words) | Q(reference=words.upper()))
    if status:
        found = found.filter(status=status)
    if role or unit:
        found = found.filter(Exists(_live(OuterRef("pk"), role=role, unit=unit)))
    if needs_attention:
        found = found.filter(status=Volunteer.Status.ACTIVE).exclude(_in_order(day))
    return found.order_by("person__name", "pk")


def listed(found: QuerySet[Volunteer], number: int) -> QuerySet[Any, Any]:
    """Rows of ``volunteers_list``, of which there are ``number``, with what a list says of each.

    Few are sorted. Of many the index of names is walked until a page is full: SQLite would sort thousands for 25.
    """
    if number <= _FEW:
        return found.values_list("pk", "person", "reference", "status", "person__name", "borough__name")
    by_name = Person.objects.filter(Exists(found.order_by().filter(person=OuterRef("pk")))).order_by("name", "pk")
    return by_name.values_list(
        *("volunteer__pk", "pk", "volunteer__reference", "volunteer__status", "name", "volunteer__borough__name")
    )


def filter_choices(viewer: Person, day: date) -> dict[str, list]:
    """The roles and units to narrow the list by: those with volunteers, where this person looks after them."""
    paths = people.paths(viewer, OVERSEERS, day)
    return {"roles": _roles_held(len(paths), paths=paths) if paths else [], "units": _units_of(viewer, day)}


@Prepared
def _roles_held(number: int) -> QuerySet[Any]:
    """The titles of the profiles in which somebody is placed."""
    live = Placement.objects.filter(people.within(number, on="unit"), status__in=Placement.LIVE)
    # Profiles are few and volunteers many: of each profile one placement is enough to know.
    held = Exists(live.filter(version__profile=OuterRef("pk")))
    return RoleProfile.objects.filter(held).values_list("title", flat=True).order_by("title").distinct()


def _units_of(viewer: Person, day: date) -> list[Unit]:
    """The units with volunteers in the boroughs that this person runs."""
    boroughs = {held.unit_id for held in people.appointments(viewer, day) if held.role == Role.MVPM}
    if not boroughs:
        return []
    used = Placement.objects.filter(status__in=Placement.LIVE, unit__borough__in=boroughs).values("unit")
    return list(Unit.objects.filter(pk__in=used).select_related("borough").order_by("name", "pk"))


def _live(volunteer: Any, *, role: str = "", unit: str = "") -> QuerySet[Placement]:
    placements = Placement.objects.filter(volunteer=volunteer, status__in=Placement.LIVE)
    if role:
        placements = placements.filter(version__profile__title=role)
    return placements.filter(unit__reference=unit) if unit else placements


def _in_order(day: date) -> Q:
    """Placed, cleared and with a pass: nothing for the Borough MVP Manager to see to."""
    lowest = VettingLevel.values[0]
    return (
        Q(Exists(_live(OuterRef("pk"))))
        & Q(person__in=joining.cleared_people(lowest, day))
        & Q(person__in=joining.people_with_a_pass(day))
    )


def with_roles(volunteers: list[tuple], day: date) -> list[dict]:
    """Rows of ``listed`` with role, unit, start and the month's minutes, in two queries for a page of any length."""
    shown = prepared.padded(pk for pk, *_ in volunteers)
    facts = _newest_last(len(shown), volunteers=shown) if shown else []
    newest = {pk: {"role": role, "unit": unit, "started": from_on} for pk, role, unit, from_on in facts}
    minutes = hours.given_by([person for _, person, *_ in volunteers], day)
    return [
        {
            "reference": reference,
            "name": name,
            "borough": borough,
            **_TAGS[status],
            "minutes": minutes.get(person, 0),
            **newest.get(pk, {}),
        }
        for pk, person, reference, status, name, borough in volunteers
    ]


@Prepared
def _newest_last(number: int) -> QuerySet[Any]:
    """Volunteers' placements that go on: role, unit and since when."""
    volunteers = prepared.keys("volunteers", number)
    placed = Placement.objects.filter(volunteer__pk__in=volunteers, status__in=Placement.LIVE).order_by("from_on", "pk")
    return placed.values_list("volunteer_id", "version__profile__title", "unit__name", "from_on")


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


def offerable(volunteer: Volunteer, day: date) -> QuerySet[ProfileVersion]:
    """The role profiles in force that could be offered."""
    return (
        ProfileVersion.objects.filter(pk__in=library.approved_version_ids(day))
        .select_related("profile__unit")
        .order_by("profile__title")
    )
