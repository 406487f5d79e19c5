"""The worker's door to the hours."""

from datetime import timedelta

from django.utils import timezone

from timegiven.hours import services
from timegiven.kernel.background import every


@every(timedelta(days=1))
def close_due() -> None:
    """Close the months whose day has come."""
    services.close_due(at=timezone.now())
