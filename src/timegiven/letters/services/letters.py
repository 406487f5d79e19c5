"""Write a letter in the deed's own transaction; send it afterwards, at least once and with one Message-ID.

What it is about may be off before it leaves: then it does not leave.
"""

import logging
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from email.utils import formataddr
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.template import Context
from django.template.loader import get_template, render_to_string

from timegiven.letters.models import Bundle, Letter, Topic

log = logging.getLogger("timegiven.letters")

Status = Letter.Status
TRIES = 8  # over about two hours: the waits between them double, from one minute
LONGEST_TO_LEAVE = timedelta(minutes=30)  # if it takes longer, whoever was sending it has died
NOT_THIS_ONE = (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError, ValueError)  # the next one may still leave
TIME_HAS_PASSED = "What it is about has passed"


def write(
    template: str,
    *,
    to: Any,
    at: datetime,
    calendar: str = "",
    office: str = "",
    about: Iterable[Any] = (),
    until_at: datetime | None = None,
    **context: Any,
) -> Letter:
    """Owe a letter to ``to`` (anyone with .name, .email and .reference), from ``<chapter>/letters/<name>.txt``.

    The first line of the template is the subject. Without an e-mail address the letter waits to be printed, with no
    file beside it: by the unit whose reference is ``office``, where the reader belongs to no borough yet. It does not
    leave after ``until_at``, nor when ``overtake`` has named everything that it is ``about`` (anything with a
    .reference).
    """
    frame = {"to": to, "site_name": settings.SITE_NAME, "site_address": settings.SITE_ADDRESS, **context}
    chapter, name = template.split("/")
    words = get_template(f"{chapter}/letters/{name}.txt").template  # type: ignore[attr-defined]
    written = words.render(Context(frame, autoescape=False))  # plain text: O'Brien stays O'Brien
    subject, _, text = written.strip().partition("\n")
    paragraphs = [part.strip() for part in text.strip().split("\n\n")]
    letter = Letter.objects.create(
        template=template,
        recipient=getattr(to, "reference", ""),
        office=office,
        to_name=to.name,
        to_email=to.email or "",
        subject=_one_line(subject),
        text="\n\n".join(paragraphs),
        html=render_to_string("letters/frame.html", {**frame, "subject": subject, "paragraphs": paragraphs}),
        calendar=calendar if to.email else "",
        owed_at=at,
        not_before=at,
        status=Status.OWED if to.email else Status.TO_PRINT,
        until_at=until_at,
    )
    Topic.objects.bulk_create(Topic(letter=letter, thing=each.reference) for each in about)
    return letter


def _one_line(text: str) -> str:
    """What stands in the head of a mail: a name or a title may hold a line's end, of whatever kind."""
    return " ".join(text.split())


def send_owed(*, at: datetime, most: int = 1_000) -> int:
    """Send what is owed; return how many left. A failing mail server costs a try, never a letter.

    A letter that no mail can hold, or that the server will not take, costs a try of its own and holds up no other. A
    server that does not answer is asked again at the next run.
    """
    died_over = Letter.objects.filter(status=Status.LEAVING, not_before__lte=at)
    died_over.update(status=Status.OWED)
    sent = 0
    server = get_connection()
    try:
        for pk in _due(at).order_by("owed_at").values_list("pk", flat=True)[:most]:
            if letter := _taken(pk, at=at):
                sent += _send(letter, server, at=at)
    except OSError as trouble:
        log.warning("the mail server failed: %s", type(trouble).__name__)
    finally:
        with suppress(OSError):
            server.close()
    return sent


def _due(at: datetime) -> QuerySet[Letter]:
    """What is owed and has waited long enough since it was last tried."""
    return Letter.objects.filter(Q(until_at=None) | Q(until_at__gt=at), status=Status.OWED, not_before__lte=at)


def _taken(pk: int, *, at: datetime) -> Letter | None:
    """Take a letter to send it, unless another worker was first. The database is not kept waiting while it leaves."""
    mine = {"status": Status.LEAVING, "tries": F("tries") + 1, "not_before": at + LONGEST_TO_LEAVE}
    return Letter.objects.get(pk=pk) if _due(at).filter(pk=pk).update(**mine) else None


def _send(letter: Letter, server: Any, *, at: datetime) -> bool:
    try:
        server.open()  # once for all of them
        _mail(letter, server).send()
    except NOT_THIS_ONE:
        _tried(letter, at=at)
        return False
    except OSError:
        _tried(letter, at=at)
        raise
    return bool(_leaving(letter).update(status=Status.SENT, sent_at=at))


def _tried(letter: Letter, *, at: datetime) -> None:
    """It did not leave: it waits twice as long as the time before, and after the last try somebody posts it."""
    log.warning("letter %s could not be sent (try %s)", letter.reference, letter.tries)
    again = Status.FAILED if letter.tries >= TRIES else Status.OWED
    _leaving(letter).update(status=again, not_before=at + timedelta(minutes=2 ** (letter.tries - 1)))


def _leaving(letter: Letter) -> QuerySet[Letter]:
    return Letter.objects.filter(pk=letter.pk, status=Status.LEAVING)


