"""What can be asked of people's appointments."""

from collections.abc import Callable, Iterable
from copy import copy
from datetime import date

from allauth.mfa.models import Authenticator
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, When
from django.db.models.functions import Length, Substr

from timegiven.kernel import prepared
from timegiven.kernel.desk import Need
from timegiven.kernel.prepared import Prepared
from timegiven.people.models import Appointment, Person
from timegiven.people.policies import STAFF_PAUSE_MINUTES, STAFF_SIGN_IN_MINUTES
from timegiven.programme.models import Unit

Role = Appointment.Role
LEAST_PAUSE, LEAST_SIGN_IN = 10, 60  # minutes: a slip in the handbook shuts nobody out


def appointments(person: Person, day: date) -> list[Appointment]:
    """What a person is appointed to on a day, and where they stand in; nothing for a stranger."""
    return person.appointments_on(day) if person.is_authenticated else []


def posts(person: Person, day: date) -> list[Appointment]:
    """What a person was appointed to, without the boroughs where they stand in."""
    return person.posts_on(day) if person.is_authenticated else []


def stood_in_for(person: Person, day: date) -> list[Unit]:
    """The boroughs without an MVP Manager, for somebody of the Central Team, by name."""
    return [held.unit for held in appointments(person, day) if held.stands_in]


def longest_pause(day: date) -> int:
    """For how many minutes somebody with a post may do nothing before they are asked to sign in again."""
    return max(int(STAFF_PAUSE_MINUTES.on(day)), LEAST_PAUSE)


def longest_sign_in(day: date) -> int:
    """For how many minutes somebody with a post stays signed in, whatever they do."""
    return max(int(STAFF_SIGN_IN_MINUTES.on(day)), LEAST_SIGN_IN)


def on_own_posts(person: Person, day: date) -> Person:
    """The same person without the boroughs where they stand in."""
    one = copy(person)
    one.__dict__["_stood_in"] = {day: []}
    return one


def waits_where_stood_in(person: Person, day: date, ask: Callable[[Person, date], Iterable[Need]]) -> list[Need]:
    """What waits in the boroughs without an MVP Manager, each line once for each of them that it says something of.

    ``ask`` is asked of the person as the MVP Manager of all of these, and nothing else: in as many questions as of one.
    """
    held = [each for each in appointments(person, day) if each.stands_in]
    if not held:
        return []
    manager = copy(person)
    manager.__dict__["_appointments"] = held
    names = {each.unit_id: each.unit.name for each in held}
    found = ((need, share) for need in ask(manager, day) for share in need.shares if share.borough in names)
    return [need.there(share, names[share.borough]) for need, share in found]


def scope(person: Person, roles: Iterable[str], day: date, *, on: str = "") -> Q:
    """The condition that a unit, or the one named by the path ``on`` ("borough"), lies where a person holds a role."""
    before = f"{on}__" if on else ""
    found = _widest(person, roles, day)
    condition = Q(pk__in=[])
    for held in found:
        if not held.stands_in:
            condition |= Q(**{f"{before}path__startswith": held.unit.path})
    boroughs = [held.unit_id for held in found if held.stands_in]
    return condition | Q(**{f"{before}borough__in": boroughs}) if boroughs else condition


def _widest(person: Person, roles: Iterable[str], day: date) -> list[Appointment]:
    """Where the person holds one of the roles; nowhere that they stand in and that lies below one of their posts."""
    found = [held for held in appointments(person, day) if held.role in set(roles)]
    own = tuple(held.unit.path for held in found if not held.stands_in)
    return [held for held in found if not held.stands_in or not held.unit.path.startswith(own)]


def units(person: Person, roles: Iterable[str], day: date) -> QuerySet[Unit]:
    """The units where the person holds a role: ``unit__in`` them finds what lies there by its index, where many do."""
    return Unit.objects.filter(scope(person, roles, day))


