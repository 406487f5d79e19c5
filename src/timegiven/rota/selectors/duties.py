"""Duties: who sees which, a month of them, and those that still have a place."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.db.models import Count, F, Q, QuerySet

from timegiven.kernel.time import at_london, london_day, month_of, next_month
from timegiven.library.models import ProfileVersion, RiskAssessment
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person
from timegiven.programme.models import Unit
from timegiven.rota.models import Duty, Offer
from timegiven.rota.policies import GAPS_AHEAD

PLANNERS = (Role.UNIT_MANAGER, Role.MVPM)
READERS = (*PLANNERS, Role.CENTRAL_TEAM, Role.AUDITOR)
TAKEN = Count("offers", filter=Q(offers__status__in=Offer.TAKEN))


class Shown(NamedTuple):
    """One duty on a month's page: plain values, because a month may hold hundreds."""

    reference: str
    starts_at: datetime
    ends_at: datetime
    title: str
    places: int
    cancelled_at: datetime | None
    taken: int


def duties_seen_by(person: Person, day: date) -> QuerySet[Duty]:
    """The duties of the units that this person looks after or oversees."""
    return Duty.objects.filter(people.scope(person, READERS, day, on="unit")).select_related(
        "version__profile", "unit__borough", "unit__station"
    )


def areas_seen_by(person: Person, day: date) -> QuerySet[Unit]:
    """The boroughs and units whose month this person may open, wide before narrow."""
    roles = {held.role for held in people.appointments(person, day)}
    kinds = [Unit.Kind.BOROUGH, Unit.Kind.OCU]
    if roles & set(PLANNERS):
        kinds.append(Unit.Kind.UNIT)
    within = Q(pk__in=[])
    for held in people.appointments(person, day):
        if held.role in READERS:
            within |= Q(path__startswith=held.unit.path)
    areas = Unit.objects.filter(within, kind__in=kinds).select_related("borough").order_by("kind", "name")
    return areas.only("reference", "name", "kind", "path", "borough__name")


def _within(area: Unit) -> Q:
    return Q(unit=area) if area.kind == Unit.Kind.UNIT else Q(unit__borough=area)


def month(area: Unit, first: date) -> list[Shown]:
    """The duties of a borough or unit on the weeks that a month touches, in one query."""
    begin = first - timedelta(days=first.weekday())
    end = next_month(first) + timedelta(days=(7 - next_month(first).weekday()) % 7)
    rows = (
        Duty.objects.filter(_within(area), starts_at__gte=_midnight(begin), starts_at__lt=_midnight(end))
        .annotate(taken=TAKEN)
        .order_by("starts_at", "version__profile__title", "pk")
        .values_list("reference", "starts_at", "ends_at", "version__profile__title", "places", "cancelled_at", "taken")
    )
    return [Shown(*row) for row in rows]


def _midnight(day: date) -> datetime:
    return at_london(day, time())


def month_bounds(day: date) -> tuple[datetime, datetime]:
    """The first moment of the month of a day, and of the next."""
    return _midnight(month_of(day)), _midnight(next_month(day))


def gaps_seen_by(person: Person, *, from_at: datetime, until_at: datetime, day: date) -> QuerySet[Duty]:
    """The duties this person plans that still have a place, soonest first."""
    return (
        Duty.objects.filter(people.scope(person, PLANNERS, day, on="unit"))
        .filter(starts_at__gte=from_at, starts_at__lt=until_at, cancelled_at=None)
        .annotate(taken=TAKEN)
        .filter(taken__lt=F("places"))
        .select_related("version__profile", "unit__borough")
        .order_by("starts_at", "pk")
    )


def gaps_until(at: datetime) -> datetime:
    """How far ahead places that are still free are brought to notice."""
    return at + timedelta(days=int(GAPS_AHEAD.on(london_day(at))))


def taken(duty: Duty) -> int:
    """How many places are filled."""
    return Offer.objects.filter(duty=duty, status__in=Offer.TAKEN).count()


def offers_of(duty: Duty) -> QuerySet[Offer]:
    """Everybody who was offered this duty and what they said, by name."""
    return duty.offers.select_related("person", "placement").order_by("person__name")


def roles_to_plan(person: Person, day: date) -> list[tuple[ProfileVersion, Unit]]:
    """The approved roles, each at a unit where its risk assessment is in date, that this person may plan for."""
    assessments = (
        RiskAssessment.objects.filter(people.scope(person, PLANNERS, day, on="unit"))
        .filter(version__status=ProfileVersion.Status.APPROVED, assessed_on__lte=day, review_on__gt=day)
        .select_related("version__profile", "unit__borough")
        .order_by("unit__name", "version__profile__title", "pk")
    )
    found = {(each.version_id, each.unit_id): (each.version, each.unit) for each in assessments}
    return list(found.values())


def is_assessed(version: ProfileVersion, unit: Unit, day: date) -> bool:
    """Whether the role's risk assessment at this unit is in date on a day (clauses 53, 59)."""
    return RiskAssessment.objects.filter(version=version, unit=unit, assessed_on__lte=day, review_on__gt=day).exists()


def whom_to_ask(borough: Unit | None, day: date) -> str:
    """The Borough MVP Manager's name and number."""
    mvpm = people.mvpm_of(borough, day) if borough else None
    return ", ".join(part for part in (mvpm.name, mvpm.phone or mvpm.email) if part) if mvpm else ""


def questions_to(borough: Unit | None, day: date) -> str:
    """Whom to ask, as the sentence that ends a refusal: Questions: Priya Shah, 020 7946 0100."""
    whom = whom_to_ask(borough, day)
    return f"Questions: {whom}." if whom else ""
