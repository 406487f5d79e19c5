"""Post the letters of those who have no e-mail, and forget what is needed no longer."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from timegiven.audit import services as audit
from timegiven.kernel.background import forget_slots
from timegiven.kernel.models import Submission
from timegiven.kernel.once import OPEN_FOR
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.letters.models import Letter
from timegiven.people import access, selectors
from timegiven.people.models import Person
from timegiven.people.policies import BACKGROUND_DAYS, FORM_KEY_DAYS, LETTER_DAYS


@transaction.atomic
def mark_printed(letter: Letter, *, by: Person, at: datetime) -> None:
    """Note that a letter has been printed and goes out by post."""
    day = london_day(at)
    access.post_letters.require(by, day)
    if not selectors.letters_seen_by(by, day).filter(pk=letter.pk).exists():
        raise NotAllowed("Nothing has changed: this letter is not waiting any more.", next_step="Go back to the list.")
    letters.printed(letter)
    audit.record("printed letter", of=letter, by=by, at=at, about=selectors.known(letter.recipient))


def forget_letters(*, at: datetime) -> int:
    """Take away the words of what went out long enough ago, and the private links in them; return how many."""
    before = at - timedelta(days=LETTER_DAYS.on(london_day(at)))
    return letters.forget(before=before) + letters.forget_texts(before=before)


def forget_sessions(*, at: datetime) -> int:
    """Take away what browsers left here when nobody signs in by it any more; return how many there were.

    What somebody typed while they were signed out waits in it, sealed, and so do the private links they opened.
    """
    return Session.objects.filter(expire_date__lt=at).delete()[0]


def forget_forms(*, at: datetime) -> int:
    """Let go of the keys of forms that were carried out; return how many.

    Never of one that would still be taken: whoever sends it once more is led to where it led the first time.
    """
    days = timedelta(days=FORM_KEY_DAYS.on(london_day(at)))
    before = at - max(days, OPEN_FOR + timedelta(days=1))
    return Submission.objects.filter(at__lt=before).delete()[0]


def forget_background(*, at: datetime) -> int:
    """Let go of what the worker has finished, well or not, and of the slots of its jobs; return how many."""
    before = at - timedelta(days=BACKGROUND_DAYS.on(london_day(at)))
    done = DBTaskResult.objects.finished().filter(finished_at__lt=before)
    return int(done.delete()[0]) + forget_slots(before=before)
