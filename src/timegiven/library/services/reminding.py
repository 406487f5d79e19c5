"""Remind the members who have not voted, shortly before a paper closes."""

from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library import selectors
from timegiven.library.models import Paper, Reminder
from timegiven.library.policies import VOTE_REMINDER_DAYS
from timegiven.people.models import Person


def remind_members(*, at: datetime) -> int:
    """Remind once, by letter, everybody whose seat has not voted on a paper that closes soon; return how many."""
    day = london_day(at)
    until = day + timedelta(days=VOTE_REMINDER_DAYS.on(day))
    closing = Paper.objects.filter(outcome=Paper.Outcome.OPEN, closes_on__gte=day, closes_on__lte=until)
    papers = list(closing.select_related("version__profile__unit__borough").order_by("closes_on", "pk"))
    boards = selectors.boards(papers, day)
    awaited = [(paper, held.person) for paper in papers for place in boards[paper.pk] if place.is_awaited
               for held in place.sitters]  # fmt: skip
    return sum(_remind(paper, person, at=at) for paper, person in awaited)


def _remind(paper: Paper, person: Person, *, at: datetime) -> bool:
    until: Any = paper.closes_on
    try:
        with transaction.atomic():
            Reminder.objects.create(paper=paper, person=person, closes_on=until)
            letters.write("library/reminder", to=person, at=at, paper=paper)
    except IntegrityError:  # has been reminded
        return False
    return True
