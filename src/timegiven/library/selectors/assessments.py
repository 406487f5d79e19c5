"""Risk assessments: where a version may be used, and what is due for its yearly review."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from timegiven.library.models import ProfileVersion, RiskAssessment
from timegiven.library.policies import REVIEW_NOTICE_DAYS
from timegiven.library.selectors.versions import approved_version_ids
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person
from timegiven.programme.models import Unit

Role = Appointment.Role


def _in_date(day: date) -> Q:
    return Q(assessed_on__lte=day, review_on__gt=day)


def risk_in_date(unit: Unit, version: ProfileVersion, day: date) -> bool:
    """Whether the version has a risk assessment at the unit that is not due for review on this day (clauses 53, 59)."""
    return RiskAssessment.objects.filter(_in_date(day), unit=unit, version=version).exists()


def units_assessed(version: ProfileVersion, day: date) -> QuerySet[Unit]:
    """The units where the version has a risk assessment in date."""
    there = RiskAssessment.objects.filter(_in_date(day), unit=OuterRef("pk"), version=version)
    return Unit.objects.filter(Exists(there)).select_related("borough").order_by("borough__name", "name")


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


def reviews_due(person: Person, day: date) -> QuerySet[RiskAssessment]:
    """The assessments of versions in force, where this person looks after them, that are overdue or soon due."""
    until = day + timedelta(days=max(REVIEW_NOTICE_DAYS.on(day)))
    where = people.scope(person, (Role.MVPM, Role.UNIT_MANAGER, Role.CENTRAL_TEAM), day, on="unit")
    return (
        _newest()
        .filter(where, review_on__lte=until, version__in=approved_version_ids(day))
        .order_by("review_on", "version__profile__title", "pk")
    )
