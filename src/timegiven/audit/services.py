"""Write down who did or saw what, in the transaction of the deed itself."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection, transaction
from django.db.models import QuerySet

from timegiven.audit.models import Chain, Event
from timegiven.audit.rules import seal
from timegiven.kernel import bulk
from timegiven.kernel.prepared import Prepared


def record(act: str, *, of: Any, by: Any, at: datetime, about: Any = None, why: str = "") -> Event:
    """Append that ``by`` did ``act`` to ``of``; ``about`` is the person whose data it is, if anyone's.

    ``why`` must hold no personal data: it is kept for years and shown to auditors.
    """
    event = Event(
        at=at,
        actor=getattr(by, "reference", ""),
        act=act,
        kind=of._meta.label_lower,
        subject=getattr(of, "reference", ""),
        about=getattr(about, "reference", ""),
        why=why[:200],
    )
    waiting = _waiting.get()
    if waiting is not None:
        waiting.append(_Noted(event))
        transaction.on_commit(waiting[-1])
    elif connection.in_atomic_block:
        _append([event])
    else:
        _append_alone(event)
    return event


class _Noted:
    """An event that is still to be written. Django forgets it with whatever part of the transaction is taken back."""

    def __init__(self, event: Event) -> None:
        self.event = event

    def __call__(self) -> None:
        """At the commit there is nothing left to do: the event has long been written."""


_waiting: ContextVar[list[_Noted] | None] = ContextVar("events that wait to be written", default=None)


@contextmanager
def written_last() -> Iterator[None]:
    """Write what is recorded within all at once, when the rest of the deed is done, and in its transaction.

    From the first event until the commit the head of the chain is locked, and everybody who records anything waits.
    A deed that many people do at once, and that takes a while, keeps the others waiting for its last moment alone.
    """
    with transaction.atomic(savepoint=False):
        noted: list[_Noted] = []
        before = _waiting.set(noted)
        try:
            yield
        finally:
            _waiting.reset(before)
        standing = {each[1] for each in connection.run_on_commit}
        if events := [each.event for each in noted if each in standing]:
            _append(events)


# Looking at somebody's record is noted on the way to showing it, so these are written out: Django would put the same
# words together anew each time, which takes three times as long as the database does.
_INSERT = """
INSERT INTO audit_event (number, at, actor, act, kind, subject, about, why, previous, digest)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id
"""
_MOVE = "UPDATE audit_chain SET length = %s, head = %s WHERE name = 'events'"
_APPEND_IF_NEXT = """
WITH moved AS (UPDATE audit_chain SET length = %s, head = %s WHERE name = 'events' AND length = %s RETURNING 1)
INSERT INTO audit_event (number, at, actor, act, kind, subject, about, why, previous, digest)
SELECT %s, %s, %s, %s, %s, %s, %s, %s, %s, %s FROM moved RETURNING id
"""
_TRIES = 3


@transaction.atomic(savepoint=False)  # with the deed or not at all: there is nothing to return to
def _append(events: list[Event]) -> None:
    """Seal the events to the one that was the last, and write them and which is the last now."""
    chain = _locked() or _begun()
    number, head = chain.length, chain.head
    with connection.cursor() as cursor:
        for number, event in enumerate(events, start=chain.length + 1):
            head = _sealed(event, number, head)
            cursor.execute(_INSERT, _values(event))
            event.pk = cursor.fetchone()[0]
        cursor.execute(_MOVE, [number, head])


def _append_alone(event: Event) -> None:
    """Write an event that has no deed around it: most looks at a record are so, and the page waits for them."""
    if connection.vendor == "sqlite":
        with _committed_soon():
            _append([event])
    elif not _appended_at_once(event):
        _append([event])


def _appended_at_once(event: Event) -> bool:
    """Write an event in one statement, if nobody else has written one meanwhile: two trips instead of five.

    Nobody waits for it. Whoever is overtaken each time takes the lock as everybody else does.
    """
    for _ in range(_TRIES):
        chain = _head.first()
        if chain is None:
            return False
        head = _sealed(event, chain.length + 1, chain.head)
        with connection.cursor() as cursor:
            cursor.execute(_APPEND_IF_NEXT, [event.number, head, chain.length, *_values(event)])
            if written := cursor.fetchone():
                event.pk = written[0]
                return True
    return False


@contextmanager
def _committed_soon() -> Iterator[None]:
    """SQLite leaves it to the system when a commit goes on to the disk; the next deed that changes anything waits."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=NORMAL")
        try:
            yield
        finally:
            cursor.execute("PRAGMA synchronous=FULL")


def _sealed(event: Event, number: int, previous: str) -> str:
    event.number, event.previous = number, previous
    event.digest = seal(event)
    return event.digest


def _values(event: Event) -> list[Any]:
    at = connection.ops.adapt_datetimefield_value(event.at)
    said = (event.actor, event.act, event.kind, event.subject, event.about, event.why)
    return [event.number, at, *said, event.previous, event.digest]


def _locked() -> Chain | None:
    chain: Chain | None = _head_locked.first()
    return chain


@Prepared
def _head() -> QuerySet[Chain]:
    return Chain.objects.filter(name="events")


@Prepared
def _head_locked() -> QuerySet[Chain]:
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
