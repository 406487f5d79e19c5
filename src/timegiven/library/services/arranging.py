"""Give the members more time for a paper, or put it on the agenda of a meeting."""

from datetime import date, datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.kernel.words import short_day
from timegiven.letters import services as letters
from timegiven.library import access, rules, selectors
from timegiven.library.models import Meeting, Paper
from timegiven.library.services.holding import held_paper
from timegiven.people.models import Person


@transaction.atomic
def give_more_time(paper: Paper, *, closes_on: date, by: Person, at: datetime) -> None:
    """Let a paper circulate until a later day: nothing that closed without a quorum is lost, it is carried over."""
    day = london_day(at)
    access.convene.require(by, day)
    paper = held_paper(paper)
    rules.check_more_time(is_decided=not paper.is_open, closes_on=closes_on, day=day, was=paper.closes_on)
    Paper.objects.filter(pk=paper.pk).update(closes_on=closes_on, meeting=None)
    audit.record("gave more time", of=paper, by=by, at=at, why=f"until {short_day(closes_on)}")
    _tell_those_awaited(paper, at=at, closes_on=closes_on, meeting=None)


@transaction.atomic
def put_on_agenda(paper: Paper, *, meeting: Meeting, by: Person, at: datetime) -> None:
    """Put a paper on the agenda of a meeting; the votes that were given stand, and may be changed there."""
    day = london_day(at)
    access.convene.require(by, day)
    paper = held_paper(paper)
    meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    rules.check_more_time(is_decided=not paper.is_open, closes_on=day, day=day, was=None)
    rules.check_planned(is_planned=meeting.status == Meeting.Status.PLANNED)
    Paper.objects.filter(pk=paper.pk).update(meeting=meeting, closes_on=None)
    audit.record("put on the agenda", of=paper, by=by, at=at, why=f"meeting of {short_day(meeting.at)}")
    _tell_those_awaited(paper, at=at, closes_on=None, meeting=meeting)


def _tell_those_awaited(paper: Paper, *, at: datetime, closes_on: date | None, meeting: Meeting | None) -> None:
    for place in selectors.places(paper, london_day(at)):
        if place.is_awaited:
            for held in place.sitters:
                letters.write(
                    "library/carried_over", to=held.person, at=at, paper=paper, closes_on=closes_on, meeting=meeting
                )
