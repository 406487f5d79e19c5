"""The volunteers whom somebody looks after, as a list that is narrowed and read by pages."""

from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from timegiven.hours import selectors as hours
from timegiven.joining import selectors as joining
from timegiven.kernel import prepared
from timegiven.kernel.among import AmongGiven
from timegiven.kernel.prepared import Paged, PlannedEachTime, Prepared
from timegiven.library.models import RoleProfile, VettingLevel
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.placements.models import Placement
from timegiven.placements.selectors.placed import OVERSEERS
from timegiven.programme.models import Unit

Role = Appointment.Role
_FEW = 500
_TAGS = {
    status.value: {"status_label": status.label, "status_colour": Volunteer(status=status).status_colour}
    for status in Volunteer.Status
}


class Found:
    """Rows of volunteers by name, with what a list says of each.

    Few are sorted. Of many the index of names is walked until a page is full: SQLite would sort thousands for 25.
    """

    def __init__(self, all_: Paged, few: Paged, many: Paged) -> None:
        self._all, self._few, self._many = all_, few, many

    @cached_property
    def number(self) -> int:
        return self._all.count()  # without the names, that only the page's own rows need

    def __len__(self) -> int:
        return self.number

    def __getitem__(self, part: slice) -> list[Any]:
        return (self._few if self.number <= _FEW else self._many)[part]


def volunteers_list(
    viewer: Person,
    day: date,
    *,
    words: str = "",
    status: str = "",
    role: str = "",
    unit: str = "",
    needs_attention: bool = False,
) -> Found | list[Any]:
    """The volunteers whom this person looks after, by name, narrowed by what was chosen."""
    paths = people.paths(viewer, OVERSEERS, day)
    if not paths:
        return []
    chosen = {"words": words, "status": status, "role": role, "unit": unit}
    shape = len(paths), tuple(name for name, value in chosen.items() if value), needs_attention
    given = {"paths": paths, "reference": words.upper(), "day": day, **chosen}
    return Found(*(rows.paged(*shape, **given) for rows in (_chosen, _sorted, _walked)))


@Prepared
def _sorted(paths: int, chosen: tuple[str, ...], needs_attention: bool) -> QuerySet[Any]:
    found = _of_choice(paths, chosen, needs_attention).order_by("person__name", "pk")
    return found.values_list("pk", "person", "reference", "status", "person__name", "borough__name")


@PlannedEachTime
def _walked(paths: int, chosen: tuple[str, ...], needs_attention: bool) -> QuerySet[Any]:
    found = _of_choice(paths, chosen, needs_attention).filter(person=OuterRef("pk"))
    return (
        Person.objects.filter(Exists(found))
        .order_by("name", "pk")
        .values_list(
            *("volunteer__pk", "pk", "volunteer__reference", "volunteer__status", "name", "volunteer__borough__name")
        )
    )


def _of_choice(paths: int, chosen: tuple[str, ...], needs_attention: bool) -> QuerySet[Volunteer]:
    given = {name: prepared.text(name) for name in chosen}
    boroughs = Unit.objects.filter(people.within(paths))  # once, and not beside every volunteer
    found = Volunteer.objects.filter(borough__in=boroughs)
    if "words" in given:
        named = Q(person__name__icontains=given["words"])
        found = found.filter(named | Q(reference=prepared.text("reference")))
    if "status" in given:
        found = found.filter(status=given["status"])
    if "role" in given or "unit" in given:
        found = found.filter(Exists(_live(OuterRef("pk"), role=given.get("role"), unit=given.get("unit"))))
    if needs_attention:
        found = found.filter(status=Volunteer.Status.ACTIVE).exclude(_in_order(prepared.day("day")))
    return found


_chosen = Prepared(_of_choice)


def without_something(viewer: Person, day: date) -> dict[int | None, int]:
    """How many of them need attention, by borough."""
    paths = people.paths(viewer, OVERSEERS, day)
    return dict(_without_something(len(paths), paths=paths, day=day)) if paths else {}


@Prepared
def _without_something(paths: int) -> QuerySet[Any]:
    found = _of_choice(paths, (), needs_attention=True)
    return found.order_by().values_list("borough").annotate(number=Count("pk"))


def filter_choices(viewer: Person, day: date) -> dict[str, list]:
    """The roles and units to narrow the list by: those with volunteers, where this person looks after them."""
    paths = people.paths(viewer, OVERSEERS, day)
    return {"roles": _roles_held(len(paths), paths=paths) if paths else [], "units": _units_of(viewer, day)}


@PlannedEachTime
def _roles_held(number: int) -> QuerySet[Any]:
    """The titles of the profiles in which somebody is placed."""
    units = Unit.objects.filter(people.within(number))  # once, and not beside every placement
    live = Placement.objects.filter(unit__in=units, status__in=Placement.LIVE)
    # Profiles are few and volunteers many: of each profile one placement is enough to know.
    held = Exists(live.filter(version__profile=OuterRef("pk")))
    return RoleProfile.objects.filter(held).values_list("title", flat=True).order_by("title").distinct()


def _units_of(viewer: Person, day: date) -> list[Unit]:
    """The units with volunteers in the boroughs that this person runs."""
    boroughs = {held.unit_id for held in people.posts(viewer, day) if held.role == Role.MVPM}
    return _units_in_use(boroughs=boroughs) if boroughs else []


@Prepared
def _units_in_use() -> QuerySet[Unit]:
    """The units of these boroughs in which somebody is placed."""
    used = Exists(Placement.objects.filter(unit=OuterRef("pk"), status__in=Placement.LIVE))
    found = Unit.objects.filter(used, borough__in=AmongGiven("boroughs")).select_related("borough")
    return found.only("reference", "name", "borough__name").order_by("name", "pk")


def _live(volunteer: Any, *, role: Any = None, unit: Any = None) -> QuerySet[Placement]:
    placements = Placement.objects.filter(volunteer=volunteer, status__in=Placement.LIVE)
    if role:
        placements = placements.filter(version__profile__title=role)
    return placements.filter(unit__reference=unit) if unit else placements


def _in_order(day: Any) -> Q:
    """Placed, cleared and with a pass: nothing for the Borough MVP Manager to see to."""
    lowest = VettingLevel.values[0]
    return (
        Q(Exists(_live(OuterRef("pk"))))
        & Q(person__in=joining.cleared_people(lowest, day))
        & Q(person__in=joining.people_with_a_pass(day))
    )


def with_roles(volunteers: list[tuple], day: date) -> list[dict]:
    """Rows of ``volunteers_list`` with role, unit, start and the month's minutes: two queries for any number."""
    facts = _newest_last(volunteers=[pk for pk, *_ in volunteers]) if volunteers else []
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
def _newest_last() -> QuerySet[Any]:
    """Volunteers' placements that go on: role, unit and since when."""
    placed = Placement.objects.filter(volunteer__in=AmongGiven("volunteers"), status__in=Placement.LIVE)
    placed = placed.order_by("from_on", "pk")
    return placed.values_list("volunteer_id", "version__profile__title", "unit__name", "from_on")
