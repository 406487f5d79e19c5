"""What can be asked of the audit trail."""

from typing import Any

from django.db.models import QuerySet

from timegiven.audit.models import Chain, Event
from timegiven.audit.services import seal


def broken_at() -> int | None:
    """The number of the first event that is not as it was written, or None while the whole chain holds.

    The head row tells whether the end was cut off; whoever can rewrite that row too is seen only by comparing
    with a head noted elsewhere (docs/deploy.md).
    """
    previous, number = "", 0
    for event in Event.objects.order_by("number").iterator():
        number += 1
        if event.number != number or event.previous != previous or event.digest != seal(event):
            return number
        previous = event.digest
    chain = Chain.objects.filter(name="events").first()
    return None if not chain or (chain.length, chain.head) == (number, previous) else number + 1


def about(person: Any) -> QuerySet[Event]:
    """What was done with or seen of this person's data, newest first."""
    return Event.objects.filter(about=person.reference).order_by("-number")


def of(thing: Any) -> QuerySet[Event]:
    """What happened to this thing, newest first."""
    return Event.objects.filter(kind=thing._meta.label_lower, subject=thing.reference).order_by("-number")
