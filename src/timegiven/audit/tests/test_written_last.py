"""Events of a deed that takes long are written at its end: in its transaction, and without keeping anybody waiting."""

import threading
from contextlib import suppress

import pytest
from django.db import OperationalError, connection, transaction

from tests import builders as a
from timegiven.audit import selectors, services
from timegiven.audit.models import Chain, Event
from timegiven.people.models import Person

pytestmark = pytest.mark.django_db


def met(by: Person, act: str = "met") -> Event:
    return services.record(act, of=by, by=by, at=a.NOW, about=by)


def written() -> list[str]:
    return list(Event.objects.order_by("number").values_list("act", flat=True))


def test_events_are_written_in_their_order_when_the_deed_is_done() -> None:
    by = a.a_person()
    met(by, "came")

    with services.written_last():
        second, third = met(by, "met"), met(by, "approved")
        within = written()
    met(by, "left")

    assert (within, written()) == (["came"], ["came", "met", "approved", "left"])
    assert (second.number, third.previous, selectors.broken_at()) == (2, second.digest, None)


def test_of_what_was_taken_back_on_the_way_nothing_is_written() -> None:
    by = a.a_person()

    with services.written_last():
        met(by, "came")
        with suppress(ValueError), transaction.atomic():
            met(by, "met")
            raise ValueError
        met(by, "left")

    assert (written(), selectors.broken_at()) == (["came", "left"], None)


def test_a_deed_that_fails_leaves_no_event() -> None:
    by = a.a_person()

    with suppress(ValueError), transaction.atomic(), services.written_last():
        met(by)
        raise ValueError
    met(by, "left")

    assert written() == ["left"]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_last", [True, False], ids=["written last", "at once"])
def test_nobody_waits_for_a_long_deed_that_writes_its_events_last(*, is_last: bool) -> None:
    by = a.a_person()
    Chain.objects.get_or_create(name="events")
    recorded, go_on = threading.Event(), threading.Event()

    def long_deed() -> None:
        with transaction.atomic():
            if is_last:
                with services.written_last():
                    met(by, "long")
                    recorded.set()
                    go_on.wait(20)
            else:
                met(by, "long")
                recorded.set()
                go_on.wait(20)
        connection.close()

    other = threading.Thread(target=long_deed)
    other.start()
    recorded.wait(20)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '300ms'")
            met(by, "short")
        is_kept_waiting = False
    except OperationalError:
        is_kept_waiting = True
    go_on.set()
    other.join()

    assert is_kept_waiting != is_last
    assert (written(), selectors.broken_at()) == (["short", "long"] if is_last else ["long"], None)
