"""Which versions there are, which are in force on a day, and who may see which."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from timegiven.kernel import prepared
from timegiven.kernel.lifecycle import Lifecycle
from timegiven.kernel.prepared import Prepared
from timegiven.library import rules
from timegiven.library.models import ProfileVersion, RoleProfile, Task
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person
from timegiven.programme.models import Unit

Role = Appointment.Role
Status = ProfileVersion.Status
OPEN = (Status.DRAFT, Status.SUBMITTED, Status.RETURNED)
SEE_ALL = (Role.CENTRAL_TEAM, Role.AUDITOR)
WRITE = (Role.UNIT_MANAGER, Role.MVPM)


def _all() -> QuerySet[ProfileVersion]:
    return ProfileVersion.objects.select_related("profile__unit__borough", "profile__strand")


def _in_force_on(day: date) -> Q:
    return Q(approved_on__lte=day) & (Q(ended_on=None) | Q(ended_on__gt=day))


def in_force(version: ProfileVersion, day: date) -> bool:
    """Whether the version was approved by this day and not yet superseded or retired (clause 52)."""
    began, ended = version.approved_on, version.ended_on
    return began is not None and began <= day and (ended is None or day < ended)


def approved_versions(day: date) -> QuerySet[ProfileVersion]:
    """The versions in force on a day, also a day long past."""
    return _all().filter(_in_force_on(day))


def approved_or_ended_versions(day: date) -> QuerySet[ProfileVersion]:
    """The versions in force on a day, and the last one of each role that had been retired by then."""
    retired = Q(status=Status.RETIRED, approved_on__isnull=False, ended_on__lte=day)
    return _all().filter(_in_force_on(day) | retired)


def approved_version_ids(day: date) -> QuerySet[Any]:
    """The keys of the versions in force on a day, for a subquery."""
    return ProfileVersion.objects.filter(_in_force_on(day)).values("pk")


def versions_seen_by(person: Any, day: date) -> QuerySet[ProfileVersion]:
    """What this person may open: strangers what is in force; whoever signs in what was ever approved; drafts those
    who write or decide on them.
    """
    if not person.is_authenticated:
        return approved_versions(day)
    seen = Q(approved_on__isnull=False) | Q(profile__proposed_by=person)
    seen |= people.scope(person, (*WRITE, *SEE_ALL), day, on="profile__unit")
    if any(held.role == Role.STEERING_GROUP for held in people.appointments(person, day)):
        seen |= Q(status__in=[Status.SUBMITTED, Status.RETURNED])
    return _all().filter(seen)


def profiles_seen_by(person: Any, day: date) -> QuerySet[RoleProfile]:
    """The profiles of which this person may open some version."""
    return RoleProfile.objects.filter(pk__in=versions_seen_by(person, day).order_by().values("profile")).select_related(
        "unit__borough"
    )


def current_version(person: Any, profile: RoleProfile, day: date) -> ProfileVersion | None:
    """The version in force, or while there is none the newest that this person may see."""
    seen = versions_seen_by(person, day).filter(profile=profile).order_by("-number")
    return seen.filter(_in_force_on(day)).first() or seen.first()


def successor(version: ProfileVersion, day: date) -> ProfileVersion | None:
    """The version that took the place of an approved one and is in force on a day; None while that one still is."""
    if version.approved_on is None:
        return None
    later = [pk for pk, number in _numbers_in_force(profile=version.profile_id, day=day) if number > version.number]
    return _all().get(pk=later[0]) if later else None


def still_in_force(version: ProfileVersion, day: date) -> bool:
    """The same as ``in_force``, as the database has it now."""
    return any(pk == version.pk for pk, _ in _numbers_in_force(profile=version.profile_id, day=day))


@Prepared
def _numbers_in_force() -> QuerySet[Any]:
    """The versions of a profile that are in force on a day, with their numbers, the newest first."""
    found = ProfileVersion.objects.filter(_in_force_on(prepared.day("day")), profile=prepared.key("profile"))
    return found.order_by("-number").values_list("pk", "number")


def retired_profiles() -> QuerySet[Any]:
    """The keys of the roles that were in force once and are retired now, for a subquery."""
    versions = ProfileVersion.objects.filter(profile=OuterRef("pk"))
    retired = versions.filter(status=Status.RETIRED, approved_on__isnull=False)
    return RoleProfile.objects.filter(Exists(retired), ~Exists(versions.filter(status=Status.APPROVED))).values("pk")


def open_version(profile: RoleProfile) -> ProfileVersion | None:
    """The version that is being written or decided on, if any."""
    return _all().filter(profile=profile, status__in=OPEN).order_by("-number").first()


def previous(version: ProfileVersion) -> ProfileVersion | None:
    """The version before this one that had been approved."""
    return (
        _all()
        .filter(profile=version.profile, number__lt=version.number, approved_on__isnull=False)
        .order_by("-number")
        .first()
    )


def was_ever_approved(profile: RoleProfile) -> bool:
    """Whether any version of a role has been approved, in force now or not."""
    return ProfileVersion.objects.filter(profile=profile, approved_on__isnull=False).exists()


def origin_of(version: ProfileVersion) -> ProfileVersion | None:
    """The version, of another unit, that this role began as a copy of."""
    origin = version.profile.copied_from_id
    return _all().filter(pk=origin).first() if origin else None


def drafts_seen_by(person: Person, day: date) -> QuerySet[ProfileVersion]:
    """What is being written or decided on where this person proposes, writes or watches."""
    mine = Q(profile__proposed_by=person) | people.scope(person, (*WRITE, *SEE_ALL), day, on="profile__unit")
    return _all().filter(mine, status__in=OPEN)


def lifecycle_of_profiles() -> tuple[Lifecycle, dict[str, str]]:
    """The table of moves and desks of a role profile, and the name of each state."""
    return ProfileVersion.lifecycle, {value: str(label) for value, label in Status.choices}


def tasks_of(version: ProfileVersion) -> list[Task]:
    found = _tasks_of(version=version.pk)
    for task in found:
        task.version = version
    return found


@Prepared
def _tasks_of() -> QuerySet[Task]:
    return Task.objects.filter(version=prepared.key("version")).order_by("position")


def tasks_and_successor(version: ProfileVersion, day: date) -> tuple[list[Task], ProfileVersion | None]:
    """What ``tasks_of`` says and, of a version with tasks, what ``successor`` does: with one question."""
    found = _tasks_and_newer(version=version.pk, day=day)
    for task in found:
        task.version = version
    newer = found[0].newer if found and version.approved_on else None
    return found, _all().get(pk=newer) if newer else None


@Prepared
def _tasks_and_newer() -> QuerySet[Task]:
    later = ProfileVersion.objects.filter(_in_force_on(prepared.day("day")), profile=OuterRef("version__profile"))
    newer = later.filter(number__gt=OuterRef("version__number")).order_by("-number").values("pk")[:1]
    return Task.objects.filter(version=prepared.key("version")).annotate(newer=Subquery(newer)).order_by("position")


def facts_of_parts(version: ProfileVersion) -> dict[str, Any]:
    """What the parts of a profile need, as far as it is filled in."""
    facts = {name: getattr(version, name) for part in rules.PARTS for name in part.needs if name != "tasks"}
    return facts | {"tasks": tasks_of(version)}


def steps_of(version: ProfileVersion) -> QuerySet[Any]:
    return version.steps.select_related("by").order_by("at", "pk")


def wrote_any_of(person: Person, version: ProfileVersion) -> bool:
    """Whether the person proposed the role, or wrote this version, or put it to the group."""
    wrote = version.steps.filter(by=person, status__in=[Status.DRAFT, Status.SUBMITTED])
    return version.profile.proposed_by_id == person.pk or wrote.exists()


def units_to_propose_for(person: Person, day: date) -> QuerySet[Unit]:
    """The units for which this person may propose a role: their own, or any of their borough."""
    return _units(person, WRITE, day)


def units_to_assess(person: Person, day: date) -> QuerySet[Unit]:
    """The units at which this person may record a risk assessment."""
    return _units(person, (Role.MVPM,), day)


def _units(person: Person, roles: tuple[str, ...], day: date) -> QuerySet[Unit]:
    within = Q(pk__in=[])
    for held in people.appointments(person, day):
        if held.role in roles:
            within |= Q(path__startswith=held.unit.path)
    return (
        Unit.objects.on(day)
        .filter(within, kind__in=Unit.WITH_ROLES)
        .select_related("borough")
        .order_by("borough__name", "name")
    )