def paths(person: Person, roles: Iterable[str], day: date) -> list[str]:
    """Where the person holds one of the roles: the paths of those units."""
    return sorted({held.unit.path for held in _widest(person, roles, day)})


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

    The Central Team stands in where nobody is MVP Manager, as everywhere, and here also where nobody is ``besides`` the
    person whom it is about (a path, too): what waits for somebody there does not wait for ever.
    """
    mine = scope(person, [Role.MVPM], day, on=on)
    if not any(held.role == Role.CENTRAL_TEAM for held in posts(person, day)):
        return mine
    managers = mvp_managers(day)
    others = held_above(managers, f"{on}__path").exclude(person=OuterRef(besides))
    own = Q(**{f"{besides}__in": managers.values("person")}) & ~Q(Exists(others))
    return mine | scope(person, [Role.CENTRAL_TEAM], day, on=on) & own


def mvp_managers(day: date) -> QuerySet[Appointment]:
    """Who is an MVP Manager on a day, and where."""
    return Appointment.objects.on(day).filter(role=Role.MVPM, person__is_active=True)


def held_above(held: QuerySet[Appointment], path: str) -> QuerySet[Appointment]:
    """Those that are held at a unit or at one above it."""
    return held.annotate(way=Substr(OuterRef(path), 1, Length("unit__path"))).filter(way=F("unit__path"))


def who_run(unit: Unit, day: date, *, besides: Person | None = None) -> tuple[list[Person], bool]:
    """The MVP Managers there, other than somebody, or else the Central Team; and which of the two."""
    for role in (Role.MVPM, Role.CENTRAL_TEAM):
        found = holders(role, unit, day).order_by("name", "pk")
        others = list(found.exclude(pk=besides.pk) if besides else found)
        for each in others:
            each.stands_in = role != Role.MVPM
        if others:
            return others, role == Role.MVPM
    return [], False


def whom_to_tell(unit: Unit, day: date, *, besides: Person) -> tuple[Person | None, bool]:
    """The MVP Manager there, other than somebody, or one of the Central Team who stands in; and which of the two."""
    found, is_mvpm = who_run(unit, day, besides=besides)
    return (found[0] if found else None), is_mvpm


def mvpm_of(borough: Unit, day: date, *, besides: Person | None = None) -> Person | None:
    """The Borough MVP Manager (clause 130), or while the post is vacant one of the Central Team, who ``stands_in``.

    Nobody of the Central Team is named to themselves (``besides``). None where there is no Central Team either.
    """
    above = _above(borough)
    held = _mvpm_above.first(len(above), day=day, above=above, besides=besides.pk if besides else 0)
    if held is None:
        return None
    person: Person = held.person
    person.stands_in = held.role == Role.CENTRAL_TEAM
    return person


def named(by: Person, borough: Unit, day: date) -> Person:
    """Whoever acts as MVP Manager of a borough, as a letter of theirs says who they are: they may stand in."""
    by.stands_in = any(held.stands_in and held.reaches(borough) for held in appointments(by, day))
    return by


@Prepared
def _mvpm_above(depth: int) -> QuerySet[Appointment]:
    here = Appointment.objects.on(prepared.day("day")).filter(unit__pk__in=prepared.keys("above", depth))
    other = Q(role=Role.CENTRAL_TEAM) & ~Q(person=prepared.key("besides"))
    held = here.filter(Q(role=Role.MVPM) | other, person__is_active=True)
    is_stand_in = Case(When(role=Role.CENTRAL_TEAM, then=1), default=0)
    to_ring = (f"person__{field}" for field in ("reference", "name", "known_as", "phone", "email", "is_active"))
    first = held.order_by(is_stand_in, "person__name", "pk")[:1]
    return first.select_related("person").only("from_on", "role", *to_ring)


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
    found = found.annotate(has_second_step=Exists(Authenticator.objects.filter(user=OuterRef("person"))))
    return found.select_related("person", "unit__borough", "seat").order_by("person__name", "from_on", "pk")
