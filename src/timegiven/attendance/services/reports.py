"""Report a session, correct a report, take one back: the ledger moves with it, in one transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from timegiven.attendance import access, rules, selectors
from timegiven.attendance.models import Presence, SessionReport
from timegiven.attendance.services.entering import Act, Told, ask_of, enter
from timegiven.audit import services as audit
from timegiven.hours import services as hours
from timegiven.kernel.time import london_day
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.rota import services as rota_services
from timegiven.rota.models import Offer


@transaction.atomic
def report(
    placement: Placement,
    *,
    by: Person,
    at: datetime,
    offer: Offer | None = None,
    presence: Presence | None = None,
    why: str = "",
    **told: Any,
) -> SessionReport:
    """Tell of a session: the minutes go into the ledger, a duty becomes time given, the MVPM can read it.

    ``why`` is wanted only for a month that has been closed.
    """
    access.report.require(by, placement, london_day(at))
    hold(placement.volunteer.person)
    act = Act(by=by, at=at, ask=ask_of(placement, at), why=why)
    written = enter(placement, Told(**told), act, offer=offer, presence=presence)
    if written.offer is not None and written.offer.status != Offer.Status.GIVEN:  # given when a report was taken back
        rota_services.give(written.offer, by=by, at=at)
    audit.record("reported", of=written, by=by, at=at, about=written.person)
    return written


@transaction.atomic
def correct(old: SessionReport, *, why: str, by: Person, at: datetime, **told: Any) -> SessionReport:
    """Put a report right: a new version with the reason takes its place, and the old one is kept."""
    access.correct.require(by, old, london_day(at))
    hold(old.person)
    _check_standing(old)
    _take_back(old, by=by, at=at, why=why)
    told.setdefault("listed_on", selectors.day_of_tasks(london_day(at), old.offer, old))
    act = Act(by=by, at=at, ask=ask_of(old.placement, at), replaces=old, why=why)
    written = enter(old.placement, Told(**told), act, offer=old.offer, presence=old.presence)
    audit.record("corrected", of=written, by=by, at=at, about=written.person)
    return written


@transaction.atomic
def void(report: SessionReport, *, why: str, by: Person, at: datetime) -> None:
    """Take a report back that should not have been written: its minutes leave the ledger, and it stays to be read."""
    access.correct.require(by, report, london_day(at))
    hold(report.person)
    _check_standing(report)
    _take_back(report, by=by, at=at, why=why)
    SessionReport.objects.filter(pk=report.pk).update(voided_at=at, voided_by=by, why_voided=why)
    audit.record("took back a report", of=report, by=by, at=at, about=report.person)


@transaction.atomic
def confirm(reports: Sequence[SessionReport], *, by: Person, at: datetime) -> int:
    """Say of sessions that they took place, where the policy asks for that; return how many were new."""
    for each in reports:
        access.confirm.require(by, each, london_day(at))
    fresh = SessionReport.objects.filter(SessionReport.STANDING, pk__in=[each.pk for each in reports])
    for each in fresh.filter(confirmed_at=None):
        audit.record("confirmed", of=each, by=by, at=at, about=each.person)
    return fresh.filter(confirmed_at=None).update(confirmed_at=at, confirmed_by=by)


def hold(person: Person) -> None:
    """Of two reports by one person at once, the second waits here and sees the first."""
    # Not the key: a letter or an audit record may name the person meanwhile.
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)


def _check_standing(report: SessionReport) -> None:
    stands = SessionReport.objects.filter(pk=report.pk)
    rules.check_newest(is_replaced=stands.exclude(replaced_by=None).exists())
    rules.check_not_voided(is_voided=stands.exclude(voided_at=None).exists())


def _take_back(report: SessionReport, *, by: Person, at: datetime, why: str) -> None:
    for entry in (report.entry, report.travel_entry):
        if entry is not None:
            hours.take_back(entry, by=by, at=at, why=why)
