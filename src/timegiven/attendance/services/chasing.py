"""Ask, gently, how a session went: more closely in somebody's first months, and never more than a few times."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from timegiven.attendance import selectors
from timegiven.attendance.models import Reminder
from timegiven.attendance.services.entering import ask_of
from timegiven.letters import services as letters
from timegiven.rota.models import Offer


def remind(*, at: datetime) -> int:
    """Write to everybody whose session is over and who has not told us of it, where a reminder is due."""
    return sum(_remind(offer, number, is_new=is_new, at=at) for offer, number, is_new in selectors.to_remind(at))


def _remind(offer: Offer, number: int, *, is_new: bool, at: datetime) -> bool:
    try:
        with transaction.atomic():
            Reminder.objects.create(offer=offer, number=number, sent_at=at)
            told: dict[str, Any] = {"offer": offer, "is_new": is_new, "ask": ask_of(offer.placement, at)}
            letters.write("attendance/how_was_it", to=offer.person, at=at, about=[offer], **told)
    except IntegrityError:
        return False  # another worker was first
    return True
