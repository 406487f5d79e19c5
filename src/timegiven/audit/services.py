"""Write down who did or saw what, in the transaction of the deed itself."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection, transaction
from django.db.models import QuerySet

from timegiven.audit.models import Chain, Event
from timegiven.audit.rules import seal
from timegiven.kernel import bulk
from timegiven.kernel.prepared import Prepared


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
    _append(event)
    return event


# Looking at somebody's record is noted on the way to showing it, so these are written out: Django would put the same
# words together anew each time, which takes three times as long as the database does.
_INSERT = """
INSERT INTO audit_event (number, at, actor, act, kind, subject, about, why, previous, digest)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id
"""
_MOVE = "UPDATE audit_chain SET length = %s, head = %s WHERE name = 'events'"


def _append(event: Event) -> None:
    """Write the event, and that it is the last."""
    at = connection.ops.adapt_datetimefield_value(event.at)
    said = (event.actor, event.act, event.kind, event.subject, event.about, event.why)
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, [event.number, at, *said, event.previous, event.digest])
        event.pk = cursor.fetchone()[0]
        cursor.execute(_MOVE, [event.number, event.digest])


def _locked() -> Chain | None:
    chain: Chain | None = _head.first()
    return chain


@Prepared
def _head() -> QuerySet[Chain]:
    return Chain.objects.select_for_update().filter(name="events")


def _begun() -> Chain:
    """The chain before its first event; of two who begin it at once the second waits for the first."""
    Chain.objects.get_or_create(name="events")
    return Chain.objects.select_for_update().get(name="events")


@transaction.atomic
def record_many(act: str, *, kind: str, of: Sequence[tuple[str, str]], by: Any, at: datetime) -> None:
    """Append the same act many times, each sealed to the one before as ``record`` does it.

    ``of`` holds the reference of each thing, all of one ``kind`` ("attendance.sessionreport"), and of whom it is about.
    """
    chain = _locked() or _begun()
    actor, head, digests = getattr(by, "reference", ""), chain.head, []
    numbers = range(chain.length + 1, chain.length + 1 + len(of))
    for number, (subject, about) in zip(numbers, of, strict=True):
        head = seal(_Plain(number, at, actor, act, kind, subject, about, "", head))
        digests.append(head)
    columns = {
        "number": numbers,
        "subject": [subject for subject, _ in of],
        "about": [about for _, about in of],
        "previous": [chain.head, *digests[:-1]],
        "digest": digests,
    }
    bulk.write(Event, columns, at=at, actor=actor, act=act, kind=kind)
    Chain.objects.filter(pk=chain.pk).update(length=chain.length + len(of), head=head)


class _Plain(NamedTuple):
    """An event before it is sealed, as plain values."""

    number: int
    at: datetime
    actor: str
    act: str
    kind: str
    subject: str
    about: str
    why: str
    previous: str


def saw(what: str, *, of: Any, by: Any, at: datetime, about: Any = None, why: str = "") -> Event:
    """Record that ``by`` looked at sensitive data."""
    return record(f"saw {what}", of=of, by=by, at=at, about=about, why=why)
