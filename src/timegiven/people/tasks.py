"""The worker's door to what is forgotten of people: the words of their letters, and what their browsers left."""

from datetime import timedelta

from django.utils import timezone

from timegiven.kernel.background import every
from timegiven.people import services


@every(timedelta(days=1))
def forget_letters() -> None:
    """Take away the words of letters that went out long ago."""
    services.forget_letters(at=timezone.now())


@every(timedelta(days=1))
def forget_sessions() -> None:
    """Take away what browsers left here and nobody can use any more."""
    services.forget_sessions(at=timezone.now())
