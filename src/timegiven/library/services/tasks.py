"""The tasks of a draft, one at a time: add, change, move, remove. What they amount to is written with them."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import SomeoneElseActed
from timegiven.kernel.time import london_day
from timegiven.library import access, rules, selectors
from timegiven.library.models import ProfileVersion, Task
from timegiven.library.policies import MOST_TASKS
from timegiven.library.services.holding import held
from timegiven.library.services.indexing import index
from timegiven.people.models import Person

Status = ProfileVersion.Status
NOT_SAVED = "We have not saved the tasks"


@transaction.atomic
def add_tasks(
    version: ProfileVersion, *, texts: Sequence[str], marks: Mapping[str, bool], by: Person, at: datetime
) -> None:
    """Add tasks at the end of the list, all with these marks (clauses 57, 61, 103, 105)."""
    row = _draft(version, by, at)
    tasks = [*selectors.tasks_of(row), *(Task(text=text, **_marks(marks)) for text in texts)]
    _keep(row, tasks, said="added tasks", by=by, at=at)


@transaction.atomic
def change_task(
    version: ProfileVersion,
    *,
    position: int,
    was: str,
    text: str,
    marks: Mapping[str, bool],
    by: Person,
    at: datetime,
) -> None:
    """Say a task in other words, or mark it otherwise. ``was`` is what the writer read there."""
    row = _draft(version, by, at)
    tasks = selectors.tasks_of(row)
    tasks[_index(tasks, position, was)] = Task(text=text, **_marks(marks))
    _keep(row, tasks, said="changed a task", by=by, at=at)


@transaction.atomic
def move_task(version: ProfileVersion, *, position: int, was: str, up: bool, by: Person, at: datetime) -> None:
    """Move a task one place up or down; at the end of the list it stays."""
    row = _draft(version, by, at)
    tasks = selectors.tasks_of(row)
    here = _index(tasks, position, was)
    there = min(max(here + (-1 if up else 1), 0), len(tasks) - 1)
    tasks[here], tasks[there] = tasks[there], tasks[here]
    _keep(row, tasks, said="moved a task", by=by, at=at)


@transaction.atomic
def remove_task(version: ProfileVersion, *, position: int, was: str, by: Person, at: datetime) -> None:
    """Take a task out of the draft. The last one may go too: a draft without tasks goes no further."""
    row = _draft(version, by, at)
    tasks = selectors.tasks_of(row)
    del tasks[_index(tasks, position, was)]
    list_tasks(row, tasks)
    audit.record("removed a task", of=row, by=by, at=at)


def list_tasks(version: ProfileVersion, tasks: Sequence[Task]) -> None:
    """Put these in place of the draft's tasks, and write down what their marks amount to and their words."""
    version.tasks.all().delete()  # of a draft: nothing can be reported against it yet
    kept = [Task(version=version, position=place, text=each.text, **_marks_of(each)) for place, each in _placed(tasks)]
    Task.objects.bulk_create(kept)
    summed = {name: any(getattr(task, name) for task in kept) for name in rules.MARK_FIELDS}
    ProfileVersion.objects.filter(pk=version.pk).update(**summed)
    version.refresh_from_db(fields=list(summed))
    index(version)


def _placed(tasks: Sequence[Task]) -> list[tuple[int, Task]]:
    return list(enumerate(tasks, start=1))


def _marks_of(task: Task) -> dict[str, bool]:
    return {name: getattr(task, name) for name in rules.MARK_FIELDS}


def _marks(ticked: Mapping[str, bool]) -> dict[str, bool]:
    rules.check_marks(ticked)
    return {name: bool(ticked.get(name)) for name in rules.MARK_FIELDS}


def _draft(version: ProfileVersion, by: Person, at: datetime) -> ProfileVersion:
    access.write.require(by, version, london_day(at))
    return held(version, instead=NOT_SAVED, status=Status.DRAFT)


def _keep(row: ProfileVersion, tasks: Sequence[Task], *, said: str, by: Person, at: datetime) -> None:
    rules.check_tasks([task.text for task in tasks], most=MOST_TASKS.on(london_day(at)))
    list_tasks(row, tasks)
    audit.record(said, of=row, by=by, at=at)


def _index(tasks: Sequence[Task], position: int, was: str) -> int:
    """Where in the list the task stands that the writer has read at this position."""
    for place, task in enumerate(tasks):
        if task.position == position and task.text == was:
            return place
    raise SomeoneElseActed(
        f"{NOT_SAVED}: somebody else has changed the list since you opened the page.",
        next_step="Look at the list as it is now, and make your change there.",
    )
