"""Owe a text message in the deed's own transaction; send it afterwards, by whatever the site has chosen."""

import logging
import unicodedata
from datetime import datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db.models import F, QuerySet
from django.utils.module_loading import import_string

from timegiven.kernel.time import at_london, london_day
from timegiven.kernel.words import LONDON
from timegiven.letters.models import TextMessage
from timegiven.letters.services.letters import LONGEST_TO_LEAVE, TRIES

log = logging.getLogger("timegiven.letters")

Status = TextMessage.Status
MOST = 160
QUIET = (time(21), time(8))  # no telephone buzzes between these


def text(words: str, *, to: Any, at: datetime) -> TextMessage | None:
    """Owe a text message to ``to`` (anyone with .name, .phone and .reference); None for somebody without a telephone.

    It never carries more than a letter may. One that is longer than a message holds is cut at a word.
    """
    if not to.phone:
        return None
    return TextMessage.objects.create(
        recipient=getattr(to, "reference", ""),
        to_name=to.name,
        to_phone=to.phone,
        text=_short(words),
        owed_at=at,
        not_before=_by_day(at),
    )


def _short(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    plain = " ".join(plain.split())
    return plain if len(plain) <= MOST else plain[: MOST - 3].rsplit(" ", 1)[0] + "..."


def _by_day(at: datetime) -> datetime:
    begins, ends = QUIET
    shown, on = at.astimezone(LONDON).time(), london_day(at)
    if shown < ends:
        return at_london(on, ends)
    return at_london(on + timedelta(days=1), ends) if shown >= begins else at


def send_owed_texts(*, at: datetime, most: int = 200) -> int:
    """Send the text messages that are due; return how many left. A failing sender costs a try, never a message."""
    due = _due(at).order_by("owed_at", "pk").values_list("pk", flat=True)
    return sum(_send_one(pk, at=at) for pk in due[:most])


def _due(at: datetime) -> QuerySet[TextMessage]:
    return TextMessage.objects.filter(status=Status.OWED, not_before__lte=at)


def _send_one(pk: int, *, at: datetime) -> bool:
    """Take a message, unless another worker was first, and send it. The database is not kept waiting meanwhile."""
    if not _due(at).filter(pk=pk).update(tries=F("tries") + 1, not_before=at + LONGEST_TO_LEAVE):
        return False
    message = TextMessage.objects.get(pk=pk)
    try:
        import_string(settings.TEXT_SENDER)(message.to_phone, message.text)
    except OSError:
        log.warning("text message %s could not be sent (try %s)", message.reference, message.tries)
        message.status = Status.FAILED if message.tries >= TRIES else Status.OWED
        message.not_before = _by_day(at + timedelta(minutes=2**message.tries))
    else:
        message.status, message.sent_at = Status.SENT, at
    message.save(update_fields=["status", "sent_at", "not_before"])
    return message.status == Status.SENT


def forget_texts(*, before: datetime) -> int:
    """Take away the words, and the numbers they went to, of messages that have left or never will; return how many."""
    done = TextMessage.objects.exclude(status=Status.OWED).filter(owed_at__lt=before)
    return done.exclude(text="").update(text="", to_phone="")
