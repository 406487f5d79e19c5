"""Answer what reports ask: whether something else was covered, and what was worrying, an idea or a thank-you."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from timegiven.attendance import access, rules
from timegiven.attendance.models import Query, SessionReport
from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person


@transaction.atomic
def answer(query: Query, *, answer: str, words: str = "", by: Person, at: datetime) -> None:
    """Say whether what was done is covered; the volunteer hears of it, with thanks and without blame."""
    access.look_into.require(by, query.report, london_day(at))
    said = {"answer": answer, "words": words, "answered_at": at, "answered_by": by}
    changed = Query.objects.filter(pk=query.pk, answered_at=None).update(**said)
    rules.check_unanswered(is_answered=not changed)
    report = query.report
    audit.record("answered a query", of=query, by=by, at=at, about=report.person)
    letters.write("attendance/answered", to=report.person, at=at, report=report, answer=answer, by=by, words=words)


@transaction.atomic
def mark_read(reports: Sequence[SessionReport], *, by: Person, at: datetime) -> int:
    """Note that the MVP Manager has read what volunteers wrote beside their sessions; return how many were new."""
    for each in reports:
        access.look_into.require(by, each, london_day(at))
    fresh = SessionReport.objects.filter(pk__in=[each.pk for each in reports], read_at=None)
    for each in fresh:
        audit.record("read what was written", of=each, by=by, at=at, about=each.person)
    return fresh.update(read_at=at, read_by=by)
