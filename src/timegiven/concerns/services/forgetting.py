"""Delete what has been kept for long enough."""

from datetime import datetime

from django.db import transaction

from timegiven.concerns import selectors
from timegiven.kernel.time import london_day
from timegiven.placements import services as placements


@transaction.atomic
def forget(*, at: datetime) -> int:
    """Delete old concerns and old days off, with all that was said and every step; return how many there were."""
    day = london_day(at)
    old = [*selectors.concerns_to_forget(day), *selectors.days_to_forget(day)]
    for each in old:
        each.delete()
    placements.forget_free_days(before=day)
    return len(old)
