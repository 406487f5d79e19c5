"""Time that no session report and no course tells of: a meeting of volunteers, or an hour with a supervisor."""

from datetime import date, datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.hours import access, rules
from timegiven.hours.models import Entry
from timegiven.hours.services.ledger import give, hold, take_back
from timegiven.kernel.references import new_reference
from timegiven.kernel.time import london_day
from timegiven.people.models import Person, Volunteer


@transaction.atomic
def add_time(
    volunteer: Volunteer, *, kind: str, on: date, minutes: int, by: Person, at: datetime, why: str = ""
) -> Entry:
    """Enter time at a meeting or with a supervisor: it counts under the month's limit like any other (clause 35).

    ``why`` is wanted only for a month that has been closed.
    """
    access.add_time.require(by, volunteer, london_day(at))
    left_on = volunteer.left_on if volunteer.status == Volunteer.Status.LEFT else None
    rules.check_day(on=on, today=london_day(at), since_on=volunteer.since_on, left_on=left_on)
    added = give(volunteer, on=on, minutes=minutes, kind=kind, source=new_reference(), by=by, at=at, why=why)
    audit.record("added time", of=added, by=by, at=at, about=volunteer.person, why=why)
    return added


@transaction.atomic
def take_time_back(entry: Entry, *, volunteer: Volunteer, why: str, by: Person, at: datetime) -> None:
    """Take time back that was added in error; both entries stay on record, with the reason."""
    access.add_time.require(by, volunteer, london_day(at))
    hold(volunteer, on=entry.on)
    is_gone = Entry.objects.filter(source=entry.source, kind=entry.kind, minutes__lt=0).exists()
    rules.check_added(is_added=entry.kind in Entry.ADDED and entry.minutes > 0, is_gone=is_gone)
    take_back(entry, by=by, at=at, why=why)
    audit.record("took time back", of=entry, by=by, at=at, about=entry.person, why=why)
