"""Risk assessments: where a version may be used, and what is due for its yearly review."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet, Window

from timegiven.kernel import prepared
from timegiven.kernel.prepared import Prepared
from timegiven.library.models import ProfileVersion, RiskAssessment
from timegiven.library.policies import REVIEW_NOTICE_DAYS
from timegiven.library.selectors.versions import (
    approved_version_ids,
    approved_versions,
    successor,
    versions_seen_by,
)
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person
from timegiven.programme.models import Unit

Role = Appointment.Role
REVIEWERS = (Role.MVPM, Role.UNIT_MANAGER, Role.CENTRAL_TEAM)


def _in_date(day: date) -> Q:
    return Q(assessed_on__lte=day, review_on__gt=day)


def risk_in_date(unit: Unit, version: ProfileVersion, day: date) -> bool:
    """Whether the version has a risk assessment at the unit that is not due for review on this day (clauses 53, 59)."""
    return bool(_assessed(unit=unit.pk, version=version.pk, day=day))


@Prepared
def _assessed() -> QuerySet[Any]:
    there = RiskAssessment.objects.filter(_in_date(prepared.day("day")), unit=prepared.key("unit"))
    return there.filter(version=prepared.key("version")).values_list("pk")[:1]


def risk_held(unit: Unit, version: ProfileVersion, day: date) -> bool:
    """Whether the risk at the unit is in date for those who have agreed to this version, also with a newer in force.

    What the newer one's assessment there says comes first: it is the one that is reviewed (clauses 53, 58, 59).
    """
    newer = successor(version, day)
    if newer and RiskAssessment.objects.filter(unit=unit, version=newer).exists():
        return risk_in_date(unit, newer, day)
    return risk_in_date(unit, version, day)


def units_assessed(version: ProfileVersion, day: date) -> QuerySet[Unit]:
    """The units where the version has a risk assessment in date."""
    there = RiskAssessment.objects.filter(_in_date(day), unit=OuterRef("pk"), version=version)
    return Unit.objects.filter(Exists(there)).select_related("borough").order_by("borough__name", "name")


def boroughs_besides(version: ProfileVersion, person: Person, day: date) -> list[str]:
    """Where a role in force may be done, outside the boroughs that this person runs."""
    if version.status != ProfileVersion.Status.APPROVED:
        return []
    others = units_assessed(version, day).exclude(people.scope(person, (Role.MVPM, Role.CENTRAL_TEAM), day))
    return sorted({unit.borough.name for unit in others if unit.borough})


def assessment_at(unit: Unit, version: ProfileVersion) -> RiskAssessment | None:
    """The newest assessment of a version at a unit."""
    return (
        RiskAssessment.objects.filter(unit=unit, version=version)
        .select_related("assessed_by", "unit__borough")
        .prefetch_related("hazards")
        .order_by("-review_on", "-pk")
        .first()
    )


def hazards_at(unit: Unit, version: ProfileVersion) -> list[str]:
    """What could cause harm, by the newest assessment there."""
    newest = assessment_at(unit, version)
    return [hazard.what for hazard in newest.hazards.all()] if newest else []


def _newest() -> QuerySet[RiskAssessment]:
    """The newest assessment of each version at each unit."""
    same = RiskAssessment.objects.filter(version=OuterRef("version"), unit=OuterRef("unit"))
    later = same.filter(
        Q(review_on__gt=OuterRef("review_on")) | Q(review_on=OuterRef("review_on"), pk__gt=OuterRef("pk"))
    )
    return RiskAssessment.objects.filter(~Exists(later)).select_related("unit__borough", "version__profile")


def assessments_of(version: ProfileVersion) -> QuerySet[RiskAssessment]:
    """Where the version has been assessed: the newest assessment at each unit."""
    return _newest().filter(version=version).order_by("unit__borough__name", "unit__name")


def noticed_until(day: date) -> date:
    """The last day of which reviews are brought to notice today."""
    return day + timedelta(days=max(REVIEW_NOTICE_DAYS.on(day)))


def in_use(day: date) -> QuerySet[RiskAssessment]:
    """The newest assessments of the versions in force: what is reviewed every year."""
    return _newest().filter(version__in=approved_version_ids(day))


def all_reviews_due(day: date) -> QuerySet[RiskAssessment]:
    """The reviews of the whole programme that are overdue or within the time of notice."""
    until = noticed_until(day)
    return in_use(day).filter(review_on__lte=until).order_by("review_on", "version__profile__title", "pk")


def reviews(person: Person, day: date) -> QuerySet[RiskAssessment]:
    """The assessments in use where this person looks after them."""
    return in_use(day).filter(people.scope(person, REVIEWERS, day, on="unit"))


def reviews_due(person: Person, day: date) -> QuerySet[RiskAssessment]:
    """The assessments of versions in force, where this person looks after them, that are overdue or soon due."""
    return all_reviews_due(day).filter(people.scope(person, REVIEWERS, day, on="unit"))


def reviews_by_unit(person: Person, day: date, *, state: str = "", unit: str = "") -> QuerySet[RiskAssessment]:
    """The assessments in use, unit by unit; the unit whose review is due first comes first."""
    until = noticed_until(day)
    wanted = {"all": Q(), "overdue": Q(review_on__lte=day), "soon": Q(review_on__gt=day, review_on__lte=until)}
    found = reviews(person, day).filter(wanted.get(state, Q(review_on__lte=until)))
    if unit:
        found = found.filter(unit__reference=unit)
    first = Window(Min("review_on"), partition_by=[F("unit")])
    return found.annotate(unit_first=first).order_by("unit_first", "unit__name", "unit", "review_on", "pk")


def review_counts(person: Person, day: date) -> dict[str, int]:
    """How many assessments in use are overdue, soon due, and in date."""
    until = noticed_until(day)
    return reviews(person, day).aggregate(
        overdue=Count("pk", filter=Q(review_on__lte=day)),
        soon=Count("pk", filter=Q(review_on__gt=day, review_on__lte=until)),
        in_date=Count("pk", filter=Q(review_on__gt=day)),
    )


def units_reviewed(person: Person, day: date) -> list[tuple[str, str]]:
    """The units with an assessment where this person serves, as choices."""
    there = RiskAssessment.objects.filter(people.scope(person, REVIEWERS, day, on="unit")).values("unit")
    units = Unit.objects.filter(pk__in=there).select_related("borough").order_by("borough__name", "name")
    return [(unit.reference, unit.full_name) for unit in units]


def assessments_seen_by(person: Person, day: date) -> QuerySet[RiskAssessment]:
    """The assessments, old ones too, of what this person may open: the unit reads it before anybody starts (54)."""
    seen = versions_seen_by(person, day).order_by().values("pk")
    return RiskAssessment.objects.filter(version__in=seen).select_related(
        "unit__borough", "version__profile__unit__borough", "assessed_by", "copied_from__unit__borough"
    )


def places_to_follow(person: Person, day: date) -> list[tuple[ProfileVersion, Unit]]:
    """Where the version before was in use, and the one in force has not been assessed yet (clauses 53, 58)."""
    here = people.scope(person, REVIEWERS, day, on="unit")
    new = ProfileVersion.objects.filter(
        profile=OuterRef("version__profile"), pk__in=approved_version_ids(day), risk_assessments__unit=OuterRef("unit")
    )
    older = RiskAssessment.objects.filter(here, ~Exists(new), version__status=ProfileVersion.Status.SUPERSEDED)
    wanted = dict.fromkeys(older.order_by("unit__name").values_list("version__profile", "unit"))
    versions = {each.profile_id: each for each in _in_force_of({profile for profile, _ in wanted}, day)}
    units = Unit.objects.select_related("borough").in_bulk({unit for _, unit in wanted})
    return [(versions[profile], units[unit]) for profile, unit in wanted if profile in versions]


def _in_force_of(profiles: set[int], day: date) -> QuerySet[ProfileVersion]:
    return approved_versions(day).filter(profile__in=profiles)
