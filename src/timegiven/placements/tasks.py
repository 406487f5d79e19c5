"""The worker's door to placements."""

from datetime import timedelta

from django.utils import timezone

from timegiven.kernel.background import every
from timegiven.placements import services


@every(timedelta(minutes=10))
def tell_of_changes() -> None:
    """Tell volunteers that their role has changed."""
    services.tell_of_changes(at=timezone.now())


@every(timedelta(days=1))
def remind_of_changes() -> None:
    """Remind those who have not said anything yet."""
    services.remind_of_changes(at=timezone.now())
