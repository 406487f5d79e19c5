"""Agree on costs before they are spent."""

from datetime import date, datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.expenses import access, rules, selectors
from timegiven.expenses.models import CostAgreement
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person
from timegiven.placements.models import Placement

Status = CostAgreement.Status
Kind = CostAgreement.Kind
MILES = (Kind.MILEAGE, Kind.DUTY)


@transaction.atomic
def ask_to_agree(
    placement: Placement,
    *,
    kind: str,
    what: str,
    by: Person,
    at: datetime,
    vehicle: str = "",
    most_tenths: int | None = None,
    most_pence: int | None = None,
) -> CostAgreement:
    """Ask that a kind of cost be agreed for a placement; the MVP Manager answers."""
    day = london_day(at)
    access.ask_to_agree.require(by, placement, day)
    is_there = selectors.clashing(placement, kind, day)
    rules.check_asked_once(is_there=is_there, kind=Kind(kind).label)
    rules.check_terms(is_miles=kind in MILES, vehicle=vehicle, most_tenths=most_tenths)
    asked = CostAgreement.objects.create(
        placement=placement,
        kind=kind,
        what=what,
        vehicle=vehicle if kind in MILES else "",
        most_tenths=most_tenths if kind in MILES else None,
        most_pence=None if kind in MILES else most_pence,
        from_on=day,
        asked_by=by,
    )
    CostAgreement.lifecycle.begin(asked, by=by, at=at)
    audit.record("asked to agree on a cost", of=asked, by=by, at=at, about=placement.volunteer.person)
    return asked


@transaction.atomic
def agree(
    asked: CostAgreement,
    *,
    what: str,
    from_on: date,
    by: Person,
    at: datetime,
    vehicle: str = "",
    most_tenths: int | None = None,
    most_pence: int | None = None,
    until_on: date | None = None,
    insurer_seen_on: date | None = None,
) -> None:
    """Agree to pay a kind of cost back from a day on, in the terms that are written down here."""
    access.agree.require(by, asked.placement, london_day(at))
    is_miles = asked.kind in MILES
    rules.check_beforehand(from_on=from_on, earliest=asked.from_on)
    rules.check_terms(is_miles=is_miles, vehicle=vehicle, most_tenths=most_tenths)
    rules.check_insurer(is_duty=asked.kind == Kind.DUTY, seen_on=insurer_seen_on)
    if asked.kind == Kind.DUTY:
        rules.check_vehicle(selectors.vehicle_reasons(asked.placement, from_on))
    CostAgreement.objects.filter(pk=asked.pk).update(
        what=what,
        vehicle=vehicle if is_miles else "",
        most_tenths=most_tenths if is_miles else None,
        most_pence=None if is_miles else most_pence,
        from_on=from_on,
        until_on=until_on,
        insurer_seen_on=insurer_seen_on,
        decided_by=by,
    )
    _move(asked, Status.AGREED, by=by, at=at)
    asked.refresh_from_db()
    letters.write("expenses/agreed", to=asked.placement.volunteer.person, at=at, agreed=asked)


@transaction.atomic
def decline_to_agree(asked: CostAgreement, *, reason: str, by: Person, at: datetime) -> None:
    """Say no to a cost that was asked for, and why."""
    access.agree.require(by, asked.placement, london_day(at))
    CostAgreement.objects.filter(pk=asked.pk).update(decided_by=by)
    _move(asked, Status.NOT_AGREED, by=by, at=at, why=reason)
    letters.write("expenses/not_agreed", to=asked.placement.volunteer.person, at=at, agreed=asked, reason=reason)


@transaction.atomic
def end_agreement(agreed: CostAgreement, *, by: Person, at: datetime) -> None:
    """End what was agreed, from tomorrow on; costs of earlier days may still be claimed."""
    day = london_day(at)
    access.end_agreement.require(by, agreed, day)
    last = max(date.fromordinal(day.toordinal() + 1), agreed.from_on)
    CostAgreement.objects.filter(pk=agreed.pk).update(until_on=last)
    _move(agreed, Status.ENDED, by=by, at=at)


def _move(asked: CostAgreement, to: str, *, by: Person, at: datetime, why: str = "") -> None:
    CostAgreement.lifecycle.move(asked, to, by=by, at=at, why=why)
    audit.record(f"cost {to.lower()}", of=asked, by=by, at=at, about=asked.placement.volunteer.person)
