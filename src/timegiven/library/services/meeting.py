"""The meetings of the Steering Group: call one, cancel it, write down who came, close it with its minutes."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library import access, rules, selectors
from timegiven.library.models import Meeting, Presence
from timegiven.people import selectors as people
from timegiven.people.models import Person

Status = Meeting.Status


@transaction.atomic
def call_meeting(*, meets_at: datetime, place: str, by: Person, at: datetime) -> Meeting:
    """Call a meeting of the Steering Group; everybody who sits on it is invited."""
    access.convene.require(by, london_day(at))
    rules.check_called(meets_at=meets_at, at=at, place=place)
    meeting = Meeting.objects.create(at=meets_at, place=place.strip(), called_by=by)
    Meeting.lifecycle.begin(meeting, by=by, at=at)
    audit.record("called a meeting", of=meeting, by=by, at=at)
    for person in _invited(at):
        letters.write("library/meeting_called", to=person, at=at, meeting=meeting)
    return meeting


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, why: str, by: Person, at: datetime) -> None:
    """Cancel a meeting that has nothing left on its agenda; everybody who was invited is told."""
    meeting = _held(meeting, by=by, at=at)
    rules.check_business_done(selectors.open_business(meeting))
    Meeting.lifecycle.move(meeting, Status.CANCELLED, by=by, at=at, why=why.strip())
    audit.record("cancelled a meeting", of=meeting, by=by, at=at)
    for person in _invited(at):
        letters.write("library/meeting_cancelled", to=person, at=at, meeting=meeting, why=why.strip())


@transaction.atomic
def record_presence(meeting: Meeting, *, came: Mapping[int, str], by: Person, at: datetime) -> None:
    """Write down, by seat, who came and who sent apologies: ``came`` maps a seat's key to a person's reference, to
    "APOLOGIES", or to "" for neither.
    """
    meeting = _held(meeting, by=by, at=at)
    rules.check_begun(meets_at=meeting.at, at=at)
    sitting = {(held.seat_id, held.person.reference): held for held in people.sitting(london_day(meeting.at))}
    for seat, answer in came.items():
        held = sitting.get((seat, answer))
        Presence.objects.filter(meeting=meeting, seat=seat).delete()
        if held:
            facts = {"person": held.person, "is_deputy": held.is_deputy, "answer": Presence.Answer.PRESENT}
            Presence.objects.create(meeting=meeting, seat_id=seat, **facts)
        elif answer == Presence.Answer.APOLOGIES:
            Presence.objects.create(meeting=meeting, seat_id=seat, answer=answer)
    audit.record("recorded who came", of=meeting, by=by, at=at)


@transaction.atomic
def close_meeting(meeting: Meeting, *, minutes: str, by: Person, at: datetime) -> None:
    """Close a meeting with its minutes, when every paper on its agenda is decided or carried over."""
    meeting = _held(meeting, by=by, at=at)
    rules.check_begun(meets_at=meeting.at, at=at)
    rules.check_business_done(selectors.open_business(meeting))
    Meeting.objects.filter(pk=meeting.pk).update(minutes=minutes.strip())
    Meeting.lifecycle.move(meeting, Status.CLOSED, by=by, at=at)
    audit.record("closed a meeting", of=meeting, by=by, at=at)


def _held(meeting: Meeting, *, by: Person, at: datetime) -> Meeting:
    access.convene.require(by, london_day(at))
    row = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    rules.check_planned(is_planned=row.status == Status.PLANNED)
    return row


def _invited(at: datetime) -> list[Person]:
    """Everybody with a seat, deputies too, once."""
    found = {held.person_id: held.person for held in people.sitting(london_day(at))}
    return sorted(found.values(), key=lambda person: person.name)
