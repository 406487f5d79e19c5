"""Who fits a role, and which roles fit somebody: in plain words, and never as a number."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from timegiven.joining.models import Application
from timegiven.kernel.words import several, so_many
from timegiven.library import selectors as library
from timegiven.library.models import ProfileVersion, RiskAssessment
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.placements.models import Placement
from timegiven.placements.selectors.checks import FOR_A_START, FOR_AN_OFFER
from timegiven.placements.selectors.facts import Question
from timegiven.placements.selectors.ready import readiness, sentences
from timegiven.programme.models import Unit

Role = Appointment.Role
HELD = (Placement.Status.OFFERED, *Placement.LIVE)
NEEDED_NOW = frozenset(check.code for check in FOR_AN_OFFER)
_PARTS = {"AM": "morning", "PM": "afternoon", "EVE": "evening", "SAT": "weekend", "SUN": "weekend"}
_TIMES = {"morning": "mornings", "afternoon": "afternoons", "evening": "evenings", "weekend": "weekends"}
_FAR = 10_000.0


@dataclass(frozen=True)
class Fit:
    """A volunteer beside a role: why it would suit, what is in the way, and what can still come before the start."""

    volunteer: Volunteer
    version: ProfileVersion
    unit: Unit
    reasons: list[str]
    in_the_way: list[str]
    before_the_start: list[str]
    asked_for_it: bool
    is_free: bool
    miles: float | None

    @property
    def may_be_offered(self) -> bool:
        return not self.in_the_way

    @property
    def order(self) -> tuple[Any, ...]:
        """Who can be offered it first; of these who asked for it, who is free then, who is nearer; then by name."""
        near = self.miles if self.miles is not None else _FAR
        return (
            *(bool(self.in_the_way), not self.asked_for_it, not self.is_free, near),
            *(self.volunteer.person.name, self.version.title, self.volunteer.pk),
        )


def _open_at(where: Q, day: date) -> QuerySet[RiskAssessment]:
    """The roles, each at a unit where it is in order, that would welcome more people than are placed or offered it."""
    held = Placement.objects.filter(version__profile=OuterRef("version__profile"), unit=OuterRef("unit"))
    number = held.filter(status__in=HELD, is_loan=False).order_by().values("unit").annotate(number=Count("pk"))
    newest = RiskAssessment.objects.filter(version=OuterRef("version"), unit=OuterRef("unit")).order_by("-review_on")
    return (
        RiskAssessment.objects.filter(where)
        .filter(version__in=library.approved_version_ids(day), assessed_on__lte=day, review_on__gt=day)
        .filter(pk=Subquery(newest.values("pk")[:1]))
        .annotate(filled=Coalesce(Subquery(number.values("number")), 0))
        .filter(filled__lt=F("version__wanted"))
        .select_related("version__profile__strand", "unit__borough")
        .order_by("unit__name", "version__profile__title", "pk")
    )


def open_roles(viewer: Person, day: date) -> QuerySet[RiskAssessment]:
    """The roles with a place free in the boroughs that this person runs."""
    return _open_at(people.scope(viewer, (Role.MVPM,), day, on="unit"), day)


def units_in_use(day: date) -> QuerySet[Unit]:
    """The units of the whole force where some role is in order: where people can move, or be lent."""
    here = RiskAssessment.objects.filter(assessed_on__lte=day, review_on__gt=day).values("unit")
    return Unit.objects.on(day).filter(pk__in=here).select_related("borough").order_by("borough__name", "name")


def place_of(viewer: Person, version: str, unit: str, day: date) -> RiskAssessment | None:
    """A role at a unit where this person places volunteers, by their references; also when every place is filled."""
    here = people.scope(viewer, (Role.MVPM,), day, on="unit")
    found = RiskAssessment.objects.filter(here, version__reference=version, unit__reference=unit)
    return found.select_related("version__profile__strand", "unit__borough").order_by("-review_on").first()


def fitting_people(viewer: Person, version: ProfileVersion, unit: Unit, day: date) -> list[Fit]:
    """The volunteers of this person's boroughs beside a role, those to whom it can be offered first."""
    here = people.scope(viewer, (Role.MVPM,), day, on="borough")
    placed = Placement.objects.filter(version__profile=version.profile_id, unit=unit, status__in=HELD)
    found = Volunteer.objects.filter(here, status=Volunteer.Status.ACTIVE).exclude(pk__in=placed.values("volunteer"))
    volunteers = list(found.select_related("person", "borough", "strand"))
    failing = readiness([each.person_id for each in volunteers], version, unit, day, checks=FOR_A_START)
    known = _known(volunteers, [unit], day)
    return sorted((_fit(each, version, unit, failing[each.person_id], known, day) for each in volunteers), key=_ordered)


