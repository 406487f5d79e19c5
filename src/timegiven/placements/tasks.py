"""The worker's door to placements."""

from datetime import timedelta

from django.utils import timezone

from timegiven.kernel.background import every
from timegiven.placements import services


@every(timedelta(minutes=10))
def tell_of_changes() -> None:
    """Tell volunteers that their role has changed."""
    services.tell_of_changes(at=timezone.now())


@every(timedelta(minutes=10))
def end_retired() -> None:
    """End placements in roles that were retired."""
    services.end_retired(at=timezone.now())


@every(timedelta(days=1))
def remind_of_changes() -> None:
    """Remind those who have not said anything yet."""
    services.remind_of_changes(at=timezone.now())


@every(timedelta(days=1))
def ask_whether_right() -> None:
    """Ask volunteers whether whom to ring is still right."""
    services.ask_whether_right(at=timezone.now())


@every(timedelta(days=1))
def forget_health_cards() -> None:
    """Throw away the health cards of those who left some months ago."""
    services.forget_health_cards(at=timezone.now())


@every(timedelta(days=1))
def ask_how_it_goes() -> None:
    """Ask new volunteers and their units how the first weeks went."""
    services.ask_how_it_goes(at=timezone.now())


@every(timedelta(days=1))
def keep_offers() -> None:
    """Remind of offers that end soon, and end those whose day has passed."""
    services.remind_of_offers(at=timezone.now())
    services.lapse_offers(at=timezone.now())


@every(timedelta(days=1))
def keep_breaks_and_loans() -> None:
    """Begin and end breaks, and end the loans whose days are over."""
    services.keep_breaks(at=timezone.now())
    services.end_loans(at=timezone.now())
