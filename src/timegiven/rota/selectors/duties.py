"""Duties: who sees which, a month of them, and those that still have a place."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import F, Func, IntegerField, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast

from timegiven.kernel import prepared
from timegiven.kernel.prepared import Prepared
from timegiven.kernel.time import at_london, london_day, month_of, next_month
from timegiven.kernel.words import clock
from timegiven.library import selectors as library
from timegiven.library.models import ProfileVersion, RiskAssessment, Task
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person
from timegiven.programme.models import Unit
from timegiven.rota.models import Duty, Offer
from timegiven.rota.policies import GAPS_AHEAD

PLANNERS = (Role.UNIT_MANAGER, Role.MVPM)
READERS = (*PLANNERS, Role.CENTRAL_TEAM, Role.AUDITOR)
# Counted for each duty from an index: to group the duties themselves, the database would have to sort them whole.
_FILLED = Offer.objects.filter(duty=OuterRef("pk"), status__in=Offer.TAKEN)
TAKEN = Subquery(_FILLED.annotate(filled=Func(F("duty"), function="COUNT")).values("filled"), IntegerField())


_PLACE = ("unit__name", "unit__borough__name")
_MOMENTS = ("starts", "ends", "cancelled", "published")


class Shown(NamedTuple):
    """One duty on a month's page: plain values, because a month may hold hundreds."""

    reference: str
    on: date
    times: str
    title: str
    least: int
    most: int
    taken: int
    is_called_off: bool
    is_draft: bool


def duties_seen_by(person: Person, day: date) -> QuerySet[Duty]:
    """The duties of the units that this person looks after or oversees."""
    return Duty.objects.filter(people.scope(person, READERS, day, on="unit")).select_related(
        "version__profile", "unit__borough", "unit__station"
    )


def areas_seen_by(person: Person, day: date) -> list[Unit]:
    """The boroughs and units whose month this person may open, wide before narrow."""
    paths = people.paths(person, READERS, day)
    if not paths:
        return []
    plans = any(held.role in PLANNERS for held in people.appointments(person, day))
    return _areas_within(len(paths), plans, paths=paths)


@Prepared
def _areas_within(number: int, with_units: bool) -> QuerySet[Unit]:
    seen = Q(pk__in=[])
    for path in prepared.texts("paths", number):
        seen |= Q(path__startswith=path)
    kinds = (*Unit.BOROUGHS, *([Unit.Kind.UNIT] if with_units else []))
    areas = Unit.objects.filter(seen, kind__in=kinds).select_related("borough").order_by("kind", "name")
    return areas.only("reference", "name", "kind", "path", "borough__name")


def month(area: Unit, first: date) -> list[Shown]:
    """The duties of a borough or unit on the weeks that a month touches, in one query."""
    begin = first - timedelta(days=first.weekday())
    end = next_month(first) + timedelta(days=(7 - next_month(first).weekday()) % 7)
    on = "unit" if area.kind == Unit.Kind.UNIT else "unit__borough"
    rows = _duties_between(on, area=area.pk, begin=_midnight(begin), end=_midnight(end))
    return [
        Shown(reference, *_reading(starts, ends), title, least, most, taken, cancelled is not None, published is None)
        for reference, starts, ends, title, least, most, taken, cancelled, published in rows
    ]


@lru_cache(maxsize=2_000)
def _reading(starts: str, ends: str) -> tuple[date, str]:
    """The day and the times of a duty, from moments as the database writes them: the same few come again and again."""
    starts_at, ends_at = (_utc(datetime.fromisoformat(written)) for written in (starts, ends))
    return london_day(starts_at), f"{clock(starts_at)} to {clock(ends_at)}"


def _utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)  # SQLite does not write the zone


@Prepared
def _duties_between(on: str) -> QuerySet[Any]:
    there = Duty.objects.filter(**{on: prepared.key("area")})
    return (
        there.filter(starts_at__gte=prepared.moment("begin"), starts_at__lt=prepared.moment("end"))
        .annotate(taken=TAKEN, **{f"{moment}_text": Cast(f"{moment}_at", TextField()) for moment in _MOMENTS})
        .order_by("starts_at", "version__profile__title", "pk")
        .values_list(
            *("reference", "starts_text", "ends_text", "version__profile__title", "least", "most", "taken"),
            *("cancelled_text", "published_text"),
        )
    )


def _midnight(day: date) -> datetime:
    return at_london(day, time())


@lru_cache(maxsize=1_000)
def month_bounds(day: date) -> tuple[datetime, datetime]:
    """The first moment of the month of a day, and of the next."""
    return _midnight(month_of(day)), _midnight(next_month(day))


def gaps_seen_by(
    person: Person, *, from_at: datetime, until_at: datetime, day: date, thin: bool = False
) -> QuerySet[Duty]:
    """The duties this person plans that still have a place, soonest first; ``thin``: fewer people than hoped for."""
    return (
        Duty.objects.filter(unit__in=people.units(person, PLANNERS, day))
        .filter(starts_at__gte=from_at, starts_at__lt=until_at, cancelled_at=None, published_at__isnull=False)
        .annotate(taken=TAKEN)
        .filter(taken__lt=F("least" if thin else "most"))
        .select_related("version__profile", "unit__borough")
        .only(*("reference", "starts_at", "ends_at", "least", "most", "version__profile__title"), *_PLACE)
        .order_by("starts_at", "pk")
    )


def gaps_until(at: datetime) -> datetime:
    """How far ahead places that are still free are brought to notice."""
    return at + timedelta(days=int(GAPS_AHEAD.on(london_day(at))))


def taken(duty: Duty) -> int:
    """How many places are filled."""
    return Offer.objects.filter(duty=duty, status__in=Offer.TAKEN).count()


def tasks_named(duty: Duty) -> list[str]:
    """The tasks of a duty, where only some of the role's are meant."""
    return [task.text for task in duty.tasks.order_by("position")]


def tasks_of(version: ProfileVersion) -> list[Task]:
    """The tasks of a role from which those of a duty are drawn."""
    return library.tasks_of(version)


def tasks_for(duty: Duty, agreed: list[Task]) -> list[Task]:
    """Of the tasks that somebody has agreed to, those that a duty names; all where it names none of them."""
    named = set(tasks_named(duty))
    return [task for task in agreed if task.text in named] or agreed


def areas_planned_by(person: Person, day: date) -> QuerySet[Unit]:
    """The units whose rota this person makes, by name."""
    kinds = (Unit.Kind.UNIT, Unit.Kind.OCU, Unit.Kind.BOROUGH)
    mine = people.units(person, PLANNERS, day).filter(kind__in=kinds).select_related("borough")
    return mine.order_by("kind", "name")


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
