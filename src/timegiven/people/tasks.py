"""The worker's door to people's letters."""

from datetime import timedelta

from django.utils import timezone

from timegiven.kernel.background import every
from timegiven.people import services


@every(timedelta(days=1))
def forget_letters() -> None:
    """Take away the words of letters that went out long ago."""
    services.forget_letters(at=timezone.now())
