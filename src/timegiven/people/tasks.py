"""The worker's door to what is forgotten: the words of letters, what browsers left, addresses that came to nothing."""

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


@every(timedelta(days=1))
def forget_addresses() -> None:
    """Let go of new addresses whose link nobody followed in time."""
    services.forget_addresses(at=timezone.now())


@every(timedelta(days=1))
def forget_forms() -> None:
    """Let go of the keys of forms that nobody can send any more."""
    services.forget_forms(at=timezone.now())


@every(timedelta(days=1))
def forget_background() -> None:
    """Let go of what the worker did long ago."""
    services.forget_background(at=timezone.now())
