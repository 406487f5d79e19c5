"""The worker's doors to attendance."""

from datetime import timedelta

from django.utils import timezone

from timegiven.attendance import services
from timegiven.kernel.background import every

DAYTIME = range(9, 18)  # nobody is asked at night


@every(timedelta(hours=1))
def ask_when_left() -> None:
    """Ask those of whom nobody wrote down when they left, by day."""
    if timezone.localtime().hour in DAYTIME:
        services.ask_when_left(at=timezone.now())


@every(timedelta(hours=1))
def remind() -> None:
    """Ask, gently, how sessions went, by day."""
    if timezone.localtime().hour in DAYTIME:
        services.remind(at=timezone.now())


@every(timedelta(minutes=1))
def enter_waiting() -> None:
    """Go on with sheets of sessions, a piece of each."""
    services.enter_waiting(at=timezone.now())