def fitting_roles(volunteer: Volunteer, day: date) -> list[Fit]:
    """The roles of the volunteer's borough that have a place free, beside this volunteer."""
    here = Q(unit__borough=volunteer.borough) | Q(unit=volunteer.borough)
    places = list(_open_at(here, day))
    held = set(Placement.objects.filter(volunteer=volunteer, status__in=HELD).values_list("version__profile", "unit"))
    places = [each for each in places if (each.version.profile_id, each.unit_id) not in held]
    known = _known([volunteer], [each.unit for each in places], day)
    failing = _failing_by_kind(volunteer.person_id, places, day)
    fits = [_fit(volunteer, each.version, each.unit, failing[_kind(each.version)], known, day) for each in places]
    return sorted(fits, key=_ordered)


def _ordered(fit: Fit) -> tuple[Any, ...]:
    return fit.order


def _kind(version: ProfileVersion) -> tuple[Any, ...]:
    """What readiness asks of a person for one role and not for another (the role itself is in order)."""
    marks = (version.is_lifting, version.is_public_facing, version.is_off_site, version.allows_own_vehicle)
    return (version.vetting_level, version.youngest, version.needs_aware, version.profile.strand_id, marks)


def _failing_by_kind(person: int, places: list[RiskAssessment], day: date) -> dict[tuple[Any, ...], frozenset[str]]:
    """Asked once for each kind of role, however many roles there are."""
    first: dict[tuple[Any, ...], RiskAssessment] = {}
    for each in places:
        first.setdefault(_kind(each.version), each)
    return {
        kind: readiness([person], each.version, each.unit, day, checks=FOR_A_START)[person]
        for kind, each in first.items()
    }


@dataclass(frozen=True)
class Known:
    """What is known of people and places, read once for all of them."""

    applications: dict[int, Application]
    where: dict[int, Any]
    busy: dict[int, list[str]]


def _known(volunteers: list[Volunteer], units: list[Unit], day: date) -> Known:
    ids = [each.person_id for each in volunteers]
    fields = ("person", "profile", "skills", "availability", "languages", "registered_at")
    newest = Application.objects.filter(person__in=ids).only(*fields).order_by("registered_at", "pk")
    live = Placement.objects.filter(volunteer__in=[each.pk for each in volunteers], status__in=Placement.LIVE)
    busy: dict[int, list[str]] = defaultdict(list)
    for volunteer, title in live.values_list("volunteer", "version__profile__title").order_by("pk"):
        busy[volunteer].append(title)
    return Known(
        applications={each.person_id: each for each in newest},
        where=library.positions_of({unit.pk for unit in units}),
        busy=dict(busy),
    )


def _fit(
    volunteer: Volunteer, version: ProfileVersion, unit: Unit, failing: frozenset[str], known: Known, day: date
) -> Fit:
    application = known.applications.get(volunteer.person_id)
    home = library.position_of(library.district_in(str(volunteer.person.address or "")))
    miles = library.way_between(home, known.where.get(unit.pk))
    free = _free(application, version)
    asked = Question(Person.objects.none(), version, unit, day)
    asked_for_it = bool(application and application.profile_id == version.profile_id)
    return Fit(
        volunteer=volunteer,
        version=version,
        unit=unit,
        reasons=[*_reasons(application, version, asked_for_it, free, miles), *_elsewhere(volunteer, known)],
        in_the_way=sentences(failing & NEEDED_NOW, asked, FOR_A_START),
        before_the_start=sentences(failing - NEEDED_NOW, asked, FOR_A_START),
        asked_for_it=asked_for_it,
        is_free=bool(free),
        miles=miles,
    )


def _free(application: Application | None, version: ProfileVersion) -> list[str]:
    """The times of the day at which the volunteer is free and the role can be done."""
    theirs = {_PARTS[each] for each in (application.availability if application else []) if each in _PARTS}
    return [_TIMES[each] for each in _TIMES if each in theirs and each in library.times_of_day(version)]


def _reasons(
    application: Application | None,
    version: ProfileVersion,
    asked: bool,
    free: list[str],
    miles: float | None,
) -> list[str]:
    found = ["Asked for this role"] if asked else []
    skills = library.same_words(version, list(application.skills)) if application else []
    if skills:
        found.append(f"Good at: {several(skills).lower()}")
    if free:
        found.append(f"Free on {several(free)}, when the role can be done")
    if miles is not None:
        found.append("Lives less than a mile away" if miles < 1 else f"Lives about {_about(miles)} away")
    return found


def _about(miles: float) -> str:
    return so_many(round(miles), "mile")


def _elsewhere(volunteer: Volunteer, known: Known) -> list[str]:
    titles = known.busy.get(volunteer.pk, [])
    return [f"Gives time already as {several(sorted(set(titles)))}"] if titles else ["Has no placement at the moment"]
