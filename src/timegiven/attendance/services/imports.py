"""Enter sessions from a sheet: looked at and written many at once, by the same rules as a report on the page."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction

from timegiven.attendance import access, selectors
from timegiven.attendance.models import Import, ImportRow, SessionReport
from timegiven.attendance.rules.sheets import BAD, GOOD, Facts, Look, Reader, Row
from timegiven.attendance.services.entering import say_when_they_left
from timegiven.attendance.services.sheets import read
from timegiven.audit import services as audit
from timegiven.hours import services as hours
from timegiven.hours.models import Entry
from timegiven.kernel import bulk
from timegiven.kernel.among import Among
from timegiven.kernel.references import new_references
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.people.models import Person
from timegiven.rota import services as rota

State = ImportRow.State
PIECE = 10_000  # rows in one transaction
Cells = Mapping[str, str]


class Verdict(NamedTuple):
    """What was found of a row; the row itself where it could be read."""

    state: str
    trouble: str
    row: Row | None


@transaction.atomic
def look_at(content: bytes, *, name: str, by: Person, at: datetime) -> Import:
    """Read a sheet and say of each row whether it can be entered; nothing is entered yet."""
    access.key_in.require(by, london_day(at))
    cells = read(content)
    reader, placements = selectors.sheet_reader(by, london_day(at), [each["volunteer"] for each in cells])
    rows = _read(cells, reader)
    known = selectors.sheet_facts(_good(rows), placements)
    found = _judged(rows, known, by=by, at=at)
    made = Import.objects.create(name=name[:120], by=by, at=at)
    columns = {
        "number": range(2, len(cells) + 2),
        "cells": [json.dumps(each) for each in cells],
        "state": [each.state for each in found],
        "trouble": [each.trouble[:400] for each in found],
    }
    bulk.write(ImportRow, columns, of_id=made.pk)
    audit.record("looked at a sheet", of=made, by=by, at=at, why=f"{len(cells)} rows")
    return made


def _read(cells: Sequence[Cells], reader: Reader) -> list[Row | NotAllowed]:
    rows: list[Row | NotAllowed] = []
    for each in cells:
        try:
            rows.append(reader.row(each))
        except NotAllowed as refusal:
            rows.append(refusal)
    return rows


def _good(rows: Sequence[Row | NotAllowed]) -> list[Row]:
    return [row for row in rows if isinstance(row, Row)]


def _judged(rows: Sequence[Row | NotAllowed], known: Facts, *, by: Person, at: datetime) -> list[Verdict]:
    look = Look(known, at, writer=by.pk)
    return [Verdict(*look.at_row(row), row) if isinstance(row, Row) else Verdict(BAD, str(row), None) for row in rows]


@transaction.atomic
def choose(made: Import, *, by: Person, at: datetime, numbers: Collection[int] | None = None) -> int:
    """Say which rows are to be entered: all that can be, or these; return how many."""
    access.run_import.require(by, made, london_day(at))
    rows = made.rows.filter(state=State.GOOD)
    count = rows.count() if numbers is None else rows.filter(number__in=list(numbers)).update(is_chosen=True)
    if not count:
        raise NotAllowed("Nothing has been entered: no row was chosen.", next_step="Tick at least one row.")
    made.started_at, made.finished_at, made.takes_all = at, None, numbers is None
    made.save(update_fields=["started_at", "finished_at", "takes_all"])
    return count


def enter_chosen(made: Import, *, at: datetime, most: int = PIECE) -> int:
    """Enter the next rows that were chosen; return how many are left. Two workers at once enter each row once."""
    with transaction.atomic():
        found = list(selectors.waiting_rows(made).select_for_update().values_list("pk", "cells")[:most])
        cells = [json.loads(each) for _, each in found]
        reader, placements = selectors.sheet_reader(made.by, london_day(at), [each["volunteer"] for each in cells])
        rows = _read(cells, reader)
        held, known = _held(_good(rows), placements)
        judged = _judged(rows, known, by=made.by, at=at)
        entered = [each.row for each in judged if each.row is not None and each.state == GOOD]
        reports = _write(entered, known, held, by=made.by, at=at)
        done = [key for (key, _), each in zip(found, judged, strict=True) if each.state == GOOD]
        bulk.change(ImportRow, done, {"report": reports, "state": [State.ENTERED.value] * len(done)})
        for (key, _), each in zip(found, judged, strict=True):
            if each.state != GOOD:
                ImportRow.objects.filter(pk=key).update(state=each.state, trouble=each.trouble[:400])
    left = selectors.waiting_rows(made).count()
    if not left:
        Import.objects.filter(pk=made.pk, finished_at=None).update(finished_at=at)
    return left


def _held(rows: Sequence[Row], placements: Mapping[int, selectors.Placed]) -> tuple[hours.Held, Facts]:
    """What the rows are looked at with, held still until the transaction ends: the people first, then their months."""
    _hold({row.place.person for row in rows})
    known = selectors.sheet_facts(rows, placements)
    held = hours.hold_months({row.month: row.place.strand for row in rows}, cap=known.cap)
    known.given = held.given
    return held, known


def _hold(people: Collection[int]) -> None:
    """Of a sheet and a report of the same person the second waits here; always in the same order."""
    list(Person.objects.select_for_update(no_key=True).filter(pk__in=Among(people)).order_by("pk").values_list("pk"))


def _write(rows: Sequence[Row], known: Facts, held: hours.Held, *, by: Person, at: datetime) -> list[int]:
    """Write what was found good: minutes, reports with their tasks, and the record; return the keys of the reports."""
    references = new_references(len(rows))
    gifts = [
        hours.Gift(
            person=row.place.person,
            borough=row.place.borough,
            strand=row.place.strand,
            month=row.month,
            on=row.day,
            minutes=row.minutes,
            source=reference,
            unit=row.place.unit,
            profile=row.place.profile,
        )
        for row, reference in zip(rows, references, strict=True)
    ]
    entries = hours.give_many(gifts, kind=Entry.Kind.SESSION, cap=known.cap, by=by, at=at, held=held)
    duties, visits = _told_of(rows, by=by, at=at)
    keys = bulk.new_keys(SessionReport, len(rows))
    columns: dict[str, Sequence[Any]] = {
        "id": keys,
        "reference": references,
        "placement_id": [row.place.key for row in rows],
        "person_id": [row.place.person for row in rows],
        "starts_at": [row.span[0] for row in rows],
        "ends_at": [row.span[1] for row in rows],
        "how_it_went": [row.how_it_went for row in rows],
        "entry_id": entries,
        "offer_id": duties,
        "presence_id": visits,
    }
    bulk.write(SessionReport, columns, reported_by_id=by.pk, reported_at=at)
    ticks = [
        (key, known.tasks(row.place, row.day)[task]) for key, row in zip(keys, rows, strict=True) for task in row.tasks
    ]
    bulk.write(
        SessionReport.tasks.through,
        {"sessionreport_id": [key for key, _ in ticks], "task_id": [task for _, task in ticks]},
    )
    about = [(reference, row.place.reference) for reference, row in zip(references, rows, strict=True)]
    audit.record_many("reported", kind=SessionReport._meta.label_lower, of=about, by=by, at=at)
    return keys


def _told_of(rows: Sequence[Row], *, by: Person, at: datetime) -> tuple[list[int | None], list[int | None]]:
    """The duties, which become time given, and the comings of which the rows tell."""
    if not rows:
        return [], []
    first, last = min(row.span[0] for row in rows), max(row.span[1] for row in rows)
    untold = selectors.Untold((row.place.key for row in rows), first, last)
    duties: list[int | None] = []
    visits: list[int | None] = []
    for row in rows:
        offer, presence = untold.duty(row.place.key, *row.span), untold.visit(row.place.key, *row.span)
        if offer is not None:
            rota.give(offer, by=by, at=at)
        say_when_they_left(presence, row.span[1], by=by)
        duties.append(offer.pk if offer else None)
        visits.append(presence.pk if presence else None)
    return duties, visits


def enter_waiting(*, at: datetime) -> int:
    """Go on with every sheet that has rows left, a piece of each; return how many rows are left in all."""
    begun = Import.objects.filter(finished_at=None).exclude(started_at=None).select_related("by").order_by("started_at")
    return sum(enter_chosen(each, at=at) for each in begun)
