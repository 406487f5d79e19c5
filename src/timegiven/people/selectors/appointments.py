"""What can be asked of people's appointments."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Length, Substr

from timegiven.kernel import prepared
from timegiven.kernel.prepared import Prepared
from timegiven.people.models import Appointment, Person
from timegiven.people.policies import STAFF_PAUSE_MINUTES, STAFF_SIGN_IN_MINUTES
from timegiven.programme.models import Unit

Role = Appointment.Role
LEAST_PAUSE, LEAST_SIGN_IN = 10, 60  # minutes: a slip in the handbook shuts nobody out


def appointments(person: Person, day: date) -> list[Appointment]:
    """What a person is appointed to on a day; nothing for a stranger."""
    return person.appointments_on(day) if person.is_authenticated else []


def longest_pause(day: date) -> int:
    """For how many minutes somebody with a post may do nothing before they are asked to sign in again."""
    return max(int(STAFF_PAUSE_MINUTES.on(day)), LEAST_PAUSE)


def longest_sign_in(day: date) -> int:
    """For how many minutes somebody with a post stays signed in, whatever they do."""
    return max(int(STAFF_SIGN_IN_MINUTES.on(day)), LEAST_SIGN_IN)


def scope(person: Person, roles: Iterable[str], day: date, *, on: str = "") -> Q:
    """The condition that a unit, or the one named by the path ``on`` ("borough"), lies where a person holds a role."""
    path = f"{on}__path__startswith" if on else "path__startswith"
    condition = Q(pk__in=[])
    for held in appointments(person, day):
        if held.role in set(roles):
            condition |= Q(**{path: held.unit.path})
    return condition


def units(person: Person, roles: Iterable[str], day: date) -> QuerySet[Unit]:
    """The units where the person holds a role: ``unit__in`` them finds what lies there by its index, where many do."""
    return Unit.objects.filter(scope(person, roles, day))


def paths(person: Person, roles: Iterable[str], day: date) -> list[str]:
    """Where the person holds one of the roles: the paths of those units."""
    return sorted({held.unit.path for held in appointments(person, day) if held.role in set(roles)})


def within(number: int, *, on: str = "", paths: str = "paths") -> Q:
    """``scope`` for a prepared question: the condition that a unit lies below one of so many ``paths``."""
    condition = Q(pk__in=[])
    for path in prepared.texts(paths, number):
        condition |= Q(**{f"{on}__path__startswith" if on else "path__startswith": path})
    return condition


def _above(unit: Unit) -> list[int]:
    """The unit and all above it: where a role must be held to reach it."""
    return [int(pk) for pk in unit.path.strip("/").split("/")]


def holders(role: str, at: Unit, day: date) -> QuerySet[Person]:
    """The people who hold a role over a unit on a day."""
    return (
        Person.objects.filter(
            pk__in=Appointment.objects.on(day).filter(role=role, unit__in=_above(at)).values("person"), is_active=True
        )
    ).order_by("name")


def runs_or_stands_in(person: Person, day: date, *, on: str, besides: str) -> Q:
    """The condition that the unit named by the path ``on`` is where a person is the MVP Manager, or stands in.

    The Central Team stands in where nobody is MVP Manager, ``besides`` the person whom it is about (a path, too): what
    waits for somebody there does not wait for ever.
    """
    mine = scope(person, [Role.MVPM], day, on=on)
    if not any(held.role == Role.CENTRAL_TEAM for held in appointments(person, day)):
        return mine
    managers = mvp_managers(day)
    others = held_above(managers, f"{on}__path").exclude(person=OuterRef(besides))
    own = Q(**{f"{besides}__in": managers.values("person")}) & ~Q(Exists(others))
    return mine | scope(person, [Role.CENTRAL_TEAM], day, on=on) & (vacant(day, on=on) | own)


def vacant(day: date, *, on: str) -> Q:
    """The condition that nobody is MVP Manager at the unit named by the path ``on``."""
    return ~Q(**{f"{on}__in": Unit.objects.filter(Exists(held_above(mvp_managers(day), "path")))})


def mvp_managers(day: date) -> QuerySet[Appointment]:
    """Who is an MVP Manager on a day, and where."""
    return Appointment.objects.on(day).filter(role=Role.MVPM, person__is_active=True)


def held_above(held: QuerySet[Appointment], path: str) -> QuerySet[Appointment]:
    """Those that are held at a unit or at one above it."""
    return held.annotate(way=Substr(OuterRef(path), 1, Length("unit__path"))).filter(way=F("unit__path"))


def whom_to_tell(unit: Unit, day: date, *, besides: Person) -> tuple[Person | None, bool]:
    """The MVP Manager there, other than somebody, or one of the Central Team who stands in; and which of the two."""
    others = holders(Role.MVPM, unit, day).exclude(pk=besides.pk).order_by("name", "pk").first()
    team = holders(Role.CENTRAL_TEAM, unit, day).exclude(pk=besides.pk).order_by("name", "pk")
    return others or team.first(), others is not None


def mvpm_of(borough: Unit, day: date) -> Person | None:
    """The Borough MVP Manager (clause 130), or None while the post is vacant."""
    above = _above(borough)
    held = _mvpm_above.first(len(above), day=day, above=above)
    return held.person if held else None


@Prepared
def _mvpm_above(depth: int) -> QuerySet[Appointment]:
    held = Appointment.objects.on(prepared.day("day")).filter(role=Role.MVPM, person__is_active=True)
    first = held.filter(unit__pk__in=prepared.keys("above", depth)).order_by("person__name", "pk")[:1]
    to_ring = (f"person__{field}" for field in ("reference", "name", "known_as", "phone", "email", "is_active"))
    return first.select_related("person").only("from_on", *to_ring)


def appointed(role: str, day: date) -> QuerySet[Appointment]:
    """Who holds a role on a day, with their units, by the unit's name."""
    return (
        Appointment.objects.on(day)
        .filter(role=role, person__is_active=True)
        .select_related("person", "unit")
        .order_by("unit__name", "person__name")
    )


def of_the_central_team(day: date) -> QuerySet[Appointment]:
    """Who will be in the Central Team from a day on, with no end in sight."""
    return Appointment.objects.filter(role=Role.CENTRAL_TEAM, until_on=None, from_on__lte=day, person__is_active=True)


def holds_from(person: Person, role: str, unit: Unit, day: date) -> bool:
    """Whether the person holds the role at the very unit on a day, or will from a later one."""
    theirs = Appointment.objects.filter(person=person, role=role, unit=unit)
    return theirs.filter(Q(until_on=None) | Q(until_on__gt=day)).exists()


def has_post(person: Person, day: date) -> bool:
    """Whether somebody is appointed to anything on a day, or will be from a later one."""
    return Appointment.objects.filter(person=person).exclude(until_on__lte=day).exists()


def appointments_seen_by(
    viewer: Person, day: date, *, words: str = "", role: str = "", borough: str = "", ended: bool = False
) -> QuerySet[Appointment]:
    """The appointments that the Central Team keeps: those that run or will, or those that have ended."""
    found = Appointment.objects.filter(scope(viewer, [Role.CENTRAL_TEAM], day, on="unit"))
    found = found.filter(until_on__lte=day) if ended else found.exclude(until_on__lte=day)
    for word in words.split():
        found = found.filter(Q(person__name__icontains=word) | Q(person__email__icontains=word))
    if role:
        found = found.filter(role=role)
    if borough:
        found = found.filter(Q(unit__code=borough) | Q(unit__borough__code=borough))
    return found.select_related("person", "unit__borough", "seat").order_by("person__name", "from_on", "pk")
