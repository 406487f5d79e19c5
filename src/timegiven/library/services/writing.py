"""Write a version of a role profile: complete it, answer the questions again, take it up again, begin the next."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed, SomeoneElseActed
from timegiven.kernel.time import london_day
from timegiven.library import access, rules, selectors
from timegiven.library.models import ProfileVersion, Task
from timegiven.library.policies import MOST_TASKS
from timegiven.library.services.holding import held
from timegiven.people.models import Person

Status = ProfileVersion.Status

# What a new version takes over from the one before.
CONTENT = (
    "purpose is_obligation is_overtime is_paid_job why_not_obligation why_not_overtime why_not_paid_job "
    "vetting_level is_public_facing is_lifting needs_aware allows_own_vehicle kit least_age weekly_minutes"
).split()


@transaction.atomic
def complete(
    version: ProfileVersion, *, purpose: str, tasks: Sequence[str], by: Person, at: datetime, **marks: object
) -> None:
    """Write what the role is for, its tasks and its marks, as agreed with the unit (clauses 69, 71, 73)."""
    access.write.require(by, version, london_day(at))
    rules.check_tasks(tasks, most=MOST_TASKS.on(london_day(at)))
    row = held(version, instead="We have not saved the profile", status=Status.DRAFT)
    ProfileVersion.objects.filter(pk=row.pk).update(purpose=purpose.strip(), **marks)
    _list_tasks(row, tasks)
    audit.record("completed", of=row, by=by, at=at)


@transaction.atomic
def answer(
    version: ProfileVersion, *, answers: Mapping[str, bool], reasons: Mapping[str, str], by: Person, at: datetime
) -> None:
    """Answer the three questions again, after talking to the unit. A YES may stand in a draft, but goes no further."""
    access.write.require(by, version, london_day(at))
    row = held(version, instead="We have not saved the answers", status=Status.DRAFT)
    ProfileVersion.objects.filter(pk=row.pk).update(**answers, **reasons)
    audit.record("answered the three questions", of=row, by=by, at=at)


@transaction.atomic
def take_up(version: ProfileVersion, *, by: Person, at: datetime) -> None:
    """Open a returned profile again, to answer the Steering Group's points."""
    access.write.require(by, version, london_day(at))
    ProfileVersion.lifecycle.move(version, Status.DRAFT, by=by, at=at)
    audit.record("took up again", of=version, by=by, at=at)


@transaction.atomic
def revise(version: ProfileVersion, *, why: str, by: Person, at: datetime) -> ProfileVersion:
    """Begin the next version, for a task to be added or changed; this one stays in force until it is approved.

    The new version needs its own risk assessment (clauses 57, 58).
    """
    access.write.require(by, version, london_day(at))
    row = held(version, instead="We have not begun a new version", status=Status.APPROVED)
    if selectors.open_version(row.profile):
        raise NotAllowed(
            "We have not begun a new version: one is being written or decided on already.",
            next_step="Make your change there, or wait for the Steering Group's decision.",
        )
    draft = _copy(row)
    ProfileVersion.lifecycle.begin(draft, by=by, at=at, why=why)
    audit.record("revised", of=draft, by=by, at=at)
    return draft


def _copy(version: ProfileVersion) -> ProfileVersion:
    newest = ProfileVersion.objects.filter(profile=version.profile).order_by("-number").values_list("number", flat=True)
    content = {name: getattr(version, name) for name in CONTENT}
    try:
        with transaction.atomic():
            draft = ProfileVersion.objects.create(profile=version.profile, number=newest[0] + 1, **content)
    except IntegrityError:
        raise SomeoneElseActed(
            "We have not begun a new version: someone else has just done so.", next_step="Open the page again."
        ) from None
    _list_tasks(draft, [task.text for task in selectors.tasks_of(version)])
    return draft


def _list_tasks(version: ProfileVersion, tasks: Sequence[str]) -> None:
    version.tasks.all().delete()  # of a draft: nothing can be reported against it yet
    Task.objects.bulk_create(
        Task(version=version, position=position, text=text) for position, text in enumerate(tasks, start=1)
    )
