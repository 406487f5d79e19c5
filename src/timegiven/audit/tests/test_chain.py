"""The chain of events holds, and shows where it was broken."""

from contextlib import nullcontext
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from tests import builders as a
from tests.races import together
from timegiven.audit import append_only, selectors, services
from timegiven.audit.models import Chain, Event

pytestmark = pytest.mark.django_db


def three_events():
    by = a.a_person()
    return [services.record(act, of=by, by=by, at=a.NOW, about=by) for act in ("met", "approved", "saw health answers")]


def test_an_empty_trail_holds():
    assert (selectors.broken_at(), selectors.head()) == (None, (0, ""))


def test_a_trail_as_it_was_written_holds():
    events = three_events()

    assert (selectors.broken_at(), selectors.head()) == (None, (3, events[-1].digest))


def test_each_event_is_sealed_to_the_one_before():
    first, second, third = three_events()

    assert (first.previous, second.previous, third.previous) == ("", first.digest, second.digest)


@pytest.mark.parametrize("field", ["actor", "act", "kind", "subject", "about", "why"])
def test_a_changed_event_is_found(field):
    three_events()

    Event.objects.filter(number=2).update(**{field: "CHANGED"})

    assert selectors.broken_at() == 2


def test_a_changed_moment_is_found():
    three_events()

    Event.objects.filter(number=2).update(at=a.NOW + timedelta(seconds=1))

    assert selectors.broken_at() == 2


def test_an_event_changed_with_its_own_digest_is_found_at_the_next():
    events = three_events()
    changed = Event.objects.get(pk=events[1].pk)
    changed.act = "declined"

    Event.objects.filter(pk=changed.pk).update(act="declined", digest=selectors.seal(changed))

    assert selectors.broken_at() == 3


def test_a_missing_event_is_found():
    three_events()

    Event.objects.filter(number=2).delete()

    assert selectors.broken_at() == 2


def test_an_end_that_was_cut_off_is_found():
    three_events()

    Event.objects.filter(number=3).delete()

    assert selectors.broken_at() == 3


def test_an_event_is_written_with_its_deed_or_not_at_all():
    by = a.a_person()

    with transaction.atomic():
        services.record("met", of=by, by=by, at=a.NOW)
        transaction.set_rollback(True)

    assert (Event.objects.count(), selectors.broken_at()) == (0, None)


def test_looking_is_written_down_as_seeing():
    person = a.a_person()

    event = services.saw("health answers", of=person, by=person, at=a.NOW, about=person)

    assert (event.act, event.about) == ("saw health answers", person.reference)


def test_the_command_prints_the_head_to_note_elsewhere(capsys):
    events = three_events()

    call_command("verify_audit")

    assert capsys.readouterr().out == f"The audit trail holds. Note this elsewhere: 3 {events[-1].digest}\n"


def test_the_command_fails_where_the_trail_is_broken():
    three_events()
    Event.objects.filter(number=2).update(act="declined")

    with pytest.raises(CommandError, match="broken at event 2"):
        call_command("verify_audit")


@pytest.fixture
def guarded():
    append_only.guard(connection)
    yield
    append_only.release(connection)


def test_the_database_refuses_to_change_an_event(guarded):
    three_events()

    with pytest.raises(IntegrityError, match="only ever added to"), transaction.atomic():
        Event.objects.filter(number=2).update(act="declined")

    assert Event.objects.get(number=2).act == "approved"


def test_the_database_refuses_to_remove_an_event(guarded):
    three_events()

    with pytest.raises(IntegrityError, match="only ever added to"), transaction.atomic():
        Event.objects.filter(number=2).delete()

    assert Event.objects.count() == 3


@pytest.mark.postgres
def test_the_database_refuses_to_empty_the_trail(guarded):
    three_events()

    with pytest.raises(IntegrityError, match="only ever added to"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE audit_event")

    assert Event.objects.count() == 3


def test_the_guard_lets_events_be_added(guarded):
    three_events()

    assert selectors.broken_at() is None


def test_without_the_guard_an_event_could_be_changed():
    three_events()

    assert Event.objects.filter(number=2).update(act="declined") == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_events_written_at_once_have_one_order():
    by = a.a_person()
    Chain.objects.get_or_create(name="events")

    def look():
        for _ in range(10):
            services.saw("address", of=by, by=by, at=a.NOW)

    def do():
        for _ in range(10):
            with transaction.atomic():
                services.record("met", of=by, by=by, at=a.NOW)

    together(*[look, do] * 2)

    assert (selectors.head()[0], selectors.broken_at()) == (40, None)


class Stale:
    """The head of the chain as it was so many events ago."""

    def __init__(self, times: int) -> None:
        self.times, self.was = times, Chain.objects.get(name="events")

    def first(self) -> Chain:
        self.times -= 1
        return self.was if self.times >= 0 else Chain.objects.get(name="events")


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("times", [1, 2, 3, 4])
def test_whoever_looks_and_is_overtaken_is_written_down_after_the_other(monkeypatch, times):
    by = a.a_person()
    three_events()
    monkeypatch.setattr(services, "_head", Stale(times))
    with transaction.atomic():
        services.record("met", of=by, by=by, at=a.NOW)

    services.saw("address", of=by, by=by, at=a.NOW)

    assert (selectors.head()[0], selectors.broken_at()) == (5, None)
    assert list(Event.objects.order_by("number").values_list("act", flat=True))[3:] == ["met", "saw address"]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_look_with_no_deed_around_it_takes_two_questions(django_assert_num_queries):
    by = a.a_person()
    three_events()

    with django_assert_num_queries(2):
        services.saw("address", of=by, by=by, at=a.NOW)


def disk() -> int:
    """What SQLite waits for at a commit: 2, the disk; 1, the system."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        return int(cursor.fetchone()[0])


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the embedded database")
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("goes_wrong", "in_a_deed"), [(False, False), (True, False), (False, True)])
def test_a_look_alone_does_not_wait_for_the_disk_and_whatever_comes_after_it_does(monkeypatch, goes_wrong, in_a_deed):
    by, waited, append = a.a_person(), [], services._append

    def watched(events):
        waited.append(disk())
        append([] if goes_wrong else events)
        assert not goes_wrong

    monkeypatch.setattr(services, "_append", watched)
    with (
        pytest.raises(AssertionError) if goes_wrong else nullcontext(),
        transaction.atomic() if in_a_deed else nullcontext(),
    ):
        services.saw("record", of=by, by=by, at=a.NOW, about=by)

    assert (waited, disk()) == ([2] if in_a_deed else [1], 2)
    assert Event.objects.count() == (0 if goes_wrong else 1)
