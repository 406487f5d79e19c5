"""Acts from the board: on one application or many, each undone by a button until its moment has come."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.joining import access, rules, selectors
from timegiven.joining.models import Application, Batch, BatchItem
from timegiven.joining.policies import UNDO_MINUTES
from timegiven.joining.services import deciding
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.people.models import Person

Act, Status = Batch.Act, Batch.Status


def _send(application: Application, *, by: Person, at: datetime) -> None:
    level = selectors.level_for(application, london_day(at))
    deciding.send_to_vetting(application, level=level, by=by, at=at)


def _take_on(application: Application, *, by: Person, at: datetime) -> None:
    deciding.take_on(application, by=by, at=at)


_DEEDS: dict[str, Callable[..., None]] = {Act.SEND: _send, Act.TAKE_ON: _take_on, Act.DECLINE: deciding.decline}


@transaction.atomic
def begin_batch(applications: Sequence[Application], *, act: str, by: Person, at: datetime) -> Batch:
    """Choose what happens to these applications in a few minutes; until then nothing has happened."""
    day = london_day(at)
    for each in applications:
        access.decide.require(by, each, day)
    rules.check_batch(act, [(each.person.name, each.status) for each in applications])
    busy = BatchItem.objects.filter(application__in=applications, batch__status=Status.WAITING)
    if busy.exists():
        raise NotAllowed(
            "Nothing has changed: something is already about to happen to one of these applications.",
            next_step="Undo that first, or wait until it has happened.",
        )
    batch = Batch.objects.create(act=act, by=by, due_at=at + timedelta(minutes=UNDO_MINUTES.on(day)))
    BatchItem.objects.bulk_create(BatchItem(batch=batch, application=each) for each in applications)
    Batch.lifecycle.begin(batch, by=by, at=at)
    audit.record("began", of=batch, by=by, at=at, why=f"{batch.get_act_display()}: {len(applications)}")
    return batch


@transaction.atomic
def undo_batch(batch: Batch, *, by: Person, at: datetime) -> None:
    """Let nothing happen after all."""
    access.undo.require(by, batch, london_day(at))
    Batch.lifecycle.move(batch, Status.UNDONE, by=by, at=at)
    audit.record("undid", of=batch, by=by, at=at)


@transaction.atomic
def carry_out(batch: Batch, *, by: Person | None, at: datetime) -> None:
    """Do it now, to each by itself: what the rules refuse for one stops none of the others, and is said."""
    if by is not None:
        access.undo.require(by, batch, london_day(at))
    Batch.lifecycle.move(batch, Status.DONE, by=by, at=at)
    items = batch.items.select_related("application__person", "application__borough", "application__strand")
    for item in items.order_by("pk"):
        try:
            with transaction.atomic():
                _DEEDS[batch.act](item.application, by=batch.by, at=at)
        except NotAllowed as refusal:
            BatchItem.objects.filter(pk=item.pk).update(refused=str(refusal))


def carry_out_due(at: datetime) -> int:
    """Carry out every act whose moment has come; return how many. Two workers at once do each once."""
    due = list(Batch.objects.filter(status=Status.WAITING, due_at__lte=at).select_related("by").order_by("due_at"))
    return sum(_carry_out_once(each, at=at) for each in due)


def _carry_out_once(batch: Batch, *, at: datetime) -> bool:
    try:
        carry_out(batch, by=None, at=at)
    except NotAllowed:
        return False  # somebody undid it, or another worker was first
    return True
