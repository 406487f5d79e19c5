"""The worker's doors to concerns."""

from datetime import timedelta

from django.utils import timezone

from timegiven.concerns import services
from timegiven.kernel.background import every


@every(timedelta(hours=1))
def nudge() -> None:
    """See to it that nothing lies unread."""
    services.nudge(timezone.now())


@every(timedelta(days=1))
def forget() -> None:
    """Delete what has been kept for long enough."""
    services.forget(at=timezone.now())
