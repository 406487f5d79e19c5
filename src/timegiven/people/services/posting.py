"""Post the letters of those who have no e-mail, and forget what is needed no longer."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from timegiven.audit import services as audit
from timegiven.kernel.background import forget_slots
from timegiven.kernel.models import Submission
from timegiven.kernel.once import OPEN_FOR
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.letters.models import Bundle, Letter
from timegiven.people import access, rules, selectors
from timegiven.people.models import Person
from timegiven.people.policies import BACKGROUND_DAYS, FORM_KEY_DAYS, LETTER_DAYS


@transaction.atomic
def bundle(chosen: Iterable[str], *, by: Person, at: datetime) -> tuple[Bundle, int]:
    """Put letters together, to be printed as one document and posted; return the bundle and how many are in it.

    ``chosen`` are their references. What somebody else has posted or put together meanwhile is left out of it, and so
    is what came to be of no use.
    """
    day = london_day(at)
    access.post_letters.require(by, day)
    wanted = set(chosen)
    rules.check_how_many(chosen=len(wanted))
    letters.overtake_late(at=at)
    seen = selectors.letters_to_choose(by, day).filter(reference__in=wanted)
    made, found = letters.bundle(seen.values_list("pk", flat=True), by=by, at=at)
    rules.check_waiting(number=len(found))
    audit.record("put letters together", of=made, by=by, at=at)
    return made, len(found)


@transaction.atomic
def unbundle(bundle: Bundle, *, by: Person, at: datetime) -> int:
    """Put what was not posted of a bundle back on the list; return how many letters."""
    access.post_letters.require(by, london_day(at))
    number = letters.unbundle(selectors.letters_in(bundle, by, london_day(at)).values_list("pk", flat=True))
    rules.check_waiting(number=number)
    audit.record("put letters back", of=bundle, by=by, at=at)
    return number


@transaction.atomic
def post_bundle(bundle: Bundle, *, by: Person, at: datetime) -> int:
    """Note that all that waits of a bundle has been posted; return how many letters."""
    return len(_post(selectors.letters_in(bundle, by, london_day(at)), by=by, at=at))


@transaction.atomic
def mark_printed(letter: Letter, *, by: Person, at: datetime) -> None:
    """Note that a letter has been printed and goes out by post."""
    _post(selectors.letters_seen_by(by, london_day(at)).filter(pk=letter.pk), by=by, at=at)


def _post(found: Iterable[Letter], *, by: Person, at: datetime) -> set[int]:
    access.post_letters.require(by, london_day(at))
    gone = letters.posted([each.pk for each in found], at=at)
    rules.check_waiting(number=len(gone))
    _record("printed letter", gone, by=by, at=at)
    return gone


@transaction.atomic
def not_posted(bundle: Bundle, *, by: Person, at: datetime) -> int:
    """Note that what was said to be posted of a bundle has not been; return how many letters wait again."""
    return _take_back(selectors.letters_in(bundle, by, london_day(at)), by=by, at=at)


@transaction.atomic
def letter_not_posted(letter: Letter, *, by: Person, at: datetime) -> None:
    """Note that one letter has not been posted after all: it is on the list again."""
    _take_back(selectors.letters_seen_by(by, london_day(at), went=True).filter(pk=letter.pk), by=by, at=at)
    letters.unbundle([letter.pk])


def _take_back(found: Iterable[Letter], *, by: Person, at: datetime) -> int:
    access.post_letters.require(by, london_day(at))
    back = letters.not_posted([each.pk for each in found])
    rules.check_posted(number=len(back))
    _record("did not post letter", back, by=by, at=at)
    return len(back)


def _record(act: str, keys: set[int], *, by: Person, at: datetime) -> None:
    found = list(Letter.objects.filter(pk__in=keys).order_by("pk"))
    people = Person.objects.filter(reference__in=[each.recipient for each in found])
    known = {person.reference: person for person in people}
    with audit.written_last():
        for letter in found:
            audit.record(act, of=letter, by=by, at=at, about=known.get(letter.recipient))


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
