"""Enter sessions from a sheet: every row is looked at first, and entered by the same rules as a report on the page."""

import json
import re
from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from timegiven.attendance import access, selectors
from timegiven.attendance.models import Import, ImportRow
from timegiven.attendance.rules.sheets import Facts, Look, Row
from timegiven.attendance.services.reports import report
from timegiven.attendance.services.sheets import read
from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.people.models import Person

State = ImportRow.State
PIECE = 100  # rows in one transaction


@transaction.atomic
def look_at(content: bytes, *, name: str, by: Person, at: datetime) -> Import:
    """Read a sheet and say of each row whether it can be entered; nothing is entered yet."""
    access.key_in.require(by, london_day(at))
    cells = read(content)
    known = selectors.sheet_facts(by, london_day(at), [each["volunteer"] for each in cells])
    look = Look(known, at)
    made = Import.objects.create(name=name[:120], by=by, at=at)
    rows = []
    for number, each in enumerate(cells, start=2):
        state, trouble = look.at_row(each)
        rows.append(ImportRow(of=made, number=number, cells=json.dumps(each), state=state, trouble=trouble[:400]))
    ImportRow.objects.bulk_create(rows, batch_size=1000)
    audit.record("looked at a sheet", of=made, by=by, at=at, why=f"{len(rows)} rows")
    return made


@transaction.atomic
def choose(made: Import, *, by: Person, at: datetime, numbers: Collection[int] | None = None) -> int:
    """Say which rows are to be entered: all that can be, or these; return how many."""
    access.run_import.require(by, made, london_day(at))
    rows = made.rows.filter(state=State.GOOD)
    if numbers is not None:
        rows = rows.filter(number__in=list(numbers))
    count = rows.update(is_chosen=True)
    if not count:
        raise NotAllowed("Nothing has been entered: no row was chosen.", next_step="Tick at least one row.")
    Import.objects.filter(pk=made.pk).update(started_at=at, finished_at=None)
    return count


def enter_chosen(made: Import, *, at: datetime, most: int = PIECE) -> int:
    """Enter the next rows that were chosen; return how many are left. Two workers at once enter each row once."""
    with transaction.atomic():
        waiting = made.rows.filter(is_chosen=True, state=State.GOOD).order_by("number")
        rows = list(waiting.select_for_update()[:most])
        cells = [json.loads(str(row.cells)) for row in rows]
        known = selectors.sheet_facts(made.by, london_day(at), [each["volunteer"] for each in cells])
        for row, each in zip(rows, cells, strict=True):
            _enter(row, each, known, by=made.by, at=at)
    left = made.rows.filter(is_chosen=True, state=State.GOOD).count()
    if not left:
        Import.objects.filter(pk=made.pk, finished_at=None).update(finished_at=at)
    return left


def _enter(row: ImportRow, cells: dict[str, str], known: Facts, *, by: Person, at: datetime) -> None:
    try:
        with transaction.atomic():
            read_row = Row.of(cells, known)
            made = report(
                selectors.placement_for_sheet(read_row.placement),
                day=read_row.day,
                starts=read_row.starts,
                ends=read_row.ends,
                tasks=[int(each) for each in re.findall(r"\d{1,3}", read_row.tasks)],
                how_it_went=read_row.how_it_went,
                is_long=True,
                by=by,
                at=at,
            )
    except NotAllowed as refusal:
        ImportRow.objects.filter(pk=row.pk).update(state=State.BAD, trouble=str(refusal)[:400])
    else:
        ImportRow.objects.filter(pk=row.pk).update(state=State.ENTERED, report=made)


def enter_waiting(*, at: datetime) -> int:
    """Go on with every sheet that has rows left, a piece of each; return how many rows are left in all."""
    begun = Import.objects.filter(finished_at=None).exclude(started_at=None).select_related("by").order_by("started_at")
    return sum(enter_chosen(each, at=at) for each in begun)
