"""Take in a sheet of completions: looked at first, chosen row by row, and carried out whole or not at all."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.kernel.words import several, so_many
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Person, Volunteer
from timegiven.programme.models import Unit
from timegiven.training import access, rules, selectors
from timegiven.training.models import Sheet
from timegiven.training.services.recording import Done, complete_all


@transaction.atomic
def bring_in(
    table: Sequence[Sequence[str]], *, name: str, unit: Unit, version: ProfileVersion | None, by: Person, at: datetime
) -> Sheet:
    """Keep a sheet as it was sent, to look at before anything is recorded. ``table``: its cells, headings first."""
    access.bring_in.require(by, unit, london_day(at))
    fields = rules.sheets.fields(table[0]) if table else {}
    if lacking := rules.sheets.lacking(fields):
        raise NotAllowed(
            f"We have not read this sheet: it has no column {several([f'“{each}”' for each in lacking])}.",
            next_step="Write the headings in the first row, as in the example, and send it again.",
        )
    rows = [
        {"number": number, "cells": _cells(row, fields)}
        for number, row in enumerate(table[1:], start=2)
        if any(cell.strip() for cell in row)
    ]
    _check_size(len(rows))
    sheet = Sheet.objects.create(unit=unit, name=name[:120], version=version, rows=rows, sent_by=by, sent_at=at)
    sheet.lifecycle.begin(sheet, by=by, at=at)
    audit.record("sent a sheet of training", of=sheet, by=by, at=at)
    return sheet


def _cells(row: Sequence[str], fields: dict[str, int]) -> dict[str, str]:
    return {name: rules.sheets.text(row[place]) for name, place in fields.items() if place < len(row)}


def _check_size(rows: int) -> None:
    if not rows:
        raise NotAllowed(
            "We have not read this sheet: there is nothing below its headings.",
            next_step="Check that the completions are on the first page of the workbook.",
        )
    if rows > rules.sheets.MOST_ROWS:
        raise NotAllowed(
            f"We have not read this sheet: it has {so_many(rows, 'row')}, and we take in {rules.sheets.MOST_ROWS:,} at "
            "a time.",
            next_step="Divide it into several sheets. Rows that are sent twice do no harm.",
        )


@transaction.atomic
def take_in(sheet: Sheet, *, leave_out: Collection[int] = (), by: Person, at: datetime) -> int:
    """Record every row that is ready but those left out (their numbers in the sheet), all or none; return how many.

    Each row is judged anew, so what was recorded meanwhile, or by an earlier sheet, is not recorded twice.
    """
    day = london_day(at)
    access.bring_in.require(by, sheet.unit, day)
    sheet.lifecycle.move(sheet, Sheet.Status.TAKEN_IN, by=by, at=at)
    ready = [row for row in selectors.rows_of(sheet, by, day) if row.state == "ready" and row.number not in leave_out]
    if not ready:
        raise NotAllowed(
            "Nothing is recorded: no row is ready, or you leave out all that are.",
            next_step="Leave out fewer rows, or leave the sheet unused.",
        )
    complete_all([_done(row, sheet) for row in ready], by=by, at=at, why=f"From the sheet {sheet.name}"[:200])
    Sheet.objects.filter(pk=sheet.pk).update(number_taken_in=len(ready))
    audit.record("took in a sheet of training", of=sheet, by=by, at=at, why=so_many(len(ready), "row"))
    return len(ready)


def _done(row: selectors.Row, sheet: Sheet) -> tuple[Volunteer, Done]:
    """What a row that is ready says."""
    volunteer, course, on = row.understood
    version = None if row.because or course.needed_for == "ALL" else sheet.version
    evidence = f"Row {row.number} of “{sheet.name}”"[:200]
    return volunteer, Done(course, on, row.minutes, version, row.because, evidence)


@transaction.atomic
def drop(sheet: Sheet, *, by: Person, at: datetime) -> None:
    """Leave a sheet unused."""
    access.bring_in.require(by, sheet.unit, london_day(at))
    sheet.lifecycle.move(sheet, Sheet.Status.DROPPED, by=by, at=at)
    audit.record("left a sheet of training unused", of=sheet, by=by, at=at)
