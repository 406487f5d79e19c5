"""Write a report to a committee, finish it for good, and publish it by a deed of its own."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.forms.models import model_to_dict

from timegiven.audit import services as audit
from timegiven.insight import access, rules, selectors
from timegiven.insight.models import CommitteeReport, MoneyRow
from timegiven.kernel.time import london_day
from timegiven.kernel.words import day as in_words
from timegiven.people.models import Person

Status = CommitteeReport.Status
COPIED = tuple(column for part in rules.PARTS for column in part.columns)


@transaction.atomic
def begin_report(*, by: Person, at: datetime) -> CommitteeReport:
    """Begin a report; its parts are written one after the other, in any order and on any day (clause 156)."""
    day = london_day(at)
    access.write_report.require(by, day)
    made = CommitteeReport.objects.create(as_on=day)
    CommitteeReport.lifecycle.begin(made, by=by, at=at)
    audit.record("began a committee report", of=made, by=by, at=at)
    return made


@transaction.atomic
def write_part(report: CommitteeReport, *, by: Person, at: datetime, **facts: Any) -> None:
    """Write one part of a draft. Nothing has to be there before the report is finished."""
    day = london_day(at)
    _in_draft(report, by=by, at=at)
    rules.check_as_on(facts.get("as_on"), today=day)
    CommitteeReport.objects.filter(pk=report.pk).update(**facts)
    for column, value in facts.items():
        setattr(report, column, value)
    audit.record("wrote a committee report", of=report, by=by, at=at)


@transaction.atomic
def add_money(
    report: CommitteeReport,
    *,
    year: int,
    is_received: bool,
    what: str,
    phase: str,
    pence: int,
    source: str,
    by: Person,
    at: datetime,
) -> MoneyRow:
    """Add a planned cost of a financial year, or money received for it (clauses 154, 155)."""
    _in_draft(report, by=by, at=at)
    row = MoneyRow.objects.create(
        report=report, year=year, is_received=is_received, what=what, phase=phase, pence=pence, source=source
    )
    audit.record("added money to a committee report", of=report, by=by, at=at)
    return row


@transaction.atomic
def remove_money(row: MoneyRow, *, by: Person, at: datetime) -> None:
    """Take a row of money out of a draft."""
    _in_draft(row.report, by=by, at=at)
    row.delete()
    audit.record("removed money from a committee report", of=row.report, by=by, at=at)


def _in_draft(report: CommitteeReport, *, by: Person, at: datetime) -> None:
    access.write_report.require(by, london_day(at))
    CommitteeReport.lifecycle.check_is(CommitteeReport.objects.select_for_update().get(pk=report.pk), Status.DRAFT)


@transaction.atomic
def finish_report(report: CommitteeReport, *, by: Person, at: datetime) -> None:
    """Finish a report: from now on neither its words nor its figures change, whatever is entered later."""
    day = london_day(at)
    _in_draft(report, by=by, at=at)
    report.refresh_from_db()
    rules.check_as_on(report.as_on, today=day)
    known = selectors.told(report, day)
    rules.check_complete(selectors.missing(report, known))
    called = f"report {report.number} of {in_words(report.meets_on or day)}"
    rules.check_once(is_there=selectors.is_there(report), called=called)
    CommitteeReport.objects.filter(pk=report.pk).update(told=known, finished_on=day)
    CommitteeReport.lifecycle.move(report, Status.FINISHED, by=by, at=at)
    audit.record("finished a committee report", of=report, by=by, at=at)


@transaction.atomic
def publish_report(report: CommitteeReport, *, by: Person, at: datetime) -> None:
    """Let everybody read a finished report."""
    access.write_report.require(by, london_day(at))
    CommitteeReport.lifecycle.move(report, Status.PUBLISHED, by=by, at=at)
    audit.record("published a committee report", of=report, by=by, at=at)


@transaction.atomic
def take_off_report(report: CommitteeReport, *, why: str, by: Person, at: datetime) -> None:
    """Take a report off the public page again; it stays as it was finished."""
    access.write_report.require(by, london_day(at))
    CommitteeReport.lifecycle.move(report, Status.FINISHED, by=by, at=at, why=why)
    audit.record("took a committee report off the public page", of=report, by=by, at=at)


@transaction.atomic
def drop_report(report: CommitteeReport, *, by: Person, at: datetime) -> None:
    """Put a draft aside."""
    access.write_report.require(by, london_day(at))
    CommitteeReport.lifecycle.move(report, Status.DROPPED, by=by, at=at)
    audit.record("put a committee report aside", of=report, by=by, at=at)


@transaction.atomic
def correct_report(report: CommitteeReport, *, why: str, by: Person, at: datetime) -> CommitteeReport:
    """Begin a new version of a finished report, with everything that was typed; the old one stays as it is."""
    access.write_report.require(by, london_day(at))
    CommitteeReport.lifecycle.check_is(
        CommitteeReport.objects.select_for_update().get(pk=report.pk), Status.FINISHED, Status.PUBLISHED
    )
    rules.check_may_correct(is_being_corrected=selectors.is_being_corrected(report))
    typed = {column: getattr(report, column) for column in COPIED}
    made = CommitteeReport.objects.create(**typed, version=report.version + 1, corrects=report, why_corrected=why)
    MoneyRow.objects.bulk_create(
        MoneyRow(**model_to_dict(row, exclude=["id", "report", "reference"]), report=made)
        for row in selectors.money_of(report)
    )
    CommitteeReport.lifecycle.begin(made, by=by, at=at)
    audit.record("began to correct a committee report", of=made, by=by, at=at)
    return made
