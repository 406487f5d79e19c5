"""Background work: tasks for the worker, and periodic jobs that run once a slot however many workers there are."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import IntegrityError, transaction
from django_tasks import task
from django_tasks.base import Task

from timegiven.kernel.models import Tick

__all__ = ["Job", "every", "every_job", "task", "tick"]


@dataclass(frozen=True)
class Job:
    """A task that is due once in each slot of time."""

    name: str
    task: Task
    slot: timedelta

    def slot_at(self, at: datetime) -> datetime:
        """The start of the slot that ``at`` lies in."""
        length = int(self.slot.total_seconds())
        return datetime.fromtimestamp(int(at.timestamp()) // length * length, tz=UTC)


_register: list[Job] = []


def every(slot: timedelta) -> Callable[[Callable[[], None]], Task]:
    """Make a function (of a chapter's tasks.py, without arguments) a job that runs once in every ``slot``."""

    def enter(function: Callable[[], None]) -> Task:
        made = task()(function)
        _register.append(Job(f"{function.__module__}.{function.__name__}", made, slot))
        return made

    return enter


def every_job() -> list[Job]:
    """All periodic jobs of the tasks modules that have been imported."""
    return list(_register)


def tick(at: datetime) -> list[str]:
    """Enqueue the jobs whose slot nobody has taken yet; return their names.

    The row (job, slot) is unique and is written with the task in one transaction: of many schedulers one wins. What is
    taken already is not tried: each try would hold up others that write, and PostgreSQL would note an error.
    """
    slots = {job.name: job.slot_at(at) for job in _register}
    taken = set(Tick.objects.filter(job__in=slots, slot__in=slots.values()).values_list("job", "slot"))
    free = [job for job in _register if (job.name, slots[job.name]) not in taken]
    return [job.name for job in free if _take(job, at)]


def _take(job: Job, at: datetime) -> bool:
    try:
        with transaction.atomic():
            Tick.objects.create(job=job.name, slot=job.slot_at(at))
            job.task.enqueue()
    except IntegrityError:
        return False
    return True


def forget_slots(*, before: datetime) -> int:
    """Let go of slots that are over; return how many. One that a job still is in stays: it is handed over once."""
    before = min([before, *(job.slot_at(before) for job in _register)])
    return Tick.objects.filter(slot__lt=before).delete()[0]