def _mail(letter: Letter, server: Any) -> EmailMultiAlternatives:
    mail = EmailMultiAlternatives(
        letter.subject,
        letter.text,
        to=[formataddr((_one_line(letter.to_name), letter.to_email))],
        headers={"Message-ID": f"<{letter.reference}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2]}>"},
        connection=server,
    )
    mail.attach_alternative(letter.html, "text/html")
    if letter.calendar:
        mail.attach("invitation.ics", letter.calendar, "text/calendar")
    return mail


def take_back(recipients: Iterable[str], *, chapter: str) -> int:
    """Let no letter of a chapter leave any more that still waits for these people; return how many there were.

    For somebody who has withdrawn: nothing that was written before comes by post afterwards.
    """
    found = Letter.objects.filter(recipient__in=list(recipients), status__in=Letter.WAITING)
    return found.filter(template__startswith=f"{chapter}/").delete()[0]


def overtake(things: Iterable[Any], *, why: str, at: datetime, template: str = "") -> set[str]:
    """Let no letter leave any more that is about nothing but things that are off; ``why`` is shown where it waited.

    Each of ``things`` has a .reference; with ``template``, as far as it goes, letters of other kinds stay as they are.
    Returns the references of those of which nobody has heard: no letter about them has left, or is printed to be
    posted.
    """
    about = Topic.objects.filter(thing__in={each.reference for each in things}, letter__template__startswith=template)
    # Held, so that none of them is sent or posted meanwhile.
    held = Letter.objects.select_for_update().filter(pk__in=about.values("letter"), status__in=Letter.WAITING)
    waiting = list(held.order_by("pk").values_list("pk", flat=True))
    if not waiting:
        return set()
    about.filter(letter__in=waiting).update(is_off=True)
    still = Topic.objects.filter(letter__in=waiting, is_off=False).values_list("letter", flat=True)
    _overtake(set(waiting) - set(still), why=why, at=at)
    told = about.values_list("thing", "letter__status", "letter__bundle")
    heard = {thing for thing, status, bundle in told if status != Status.OVERTAKEN or bundle}
    return {thing for thing, *_ in told} - heard


def overtake_to(recipient: str, *, kinds: Iterable[str], why: str, at: datetime) -> int:
    """Let no letter of these kinds leave any more that waits for somebody; return how many there were."""
    mine = Letter.objects.filter(recipient=recipient, template__in=list(kinds))
    return _overtake(mine.values_list("pk", flat=True), why=why, at=at)


def _overtake(keys: Iterable[int], *, why: str, at: datetime) -> int:
    told = {"status": Status.OVERTAKEN, "overtaken_at": at, "why_overtaken": why[:200]}
    return Letter.objects.filter(pk__in=list(keys), status__in=Letter.WAITING).update(**told)


@transaction.atomic
def overtake_late(*, at: datetime) -> int:
    """Let no letter leave that comes too late to be of use; return how many there were."""
    late = Letter.objects.select_for_update(skip_locked=True).filter(status__in=Letter.WAITING, until_at__lte=at)
    return _overtake(late.order_by("pk").values_list("pk", flat=True), why=TIME_HAS_PASSED, at=at)


def bundle(keys: Iterable[int], *, by: Any, at: datetime) -> tuple[Bundle, set[int]]:
    """Put letters together to be printed; those that went, or are in another bundle meanwhile, are left out of it."""
    free = Letter.objects.select_for_update().filter(pk__in=list(keys), status__in=Letter.ON_PAPER, bundle=None)
    mine = set(free.order_by("pk").values_list("pk", flat=True))
    made = Bundle.objects.create(made_at=at, made_by=by.reference)
    Letter.objects.filter(pk__in=mine).update(bundle=made)
    return made, mine


def unbundle(keys: Iterable[int]) -> int:
    """Put letters that were not posted back on the list."""
    found = Letter.objects.filter(pk__in=list(keys), status__in=Letter.ON_PAPER)
    return found.exclude(bundle=None).update(bundle=None)


def posted(keys: Iterable[int], *, at: datetime) -> set[int]:
    """Note that letters for those whom e-mail does not reach have gone by post; return which had not gone before."""
    found = Letter.objects.select_for_update().filter(pk__in=list(keys), status__in=Letter.ON_PAPER)
    gone = set(found.order_by("pk").values_list("pk", flat=True))
    Letter.objects.filter(pk__in=gone).update(status=Status.PRINTED, sent_at=at)
    return gone


def not_posted(keys: Iterable[int]) -> set[int]:
    """Note that letters have not gone by post after all: they wait again, as they did; return which."""
    held = Letter.objects.select_for_update().filter(pk__in=list(keys), status=Status.PRINTED)
    found = set(held.exclude(text="").order_by("pk").values_list("pk", flat=True))
    back = Letter.objects.filter(pk__in=found)
    back.filter(to_email="").update(status=Status.TO_PRINT, sent_at=None)
    back.exclude(to_email="").update(status=Status.FAILED, sent_at=None)
    return found


def forget(*, before: datetime) -> int:
    """Take away the words of letters that went out before this moment, or never will; return how many.

    That a letter was written, to whom, about what and when, stays: it is the proof. Its words may hold a private link.
    """
    gone = Q(status__in=(Status.SENT, Status.PRINTED), sent_at__lt=before)
    gone |= Q(status=Status.OVERTAKEN, overtaken_at__lt=before)
    return Letter.objects.filter(gone).exclude(text="").update(text="", html="", calendar="")
