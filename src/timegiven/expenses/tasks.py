"""The worker's door to bank details."""

from datetime import timedelta

from django.utils import timezone

from timegiven.expenses import services
from timegiven.kernel.background import every


@every(timedelta(days=1))
def forget_old_bank_details() -> None:
    """Delete once a day what is needed no longer."""
    services.forget_old_bank_details(timezone.now())
