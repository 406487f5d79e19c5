"""The worker's doors to thanks and to meetings of volunteers."""

from datetime import timedelta

from django.utils import timezone

from timegiven.engagement import services
from timegiven.kernel.background import every


@every(timedelta(days=1))
def notice_milestones() -> None:
    """Look once a day who has passed a milestone."""
    services.notice_milestones(timezone.now())


@every(timedelta(minutes=1))
def invite_to_meetings() -> None:
    """Invite to the meetings that nobody has heard of yet."""
    services.invite_to_meetings(timezone.now())


@every(timedelta(minutes=1))
def tell_of_recruitment() -> None:
    """Write to those who asked to hear when the force recruits; of those who have left, forget that they asked."""
    at = timezone.now()
    services.forget_wishes(at)
    services.tell_of_recruitment(at)
