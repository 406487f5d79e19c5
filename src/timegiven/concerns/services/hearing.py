"""Hear what somebody told: read it, say what is being done, settle it."""

from datetime import datetime

from django.db import transaction

from timegiven.attendance import access as attendance_access
from timegiven.attendance import services as attendance
from timegiven.attendance.models import SessionReport
from timegiven.audit import services as audit
from timegiven.concerns import access, selectors
from timegiven.concerns.models import Concern, Said
from timegiven.concerns.services.writing import need_not_be_read, write_to
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person

Status = Concern.Status


def look(concern: Concern, *, by: Person, at: datetime) -> None:
    """Note that somebody other than the one who told it opened it."""
    if by != concern.person:
        audit.saw("concern", of=concern, by=by, at=at, about=concern.person)


@transaction.atomic
def read(concern: Concern, *, by: Person, at: datetime) -> None:
    """Say that it has been read, and by whom; whoever reads it looks after it from then on."""
    access.hear.require(by, concern, london_day(at))
    Concern.lifecycle.move(concern, Status.READ, by=by, at=at)
    need_not_be_read(concern, why="It has been read", at=at)
    audit.record("read a concern", of=concern, by=by, at=at, about=concern.person)
    write_to("concerns/read", concern, by=by, at=at)


@transaction.atomic
def answer(concern: Concern, *, words: str, by: Person, at: datetime) -> None:
    """Tell the volunteer what is being done."""
    access.hear.require(by, concern, london_day(at))
    Concern.lifecycle.check_is(concern, *Concern.OPEN)
    if concern.status != Status.IN_HAND:
        Concern.lifecycle.move(concern, Status.IN_HAND, by=by, at=at)
    need_not_be_read(concern, why="It has been answered", at=at, also=["read"])
    _say(concern, words, by=by, at=at)
    audit.record("answered a concern", of=concern, by=by, at=at, about=concern.person)
    write_to("concerns/answered", concern, by=by, at=at)


@transaction.atomic
def settle(concern: Concern, *, words: str, by: Person, at: datetime) -> None:
    """Say how it ended. The volunteer may say that for them it has not."""
    access.hear.require(by, concern, london_day(at))
    Concern.lifecycle.move(concern, Status.SETTLED, by=by, at=at)
    need_not_be_read(concern, why="It has been settled", at=at, also=["read", "answered"])
    _say(concern, words, by=by, at=at)
    audit.record("settled a concern", of=concern, by=by, at=at, about=concern.person)
    write_to("concerns/settled", concern, by=by, at=at)


def _say(concern: Concern, words: str, *, by: Person, at: datetime) -> None:
    Said.objects.create(of=concern, by=by, at=at, words=words)


@transaction.atomic
def take_up(report: SessionReport, *, by: Person, at: datetime) -> Concern:
    """Make what was worrying at a session a concern of its own, so that the volunteer sees what becomes of it.

    It is made once, whichever version of the report is taken up; the words stay in the report.
    """
    attendance_access.look_into.require(by, report, london_day(at))
    SessionReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if known := selectors.about(report):
        return known
    made = Concern.objects.create(
        person=report.person,
        borough=report.placement.unit.borough or report.placement.unit,
        wish=Concern.Wish.RING if report.is_concern else Concern.Wish.KNOW,
        report=report,
        moved_at=report.reported_at,
        told_at=report.reported_at,
        told_by=report.reported_by,
    )
    Concern.lifecycle.begin(made, by=report.reported_by, at=report.reported_at)
    attendance.mark_read([report], by=by, at=at)
    read(made, by=by, at=at)
    return made


@transaction.atomic
def nudge(at: datetime) -> int:
    """Tell the Central Team of what lies unread with an MVP Manager: where, and neither whose nor what."""
    waiting = list(selectors.unread_too_long(at).select_for_update(of=("self",), skip_locked=True))
    for each in waiting:
        for member in selectors.the_team(each.borough, london_day(at)):
            if member != each.person:
                letters.write("concerns/unread", to=member, at=at, about=[each], concern=each)
    Concern.objects.filter(pk__in=[each.pk for each in waiting]).update(nudged_at=at)
    return len(waiting)
