"""Who may change the handbook, and which documents who may read."""

from datetime import date
from typing import Any

from timegiven.kernel.permission import permission


@permission
def decide(person: Any, day: date) -> bool:
    """Only the Central Team changes a number of the handbook."""
    return bool(person.is_authenticated and person.holds("CENTRAL_TEAM", day=day))


@permission
def see_reviews(person: Any, day: date) -> bool:
    """Staff are shown which documents are overdue for review."""
    return bool(person.is_authenticated and person.appointments_on(day))
