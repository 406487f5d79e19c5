"""The worker's doors to claims, receipts and bank details."""

from datetime import timedelta

from django.utils import timezone

from timegiven.expenses import services
from timegiven.kernel.background import every


@every(timedelta(hours=1))
def look_again_at_claims() -> None:
    """Bring back what was approved before its session was changed, so that it is decided on anew."""
    services.look_again(at=timezone.now())


@every(timedelta(days=1))
def forget_old_bank_details() -> None:
    """Delete once a day what is needed no longer."""
    services.forget_old_bank_details(timezone.now())


@every(timedelta(days=1))
def forget_old_receipts() -> None:
    """Delete receipts when they have been kept as long as volunteers were told."""
    services.forget_old_receipts(at=timezone.now())
