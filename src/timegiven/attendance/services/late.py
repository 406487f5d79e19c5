"""A report that comes too late for the volunteer to enter goes to the MVP Manager, with everything they typed."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from django.db import transaction

from timegiven.attendance import access, rules, selectors
from timegiven.attendance.models import LateEntry, SessionReport
from timegiven.attendance.services.reports import report
from timegiven.audit import services as audit
from timegiven.kernel.time import london_day, london_span
from timegiven.letters import services as letters
from timegiven.people import selectors as people
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.rota.models import Offer


@transaction.atomic
def hand_over(
    placement: Placement,
    *,
    day: date,
    starts: time,
    ends: time,
    typed: Mapping[str, Sequence[str]],
    by: Person,
    at: datetime,
    offer: Offer | None = None,
    listed_on: date | None = None,
) -> LateEntry:
    """Pass a late report on to the MVP Manager, who enters it; nothing has to be typed twice.

    The Central Team does where there is no MVP Manager.

    The same session sent again takes the place of what was sent before; another one of that day stands beside it.
    """
    access.report.require(by, placement, london_day(at))
    span = london_span(day, starts, ends)
    offer = offer or selectors.Untold([placement.pk], *span).duty(placement.pk, *span)
    told = {name: list(values) for name, values in typed.items()}
    told["tasks"] = _numbered_as_then(placement, told.get("tasks", []), day, listed_on or day)
    facts = {"typed": json.dumps(told), "sent_at": at, "person": placement.volunteer.person, "offer": offer}
    facts["is_concern"] = any(told.get("is_concern", []))
    late, is_new = LateEntry.objects.update_or_create(
        placement=placement, on=day, starts=starts, settled_at=None, defaults=facts
    )
    audit.record("handed over", of=late, by=by, at=at, about=late.person)
    letters.overtake([offer] if offer else [], why="They have told us how it was", at=at)
    to, _ = people.whom_to_tell(placement.unit, london_day(at), besides=late.person)
    if to is not None and is_new:
        letters.write("attendance/late", to=to, at=at, late=late, person=late.person)
    return late


def _numbered_as_then(placement: Placement, ticked: Sequence[str], day: date, listed_on: date) -> list[str]:
    """The tasks that were ticked on the list of one day, by their numbers on the list of another."""
    said = {task.text for task in selectors.tasks_of(placement, listed_on) if str(task.position) in ticked}
    return [str(task.position) for task in selectors.tasks_of(placement, day) if task.text in said]


@transaction.atomic
def enter_late(late: LateEntry, *, by: Person, at: datetime, **told: Any) -> SessionReport:
    """Enter a late report as the volunteer told of it, put right where it had to be."""
    written = report(late.placement, offer=_still_open(late), by=by, at=at, listed_on=late.on, **told)
    _settle(late, by=by, at=at, report=written)
    return written


@transaction.atomic
def leave_out(late: LateEntry, *, why: str, by: Person, at: datetime) -> None:
    """Do not enter a late report, and tell the volunteer why."""
    access.key_in_for.require(by, late.placement, london_day(at))
    _settle(late, by=by, at=at, why_not=why)
    audit.record("left out", of=late, by=by, at=at, about=late.person)
    letters.write("attendance/left_out", to=late.person, at=at, late=late, why=why, by=by)


def _still_open(late: LateEntry) -> Offer | None:
    return late.offer if late.offer is not None and late.offer.status == Offer.Status.ACCEPTED else None


def _settle(late: LateEntry, *, by: Person, at: datetime, **result: Any) -> None:
    settled = {"settled_at": at, "settled_by": by, **result}
    changed = LateEntry.objects.filter(pk=late.pk, settled_at=None).update(**settled)
    rules.check_unanswered(is_answered=not changed)
