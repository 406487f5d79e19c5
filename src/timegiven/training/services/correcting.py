"""Take off somebody's record what was put there by mistake, with its time."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.hours import selectors as hours_selectors
from timegiven.hours import services as hours
from timegiven.hours.models import Entry
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person
from timegiven.training import access
from timegiven.training.models import Completion


@transaction.atomic
def take_off(completion: Completion, *, why: str, by: Person, at: datetime) -> None:
    """Somebody did not take this course: it is no longer on their record, and its time no longer in their month.

    What was recorded and why it was taken off stays in the audit trail; the ledger keeps both entries.
    """
    day, person, course = london_day(at), completion.person, completion.course
    access.take_off.require(by, completion, day)
    if hours_selectors.is_closed(completion.on):
        access.record_late.require(by, person.volunteer.borough, day)
    if not Completion.objects.filter(pk=completion.pk).delete()[0]:
        raise NotAllowed(
            f"Nothing has changed: “{course.title}” has been taken off the record of {person.name} already.",
            next_step="Look at their training again to see how it stands.",
        )
    for entry in Entry.objects.filter(source=completion.reference, kind=Entry.Kind.TRAINING).select_related("month"):
        hours.take_back(entry, by=by, at=at, why=why)
    letters.overtake([completion], why="It was recorded by mistake", at=at)
    audit.record("took training off the record", of=completion, by=by, at=at, about=person, why=f"{course.code}: {why}")
    letters.write("training/taken_off", to=person, at=at, course=course, on=completion.on, why=why)
