"""Answer a volunteer's idea, so that they see what became of it."""

from datetime import datetime

from django.db import transaction

from timegiven.attendance import access as attendance_access
from timegiven.attendance import services as attendance
from timegiven.attendance.models import SessionReport
from timegiven.audit import services as audit
from timegiven.engagement import selectors
from timegiven.engagement.models import Idea
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person


@transaction.atomic
def answer_idea(report: SessionReport, *, status: str, words: str, line: str = "", by: Person, at: datetime) -> Idea:
    """Say what becomes of an idea, and again when more has come of it (clauses 138, 139).

    ``line`` tells the other volunteers of the borough of it, in the MVP Manager's words and without a name.
    """
    attendance_access.look_into.require(by, report, london_day(at))
    SessionReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
    idea = selectors.idea_in(report)
    if idea is None:
        borough = report.placement.unit.borough or report.placement.unit
        idea = Idea.objects.create(report=report, borough=borough, words=words, moved_at=at)
        Idea.lifecycle.begin(idea, by=by, at=at)
    Idea.lifecycle.move(idea, status, by=by, at=at)
    Idea.objects.filter(pk=idea.pk).update(words=words, line=line)
    attendance.mark_read([report], by=by, at=at)
    audit.record("answered an idea", of=idea, by=by, at=at, about=report.person)
    letters.write("engagement/idea", to=report.person, at=at, report=report, by=by)
    return idea
