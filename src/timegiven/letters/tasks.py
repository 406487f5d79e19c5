"""The worker's door to the letters."""

from datetime import timedelta

from django.utils import timezone

from timegiven.kernel.background import every
from timegiven.letters import services


@every(timedelta(minutes=1))
def send_owed() -> None:
    """Send the letters that are owed, and none that comes too late to be of use."""
    services.overtake_late(at=timezone.now())
    services.send_owed(at=timezone.now())


@every(timedelta(minutes=1))
def send_owed_texts() -> None:
    """Send the text messages that are owed."""
    services.send_owed_texts(at=timezone.now())
