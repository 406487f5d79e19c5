"""The worker's door to the library."""

from datetime import timedelta

from django.utils import timezone

from timegiven.kernel.background import every
from timegiven.library import services


@every(timedelta(days=1))
def give_notice() -> None:
    """Tell those concerned that reviews are due and that insurance runs out."""
    services.give_review_notices(at=timezone.now())
    services.give_cover_notices(at=timezone.now())


@every(timedelta(days=1))
def remind_members() -> None:
    """Remind the members of the Steering Group of the papers that close soon."""
    services.remind_members(at=timezone.now())
