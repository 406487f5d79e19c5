"""Agree on costs before they are spent."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.expenses import access, rules, selectors
from timegiven.expenses.models import CostAgreement, Vehicle
from timegiven.expenses.services.keeping import read_of
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person, Volunteer
from timegiven.placements.models import Placement

Status = CostAgreement.Status
Kind = CostAgreement.Kind
MILES = (Kind.MILEAGE, Kind.DUTY)
A_DAY = timedelta(days=1)


@transaction.atomic
def ask_to_agree(
    placement: Placement, *, kind: str, what: str, by: Person, at: datetime, **terms: Any
) -> CostAgreement:
    """Ask that a kind of cost be agreed for the sessions of a placement; the MVP Manager answers."""
    return _ask(placement.volunteer, placement, kind=kind, what=what, from_on=london_day(at), by=by, at=at, **terms)


@transaction.atomic
def ask_for_a_day(
    volunteer: Volunteer, *, on: date, kind: str, what: str, by: Person, at: datetime, **terms: Any
) -> CostAgreement:
    """Ask that a cost be agreed for one day without a session, such as that of a course, an interview or a meeting."""
    rules.check_day_ahead(on=on, today=london_day(at), of=read_of(volunteer.person, by))
    return _ask(volunteer, None, kind=kind, what=what, from_on=on, by=by, at=at, **terms)


def _ask(
    volunteer: Volunteer,
    placement: Placement | None,
    *,
    kind: str,
    what: str,
    from_on: date,
    by: Person,
    at: datetime,
    vehicle: str = "",
    most_tenths: int | None = None,
    most_pence: int | None = None,
) -> CostAgreement:
    access.ask_to_agree.require(by, volunteer, london_day(at))
    is_there = selectors.clashing(volunteer, placement, kind, from_on)
    rules.check_asked_once(is_there=is_there, kind=Kind(kind).label)
    rules.check_terms(is_miles=kind in MILES, vehicle=vehicle, most_tenths=most_tenths)
    asked = CostAgreement.objects.create(
        volunteer=volunteer,
        placement=placement,
        kind=kind,
        what=what,
        from_on=from_on,
        until_on=None if placement else from_on + A_DAY,
        asked_by=by,
        **_terms(kind, vehicle, most_tenths, most_pence),
    )
    CostAgreement.lifecycle.begin(asked, by=by, at=at)
    audit.record("asked to agree on a cost", of=asked, by=by, at=at, about=volunteer.person)
    return asked


def _terms(kind: str, vehicle: str, most_tenths: int | None, most_pence: int | None) -> dict[str, Any]:
    """Miles have a vehicle and a distance, everything else at most an amount."""
    if kind in MILES:
        return {"vehicle": vehicle, "most_tenths": most_tenths, "most_pence": None}
    return {"vehicle": "", "most_tenths": None, "most_pence": most_pence}


@transaction.atomic
def agree(
    asked: CostAgreement,
    *,
    what: str,
    by: Person,
    at: datetime,
    from_on: date | None = None,
    until_on: date | None = None,
    vehicle: str = "",
    most_tenths: int | None = None,
    most_pence: int | None = None,
) -> None:
    """Agree to pay a kind of cost back in the terms that are written down here: from a day on, or for its one day."""
    access.agree.require(by, asked.volunteer, london_day(at))
    rules.check_terms(is_miles=asked.kind in MILES, vehicle=vehicle, most_tenths=most_tenths)
    if asked.placement is None:
        from_on, until_on = asked.from_on, asked.until_on
    else:
        from_on = from_on or asked.from_on
        rules.check_beforehand(from_on=from_on, earliest=asked.from_on)
        rules.check_ends_later(from_on=from_on, until_on=until_on)
    _check_driving(asked, vehicle, london_day(at))
    terms = _terms(asked.kind, vehicle, most_tenths, most_pence)
    CostAgreement.objects.filter(pk=asked.pk).update(
        what=what, from_on=from_on, until_on=until_on, decided_by=by, **terms
    )
    _move(asked, Status.AGREED, by=by, at=at)
    asked.refresh_from_db()
    letters.write("expenses/agreed", to=asked.volunteer.person, at=at, agreed=asked)


def _check_driving(asked: CostAgreement, vehicle: str, day: date) -> None:
    """What the insurer knows, and on duty what the profile, the risk assessment and the insurer say."""
    if asked.kind == Kind.DUTY and asked.placement:
        rules.check_vehicle(selectors.vehicle_reasons(asked.placement, day), is_own=False)
    elif asked.kind == Kind.MILEAGE:
        has_said = selectors.has_told_insurer(asked.volunteer, day)
        rules.check_insurer_knows(is_motor=vehicle != Vehicle.BICYCLE, has_said=has_said)


@transaction.atomic
def decline_to_agree(asked: CostAgreement, *, reason: str, by: Person, at: datetime) -> None:
    """Say no to a cost that was asked for, and why."""
    access.agree.require(by, asked.volunteer, london_day(at))
    CostAgreement.objects.filter(pk=asked.pk).update(decided_by=by)
    _move(asked, Status.NOT_AGREED, by=by, at=at, why=reason)
    letters.write("expenses/not_agreed", to=asked.volunteer.person, at=at, agreed=asked, reason=reason)


@transaction.atomic
def end_agreement(agreed: CostAgreement, *, by: Person, at: datetime) -> None:
    """End what was agreed, from tomorrow on; costs of earlier days may still be claimed."""
    day = london_day(at)
    access.end_agreement.require(by, agreed, day)
    last = max(day + A_DAY, agreed.from_on)
    CostAgreement.objects.filter(pk=agreed.pk).update(until_on=min(agreed.until_on or last, last))
    _move(agreed, Status.ENDED, by=by, at=at)


def _move(asked: CostAgreement, to: str, *, by: Person, at: datetime, why: str = "") -> None:
    CostAgreement.lifecycle.move(asked, to, by=by, at=at, why=why)
    audit.record(f"cost {to.lower()}", of=asked, by=by, at=at, about=asked.volunteer.person)
