"""Periodic jobs run once a slot however many schedulers there are."""

from datetime import UTC, datetime, timedelta

import pytest
from django_tasks import task

from tests.races import together
from timegiven.kernel import background
from timegiven.kernel.models import Tick

AT = datetime(2007, 4, 24, 11, 7, 30, tzinfo=UTC)
ran: list[int] = []


@task()
def note_it() -> None:
    ran.append(1)


@pytest.fixture(autouse=True)
def one_job(monkeypatch):
    job = background.Job("test.note_it", note_it, timedelta(minutes=5))
    monkeypatch.setattr(background, "_register", [job])
    ran.clear()
    return job


def test_a_slot_begins_at_a_multiple_of_its_length(one_job):
    assert one_job.slot_at(AT) == datetime(2007, 4, 24, 11, 5, tzinfo=UTC)


@pytest.mark.django_db
def test_a_job_is_handed_over_once_in_its_slot_and_again_in_the_next():
    first = background.tick(AT)
    again = background.tick(AT + timedelta(minutes=2))
    later = background.tick(AT + timedelta(minutes=5))

    assert (first, again, later) == (["test.note_it"], [], ["test.note_it"])
    assert (len(ran), Tick.objects.count()) == (2, 2)


@pytest.mark.django_db
def test_in_a_slot_that_is_taken_nothing_is_tried(django_assert_num_queries):
    background.tick(AT)

    with django_assert_num_queries(1) as asked:
        background.tick(AT + timedelta(minutes=2))

    assert asked[0]["sql"].startswith("SELECT")


@pytest.mark.django_db
def test_a_function_becomes_a_job_of_the_register(monkeypatch):
    monkeypatch.setattr(background, "_register", [])

    background.every(timedelta(hours=1))(note_it.func)

    assert [(job.name.rpartition(".")[2], job.slot) for job in background.every_job()] == [
        ("note_it", timedelta(hours=1))
    ]


def _schedulers(act):
    def schedule():
        for number in range(20):
            act(AT + number * timedelta(minutes=5))

    together(*[schedule] * 4)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_four_schedulers_hand_over_one_job_a_slot():
    _schedulers(background.tick)

    assert (len(ran), Tick.objects.count()) == (20, 20)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_without_the_row_four_schedulers_would_hand_over_four():
    _schedulers(lambda at: note_it.enqueue())

    assert len(ran) == 80
