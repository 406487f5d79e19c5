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


@permission
def keep_documents(person: Any, day: date) -> bool:
    """Only the Central Team adds a document, issues a new edition of one, or notes that one was reviewed."""
    return bool(person.is_authenticated and person.holds("CENTRAL_TEAM", day=day))


@permission
def keep_cover(person: Any, day: date) -> bool:
    """Only the Central Team enters and ends certificates of insurance."""
    return bool(person.is_authenticated and person.holds("CENTRAL_TEAM", day=day))


@permission
def see_certificates(person: Any, day: date) -> bool:
    """Everybody may know what the insurance covers; the numbers of the certificates are for people with a role."""
    return bool(person.is_authenticated and person.appointments_on(day))
