"""Tell volunteers in time: that a course runs out, and that a session is near."""

from datetime import datetime, time
from typing import Any

from django.db import transaction

from timegiven.kernel.time import at_london, london_day
from timegiven.letters import services as letters
from timegiven.training import selectors
from timegiven.training.models import Booking, Completion, ExpiryNotice
from timegiven.training.policies import REMIND_DAYS


@transaction.atomic
def give_notice(*, at: datetime) -> int:
    """Tell each volunteer whose course runs out within 60, 30 or 7 days, once for each; return how many letters.

    After days on which no worker ran, the notice that is nearest is given.
    """
    day = london_day(at)
    thresholds = selectors.notice_days(day)
    ending = selectors.running_out(day, within=max(thresholds, default=0)).filter(expires_on__gt=day)
    new = []
    for completion in ending.select_related("person", "course").prefetch_related("notices"):
        left = ((completion.expires_on or day) - day).days
        before = min((each for each in thresholds if left <= each), default=None)
        given = {notice.days_before for notice in completion.notices.all()}
        if before is not None and before not in given:
            new.append(ExpiryNotice(completion=completion, days_before=before, at=at))
            _tell(completion, at)
    ExpiryNotice.objects.bulk_create(new)
    return len(new)


def _tell(completion: Completion, at: datetime) -> None:
    told: dict[str, Any] = {"completion": completion, "course": completion.course}
    if completion.expires_on:
        told["until_at"] = at_london(completion.expires_on, time())
    letters.write("training/runs_out", to=completion.person, at=at, about=[completion], **told)


@transaction.atomic
def remind(*, at: datetime) -> int:
    """Remind those who have a place on a session of the next days, once; return how many letters are owed."""
    coming = list(selectors.to_remind(at, days=REMIND_DAYS.on(london_day(at))))
    for booking in coming:
        to, session = booking.volunteer.person, booking.session
        told: dict[str, Any] = {"booking": booking, "session": session, "course": session.course}
        letters.write("training/reminder", to=to, at=at, about=[booking], until_at=session.starts_at, **told)
    Booking.objects.filter(pk__in=[each.pk for each in coming]).update(is_reminded=True)
    return len(coming)
