"""What is kept to do things once is let go of when nobody needs it, and not before."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tests import builders as b
from timegiven.kernel import background
from timegiven.kernel.models import Submission, Tick
from timegiven.kernel.once import OPEN_FOR, new_key
from timegiven.letters import tasks as letter_tasks
from timegiven.people import services, tasks
from timegiven.people.policies import FORM_KEY_DAYS
from timegiven.programme.models import PolicyValue

pytestmark = pytest.mark.django_db
AT = b.NOW


def a_form(days: float) -> None:
    made = Submission.objects.create(key=f"{days}", path="/", led_to="/")
    Submission.objects.filter(pk=made.pk).update(at=AT - timedelta(days=days))


def forms() -> set[float]:
    return {float(key) for key in Submission.objects.values_list("key", flat=True)}


def test_a_form_that_was_carried_out_is_known_for_as_long_as_it_was_decided() -> None:
    a_form(59)
    a_form(61)

    assert (services.forget_forms(at=AT), forms()) == (1, {59})


def test_whatever_is_decided_a_form_that_would_still_be_taken_is_known() -> None:
    PolicyValue.objects.create(name=FORM_KEY_DAYS.name, value=1, from_on=b.LONG_AGO)
    for days in (2, OPEN_FOR.days, OPEN_FOR.days + 2):
        a_form(days)

    services.forget_forms(at=AT)

    assert forms() == {2, OPEN_FOR.days}


def test_a_form_of_an_open_page_is_carried_out_once_however_much_was_forgotten(client: Client) -> None:
    """On the last day on which it is taken, and on the first on which it is forgotten."""
    person = b.a_person(email="p@example.org")
    client.force_login(person)
    typed = {"email": "p@example.org", "known_as": "Once", "once": new_key()}
    client.post(reverse("people:contact"), typed)
    type(person).objects.filter(pk=person.pk).update(known_as="Changed since")
    opened = timezone.now()

    with pytest.MonkeyPatch.context() as patch:
        for later in (OPEN_FOR - timedelta(hours=1), timedelta(days=FORM_KEY_DAYS.default + 1)):
            patch.setattr(timezone, "now", lambda later=later: opened + later)
            client.force_login(person)
            services.forget_forms(at=opened + later)
            client.post(reverse("people:contact"), typed)

    person.refresh_from_db()
    assert (person.known_as, Submission.objects.filter(key=typed["once"]).exists()) == ("Changed since", False)


def done(status: str, days: float) -> None:
    facts = {"args_kwargs": {}, "task_path": "x", "backend_name": "default", "traceback": ""}
    finished = AT - timedelta(days=days) if status in ("SUCCESSFUL", "FAILED") else None
    DBTaskResult.objects.create(status=status, finished_at=finished, run_after=AT, exception_class_path="", **facts)


def test_what_the_worker_finished_is_let_go_of_and_what_it_has_to_do_is_not() -> None:
    for status in (TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED):
        done(status, 13)
        done(status, 15)
    done(TaskResultStatus.READY, 15)
    done(TaskResultStatus.RUNNING, 15)

    services.forget_background(at=AT)

    kept = sorted(DBTaskResult.objects.values_list("status", flat=True))
    assert kept == ["FAILED", "READY", "RUNNING", "SUCCESSFUL"]


def test_a_slot_that_a_job_is_in_stays_so_that_it_is_handed_over_once(monkeypatch: pytest.MonkeyPatch) -> None:
    job = background.Job("a.year", letter_tasks.send_owed, timedelta(days=365))
    monkeypatch.setattr(background, "_register", [job])
    current = job.slot_at(AT)
    assert AT - current > timedelta(days=14)  # else it would stay in any case
    for slot in (current, current - timedelta(days=730)):
        Tick.objects.create(job=job.name, slot=slot)

    services.forget_background(at=AT)

    assert list(Tick.objects.values_list("slot", flat=True)) == [current]


@pytest.mark.parametrize("name", ["forget_forms", "forget_background", "forget_addresses"])
def test_the_worker_does_it_once_a_day(name: str) -> None:
    jobs = {job.name: job.slot for job in background.every_job()}

    assert jobs[f"{tasks.__name__}.{name}"] == timedelta(days=1)
    getattr(tasks, name).call()
