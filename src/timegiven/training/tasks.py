"""The worker's door to training."""

from datetime import timedelta

from django.utils import timezone

from timegiven.kernel.background import every
from timegiven.training import services


@every(timedelta(days=1))
def give_notice() -> None:
    """Tell volunteers whose training runs out."""
    services.give_notice(at=timezone.now())


@every(timedelta(hours=6))
def remind() -> None:
    """Remind volunteers of the sessions on which they have a place."""
    services.remind(at=timezone.now())
