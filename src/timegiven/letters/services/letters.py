"""Write a letter in the deed's own transaction; send it afterwards, at least once and with one Message-ID."""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from email.utils import formataddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import Q, QuerySet
from django.template import Context
from django.template.loader import get_template, render_to_string

from timegiven.letters.models import Letter

log = logging.getLogger("timegiven.letters")

TRIES = 8  # over about two hours: the waits between them double, from one minute


def write(template: str, *, to: Any, at: datetime, calendar: str = "", office: str = "", **context: Any) -> Letter:
    """Owe a letter to ``to`` (anyone with .name, .email and .reference), from ``<chapter>/letters/<name>.txt``.

    The first line of the template is the subject. Without an e-mail address the letter waits to be printed, with no
    file beside it: by the unit whose reference is ``office``, where the reader belongs to no borough yet.
    """
    frame = {"to": to, "site_name": settings.SITE_NAME, "site_address": settings.SITE_ADDRESS, **context}
    chapter, name = template.split("/")
    words = get_template(f"{chapter}/letters/{name}.txt").template  # type: ignore[attr-defined]
    written = words.render(Context(frame, autoescape=False))  # plain text: O'Brien stays O'Brien
    subject, _, text = written.strip().partition("\n")
    paragraphs = [part.strip() for part in text.strip().split("\n\n")]
    return Letter.objects.create(
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
        status=Letter.Status.OWED if to.email else Letter.Status.TO_PRINT,
    )


def _one_line(text: str) -> str:
    """What stands in the head of a mail: a name or a title may hold a line's end, of whatever kind."""
    return " ".join(text.split())


def send_owed(*, at: datetime, most: int = 200) -> int:
    """Send what is owed; return how many left. A failing mail server costs a try, never a letter.

    A letter that cannot be put into a mail costs a try of its own, and holds up no other.
    """
    sent = 0
    for pk in _due(at).order_by("owed_at").values_list("pk", flat=True)[:most]:
        sent += _send_one(pk, at=at)
    return sent


def _due(at: datetime) -> QuerySet[Letter]:
    """What is owed and has waited long enough since it was last tried."""
    waited = Q(pk__in=[])
    for tries in range(TRIES):
        waited |= Q(tries=tries, owed_at__lte=at - timedelta(minutes=2**tries - 1))
    return Letter.objects.filter(waited, status=Letter.Status.OWED)


@transaction.atomic
def _send_one(pk: int, *, at: datetime) -> bool:
    letter = Letter.objects.select_for_update(of=("self",)).get(pk=pk)
    if letter.status != Letter.Status.OWED:
        return False  # another worker was first
    try:
        _mail(letter).send()
    except (OSError, ValueError):
        log.warning("letter %s could not be sent (try %s)", letter.reference, letter.tries + 1)
        letter.tries += 1
        letter.status = Letter.Status.FAILED if letter.tries >= TRIES else Letter.Status.OWED
    else:
        letter.status, letter.sent_at = Letter.Status.SENT, at
    letter.save(update_fields=["status", "sent_at", "tries"])
    return letter.status == Letter.Status.SENT


def _mail(letter: Letter) -> EmailMultiAlternatives:
    mail = EmailMultiAlternatives(
        letter.subject,
        letter.text,
        to=[formataddr((_one_line(letter.to_name), letter.to_email))],
        headers={"Message-ID": f"<{letter.reference}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2]}>"},
    )
    mail.attach_alternative(letter.html, "text/html")
    if letter.calendar:
        mail.attach("invitation.ics", letter.calendar, "text/calendar")
    return mail


def take_back(recipients: Iterable[str], *, chapter: str) -> int:
    """Let no letter of a chapter leave any more that still waits for these people; return how many there were.

    For somebody who has withdrawn: nothing that was written before comes by post afterwards.
    """
    waiting = (Letter.Status.OWED, Letter.Status.TO_PRINT, Letter.Status.FAILED)
    found = Letter.objects.filter(recipient__in=list(recipients), status__in=waiting)
    return found.filter(template__startswith=f"{chapter}/").delete()[0]


def printed(letter: Letter) -> None:
    """Note that a letter for someone whom e-mail does not reach has been printed."""
    waiting = (Letter.Status.TO_PRINT, Letter.Status.FAILED)
    Letter.objects.filter(pk=letter.pk, status__in=waiting).update(status=Letter.Status.PRINTED)


def forget(*, before: datetime) -> int:
    """Take away the words of letters that went out before this moment; return how many.

    That a letter was written, to whom, about what and when, stays: it is the proof. Its words may hold a private link.
    """
    gone = Q(status=Letter.Status.SENT, sent_at__lt=before) | Q(status=Letter.Status.PRINTED, owed_at__lt=before)
    return Letter.objects.filter(gone).exclude(text="").update(text="", html="", calendar="")
