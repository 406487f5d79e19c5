"""Post the letters of those who have no e-mail."""

from datetime import datetime, timedelta

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.letters.models import Letter
from timegiven.people import access, selectors
from timegiven.people.models import Person
from timegiven.people.policies import LETTER_DAYS


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
    """Take away the words of letters that went out long enough ago, and the private links in them; return how many."""
    return letters.forget(before=at - timedelta(days=LETTER_DAYS.on(london_day(at))))
