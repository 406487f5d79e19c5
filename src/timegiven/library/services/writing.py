"""Write a draft: part by part or all at once, answer the questions again, take it up again."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.library import access, rules, selectors
from timegiven.library.models import ProfileVersion, RoleProfile, RoleTraining, Task
from timegiven.library.policies import MOST_TASKS
from timegiven.library.services.holding import held, hold_role
from timegiven.library.services.indexing import index
from timegiven.library.services.proposing import check_name_is_free
from timegiven.library.services.tasks import list_tasks
from timegiven.people.models import Person

Status = ProfileVersion.Status
NOT_SAVED = "We have not saved the profile"


@transaction.atomic
def describe(version: ProfileVersion, *, part: str, by: Person, at: datetime, **facts: object) -> None:
    """Write one part of what the role is, as agreed with the unit (clauses 69, 71 to 73)."""
    access.write.require(by, version, london_day(at))
    row = held(version, instead=NOT_SAVED, status=Status.DRAFT)
    rules.check_part({**{name: getattr(row, name) for name in rules.JUDGED}, **facts}, day=london_day(at))
    ProfileVersion.objects.filter(pk=row.pk).update(**facts)
    row.refresh_from_db(fields=list(facts))
    index(row)
    audit.record("wrote " + part, of=row, by=by, at=at)


@transaction.atomic
def sort(version: ProfileVersion, *, by: Person, at: datetime, **role: Any) -> None:
    """Say anew what a role is called, of which kind it is and to which part of volunteering it belongs (clause 135).

    Only as long as no version of it was approved: what volunteers have been offered by a name keeps it.
    """
    access.write.require(by, version, london_day(at))
    hold_role(version)
    row = held(version, instead=NOT_SAVED, status=Status.DRAFT)
    rules.check_never_approved(was_approved=selectors.was_ever_approved(row.profile))
    check_name_is_free(row.profile.unit, role["title"], besides=row.profile)
    RoleProfile.objects.filter(pk=row.profile_id).update(**role)
    row.profile.refresh_from_db()
    index(row)
    audit.record("wrote " + rules.KIND, of=row, by=by, at=at)


@transaction.atomic
def name_training(version: ProfileVersion, *, lines: Sequence[str], by: Person, at: datetime) -> None:
    """Say which training the role needs besides what the marks of its tasks ask for (clause 88)."""
    access.write.require(by, version, london_day(at))
    row = held(version, instead=NOT_SAVED, status=Status.DRAFT)
    RoleTraining.objects.filter(version=row).delete()
    RoleTraining.objects.bulk_create(
        RoleTraining(version=row, position=position, text=text) for position, text in enumerate(lines, start=1)
    )
    audit.record("wrote training", of=row, by=by, at=at)


@transaction.atomic
def complete(
    version: ProfileVersion, *, purpose: str, tasks: Sequence[str], by: Person, at: datetime, **marks: object
) -> None:
    """Write what the role is for, its tasks and its facts in one go (clauses 69, 71, 73).

    A mark that is given for the whole role is set on each of its tasks, until they are told apart.
    """
    access.write.require(by, version, london_day(at))
    rules.check_tasks(tasks, most=MOST_TASKS.on(london_day(at)))
    row = held(version, instead=NOT_SAVED, status=Status.DRAFT)
    ticked = {name: bool(marks[name]) for name in rules.MARK_FIELDS if name in marks}
    facts = {name: value for name, value in marks.items() if name not in ticked}
    ProfileVersion.objects.filter(pk=row.pk).update(purpose=purpose.strip(), **facts)
    row.refresh_from_db()
    list_tasks(row, [Task(text=text, **ticked) for text in tasks])
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
