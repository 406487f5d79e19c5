"""Write down who did or saw what, in the transaction of the deed itself."""

from datetime import datetime
from typing import Any

from django.db import transaction

from timegiven.audit.models import Chain, Event
from timegiven.audit.rules import seal


@transaction.atomic(savepoint=False)  # with the deed or not at all: there is nothing to return to
def record(act: str, *, of: Any, by: Any, at: datetime, about: Any = None, why: str = "") -> Event:
    """Append that ``by`` did ``act`` to ``of``; ``about`` is the person whose data it is, if anyone's.

    ``why`` must hold no personal data: it is kept for years and shown to auditors.
    """
    chain = _locked() or _begun()
    event = Event(
        number=chain.length + 1,
        at=at,
        actor=getattr(by, "reference", ""),
        act=act,
        kind=of._meta.label_lower,
        subject=getattr(of, "reference", ""),
        about=getattr(about, "reference", ""),
        why=why[:200],
        previous=chain.head,
    )
    event.digest = seal(event)
    event.save(force_insert=True)
    Chain.objects.filter(pk=chain.pk).update(length=event.number, head=event.digest)
    return event


def _locked() -> Chain | None:
    return Chain.objects.select_for_update().filter(name="events").first()


def _begun() -> Chain:
    """The chain before its first event; of two who begin it at once the second waits for the first."""
    Chain.objects.get_or_create(name="events")
    return Chain.objects.select_for_update().get(name="events")


def saw(what: str, *, of: Any, by: Any, at: datetime, about: Any = None, why: str = "") -> Event:
    """Record that ``by`` looked at sensitive data."""
    return record(f"saw {what}", of=of, by=by, at=at, about=about, why=why)
