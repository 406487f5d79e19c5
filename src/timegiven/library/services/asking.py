"""A task more: asked for by those who do the role, taken up in the next version or declined with a reason."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library import access, rules, selectors
from timegiven.library.models import ProfileVersion, TaskRequest
from timegiven.library.services.revising import revise
from timegiven.library.services.tasks import add_tasks
from timegiven.people import selectors as people
from timegiven.people.models import Person
from timegiven.programme.models import Unit

Status = ProfileVersion.Status
NOT_TAKEN_UP = "We have not taken up the request"


@transaction.atomic
def ask(version: ProfileVersion, *, unit: Unit, task: str, why: str = "", by: Person, at: datetime) -> TaskRequest:
    """Ask, for a unit that has the role, that a task be added to it (clause 57)."""
    access.ask.require(by, unit, london_day(at))
    return pass_on(version, unit=unit, task=task, why=why, by=by, at=at)


@transaction.atomic
def pass_on(version: ProfileVersion, *, unit: Unit, task: str, why: str, by: Person, at: datetime) -> TaskRequest:
    """Lay a request before the MVP Manager who writes the role; until it is approved the task is not done.

    Whoever calls this knows that ``by`` may ask: ``ask`` for those in the unit, the placements for those placed.
    """
    task, why = rules.tidied(task), rules.tidied(why)
    rules.check_may_be_asked(
        task,
        tasks=[each.text for each in selectors.tasks_of(version)],
        waiting=selectors.tasks_waiting(version),
        is_in_force=selectors.in_force(version, london_day(at)),
    )
    asked = TaskRequest.objects.create(version=version, unit=unit, task=task, why=why, asked_by=by, asked_at=at)
    audit.record("asked for a task", of=asked, by=by, at=at)
    mvpm = people.mvpm_of(version.profile.unit, london_day(at))
    if mvpm and mvpm != by:
        letters.write("library/task_asked", to=mvpm, at=at, asked=asked, version=version)
    return asked


@transaction.atomic
def take_up_task(
    asked: TaskRequest, *, text: str, marks: Mapping[str, bool], by: Person, at: datetime
) -> ProfileVersion:
    """Put the task into the next version of the role. It is assessed and decided on before it is done
    (clauses 57, 58).
    """
    access.write.require(by, asked.version, london_day(at))
    row = _waiting(asked)
    draft = _draft_for(row, by=by, at=at)
    add_tasks(draft, texts=[text], marks=marks, by=by, at=at)
    TaskRequest.objects.filter(pk=row.pk).update(draft=draft, answered_at=at)
    audit.record("took up a task", of=row, by=by, at=at)
    if row.asked_by != by:
        letters.write("library/task_taken_up", to=row.asked_by, at=at, asked=row, version=row.version, text=text)
    return draft


@transaction.atomic
def decline_task(asked: TaskRequest, *, why: str, by: Person, at: datetime) -> None:
    """Do not take the task up, and say why; the asker reads the reason."""
    access.write.require(by, asked.version, london_day(at))
    row = _waiting(asked)
    if not why.strip():
        raise NotAllowed(
            "We have not answered the request: the reason is missing.",
            next_step="Say in a sentence why, for whoever asked.",
        )
    TaskRequest.objects.filter(pk=row.pk).update(why_not=why.strip(), answered_at=at)
    audit.record("declined a task", of=row, by=by, at=at)
    if row.asked_by != by:
        letters.write("library/task_declined", to=row.asked_by, at=at, asked=row, version=row.version, why=why.strip())


def _waiting(asked: TaskRequest) -> TaskRequest:
    """The request as it stands now, its row held; of two who answer at once the second is told."""
    rows = TaskRequest.objects.select_for_update(of=("self",))
    row = rows.select_related("version__profile__unit__borough", "asked_by").get(pk=asked.pk)
    rules.check_unanswered(is_answered=row.answered_at is not None)
    return row


def _draft_for(asked: TaskRequest, *, by: Person, at: datetime) -> ProfileVersion:
    """The draft that is being written, or a new one."""
    profile = asked.version.profile
    being_written = selectors.open_version(profile)
    if being_written and being_written.status == Status.DRAFT:
        return being_written
    if being_written:
        raise NotAllowed(
            f"{NOT_TAKEN_UP}: version {being_written.number} of the role is "
            f"“{being_written.get_status_display().lower()}”, and what is decided on does not change meanwhile.",
            next_step="Take the request up when that is decided, or when you have opened it again to answer the "
            "points.",
        )
    current = selectors.approved_versions(london_day(at)).filter(profile=profile).first()
    if current is None:
        raise NotAllowed(
            f"{NOT_TAKEN_UP}: the role is not in force any more.", next_step="Decline it, and say so to whoever asked."
        )
    return revise(current, why=f"Asked for: {asked.task}", by=by, at=at)
