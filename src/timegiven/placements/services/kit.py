"""Lend kit, take it back, and note what cannot be found: nobody's fault (clauses 25, 112)."""

from datetime import date, datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person, Volunteer
from timegiven.placements import access, rules, selectors
from timegiven.placements.models import Kit, Placement
from timegiven.programme.models import Unit

Status = Kit.Status


@transaction.atomic
def lend_kit(
    volunteer: Volunteer, *, unit: Unit, item: str, mark: str = "", issued_on: date, by: Person, at: datetime
) -> Kit:
    """Note one thing that the unit has lent, so that both know what is out."""
    day = london_day(at)
    access.lend_kit.require(by, unit, day)
    is_placed = Placement.objects.filter(volunteer=volunteer, unit=unit, status__in=Placement.LIVE).exists()
    rules.check_lent_here(is_placed=is_placed)
    rules.check_lent_on(issued_on=issued_on, today=day)
    facts = {"item": item.strip(), "mark": mark.strip(), "issued_on": issued_on, "issued_by": by}
    kit = Kit.objects.create(volunteer=volunteer, unit=unit, **facts)
    Kit.lifecycle.begin(kit, by=by, at=at)
    audit.record("lent kit", of=kit, by=by, at=at, about=volunteer.person)
    return kit


@transaction.atomic
def take_back_kit(kit: Kit, *, ended_on: date, by: Person, at: datetime) -> None:
    """The thing is back, also when it had been given up as lost."""
    _end(kit, Status.RETURNED, ended_on, act="took back kit", by=by, at=at)


@transaction.atomic
def note_kit_not_found(kit: Kit, *, ended_on: date, by: Person, at: datetime) -> None:
    """The thing cannot be found. Nobody is asked to pay or to explain, and it may turn up again."""
    _end(kit, Status.NOT_FOUND, ended_on, act="noted kit not found", by=by, at=at)


def _end(kit: Kit, status: Status, ended_on: date, *, act: str, by: Person, at: datetime) -> None:
    day = london_day(at)
    access.take_back_kit.require(by, kit, day)
    rules.check_back_on(issued_on=kit.issued_on, ended_on=ended_on, today=day)
    Kit.objects.filter(pk=kit.pk).update(ended_on=ended_on)  # first: the table has nothing back without a day
    Kit.lifecycle.move(kit, status, by=by, at=at)
    audit.record(act, of=kit, by=by, at=at, about=kit.volunteer.person)


@transaction.atomic
def ask_kit_back(volunteer: Volunteer, *, unit: Unit | None = None, at: datetime) -> int:
    """Tell somebody who leaves what they still have, without hurry; return how many things.

    Whoever leaves one ``unit`` alone is told what it lent them, unless they are still placed there.
    """
    out = selectors.kit_to_bring_back(volunteer, unit=unit)
    if out:
        letters.write("placements/kit_to_bring_back", to=volunteer.person, at=at, kit=out)
    return len(out)
