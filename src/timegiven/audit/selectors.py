"""What can be asked of the audit trail."""

from collections.abc import Collection
from datetime import date, time, timedelta
from typing import Any

from django.db.models import QuerySet

from timegiven.audit.models import Chain, Event
from timegiven.audit.rules import seal
from timegiven.kernel.time import at_london


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
    return None if head() == (number, previous) else number + 1


def head() -> tuple[int, str]:
    """The number and digest of the last event, as the head row has them: what to note elsewhere."""
    chain = Chain.objects.filter(name="events").first()
    return (chain.length, chain.head) if chain else (0, "")


def trail(*, act: str = "", kind: str = "", people: Collection[str] = (), on: date | None = None) -> QuerySet[Event]:
    """The events, newest first: by how the act begins, the kind of thing, who did it or whom it was about, the day.

    ``people`` are the references of those any of whom it may be; none for everybody.
    """
    events = Event.objects.order_by("-number")
    if act:
        events = events.filter(act__istartswith=act)
    if kind:
        events = events.filter(kind=kind)
    if people:
        events = events.filter(actor__in=people) | events.filter(about__in=people)
    if on:
        start, end = at_london(on, time.min), at_london(on + timedelta(days=1), time.min)
        events = events.filter(at__gte=start, at__lt=end)
    return events


def kinds() -> list[str]:
    """The kinds of thing that the trail knows of."""
    return list(Event.objects.order_by("kind").values_list("kind", flat=True).distinct())


def about(person: Any) -> QuerySet[Event]:
    """What was done with or seen of this person's data, newest first."""
    return Event.objects.filter(about=person.reference).order_by("-number")


def of(thing: Any) -> QuerySet[Event]:
    """What happened to this thing, newest first."""
    return Event.objects.filter(kind=thing._meta.label_lower, subject=thing.reference).order_by("-number")
