"""The worker's door to thanks."""

from datetime import timedelta

from django.utils import timezone

from timegiven.engagement import services
from timegiven.kernel.background import every


@every(timedelta(days=1))
def notice_milestones() -> None:
    """Look once a day who has passed a milestone."""
    services.notice_milestones(timezone.now())
