"""Publish times, book one, move or cancel it, meet the unit when a match is found, and remind."""

from datetime import datetime

from django.db import IntegrityError, transaction

from timegiven.audit import services as audit
from timegiven.joining import access, rules, selectors
from timegiven.joining.models import Application, Meeting, Slot
from timegiven.joining.policies import MEETING_REMINDER_DAYS
from timegiven.kernel import words
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person
from timegiven.programme.models import Unit

Status = Meeting.Status


@transaction.atomic
def publish_slot(
    borough: Unit, *, starts_at: datetime, ends_at: datetime, place: str, by: Person, at: datetime
) -> Slot:
    """Offer a time at which an applicant may come for a friendly interview."""
    access.publish_slots.require(by, borough, london_day(at))
    rules.check_slot(starts_at, at=at)
    published = Slot.objects.filter(published_by=by, is_withdrawn=False)
    if other := published.filter(starts_at__lt=ends_at, ends_at__gt=starts_at).exclude(starts_at=starts_at).first():
        raise NotAllowed(
            f"This time has not been published: you have published another, from {words.clock(other.starts_at)} to "
            f"{words.clock(other.ends_at)}, and can meet one person at a time.",
            next_step="Choose another time, or withdraw the first.",
        )
    try:
        with transaction.atomic():
            slot = Slot.objects.create(
                borough=borough, starts_at=starts_at, ends_at=ends_at, place=place, published_by=by
            )
    except IntegrityError:
        raise NotAllowed(
            "This time has not been published: you have published the same time before.",
            next_step="Choose another time, or withdraw the first.",
        ) from None
    audit.record("published", of=slot, by=by, at=at)
    return slot


@transaction.atomic
def withdraw_slot(slot: Slot, *, by: Person, at: datetime) -> None:
    """Offer a time no longer; whoever had booked it is asked kindly to choose another."""
    access.publish_slots.require(by, slot.borough, london_day(at))
    Slot.objects.select_for_update(of=("self",)).get(pk=slot.pk)
    Slot.objects.filter(pk=slot.pk).update(is_withdrawn=True)
    audit.record("withdrew", of=slot, by=by, at=at)
    for meeting in slot.meetings.filter(status=Status.BOOKED).select_related("application__person"):
        _cancel(meeting, by=by, at=at, told="joining/meeting_called_off")


@transaction.atomic
def book(application: Application, slot: Slot, *, by: Person, at: datetime) -> Meeting:
    """Take a time for the interview; of two who take the same one wins. A time taken before is given back."""
    access.fill_in.require(by, application, london_day(at))
    rules.check_may_book(is_waiting=application.status == Application.Status.APPLIED)
    current = Slot.objects.select_for_update(of=("self",)).select_related("published_by").get(pk=slot.pk)
    rules.check_bookable(current.starts_at, is_withdrawn=current.is_withdrawn, at=at)
    before = _booked(application, Meeting.Kind.INTERVIEW)
    if before and before.slot_id == current.pk:
        return before
    if before:
        Meeting.lifecycle.move(before, Status.MOVED, by=by, at=at)
        letters.overtake([before], why="The meeting is at another time", at=at)
    meeting = _arrange(
        application,
        kind=Meeting.Kind.INTERVIEW,
        slot=current,
        starts_at=current.starts_at,
        ends_at=current.ends_at,
        place=current.place,
        with_whom=current.published_by.name,
        by=by,
        at=at,
    )
    _tell("joining/meeting_moved" if before else "joining/meeting_booked", meeting, at=at)
    return meeting


def _booked(application: Application, kind: str) -> Meeting | None:
    return Meeting.objects.filter(application=application, kind=kind, status=Status.BOOKED).first()


def _arrange(application: Application, *, by: Person, at: datetime, **facts: object) -> Meeting:
    try:
        with transaction.atomic():
            meeting = Meeting.objects.create(application=application, **facts)
    except IntegrityError:
        raise rules.taken() from None
    Meeting.lifecycle.begin(meeting, by=by, at=at)
    audit.record("arranged", of=meeting, by=by, at=at, about=application.person)
    return meeting


def _tell(template: str, meeting: Meeting, *, at: datetime) -> None:
    application, is_on = meeting.application, meeting.status == Status.BOOKED
    ask = selectors.whom_to_ask(application.borough, london_day(at), besides=application.person)
    letters.write(
        template,
        to=application.person,
        at=at,
        about=[meeting] if is_on else [],
        until_at=meeting.starts_at if is_on else None,
        office=application.borough.reference,
        meeting=meeting,
        application=application,
        ask=ask,
    )


@transaction.atomic
def arrange_unit_meeting(
    application: Application, *, unit: Unit, starts_at: datetime, ends_at: datetime, place: str, with_whom: str,
    by: Person, at: datetime,
) -> Meeting:  # fmt: skip
    """Bring the applicant and the unit together when a match has been found (clause 78)."""
    access.decide.require(by, application, london_day(at))
    rules.check_unit_meeting(
        is_open=application.status in selectors.MET, in_borough=unit.borough_id == application.borough_id,
        starts_at=starts_at, at=at,
    )  # fmt: skip
    before = _booked(application, Meeting.Kind.UNIT)
    if before:
        Meeting.lifecycle.move(before, Status.MOVED, by=by, at=at)
        letters.overtake([before], why="The meeting is at another time", at=at)
    meeting = _arrange(
        application, kind=Meeting.Kind.UNIT, unit=unit, starts_at=starts_at, ends_at=ends_at, place=place,
        with_whom=with_whom, by=by, at=at,
    )  # fmt: skip
    _tell("joining/meeting_moved" if before else "joining/meeting_booked", meeting, at=at)
    return meeting


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, by: Person, at: datetime) -> None:
    """Call a meeting off, by either side and without a reason; the time is free again."""
    access.withdraw.require(by, meeting.application, london_day(at))
    is_own = by == meeting.application.person
    _cancel(meeting, by=by, at=at, told="joining/meeting_cancelled" if is_own else "joining/meeting_called_off")


def _cancel(meeting: Meeting, *, by: Person, at: datetime, told: str) -> None:
    Meeting.lifecycle.move(meeting, Status.CANCELLED, by=by, at=at)
    letters.overtake([meeting], why="The meeting is called off", at=at)
    audit.record("called off", of=meeting, by=by, at=at, about=meeting.application.person)
    _tell(told, meeting, at=at)


def let_go_of_meetings(application: Application, *, by: Person, at: datetime) -> None:
    """Free what was arranged with somebody whose application has ended; they have had one letter already."""
    for meeting in selectors.meetings_of(application):
        Meeting.lifecycle.move(meeting, Status.CANCELLED, by=by, at=at)


def let_go_of_interview(application: Application, *, by: Person, at: datetime) -> None:
    """They have met, so a time that was booked for later is free for somebody else, and nobody is reminded of it."""
    ahead = _booked(application, Meeting.Kind.INTERVIEW)
    if ahead and ahead.starts_at > at:
        Meeting.lifecycle.move(ahead, Status.CANCELLED, by=by, at=at)
        letters.overtake([ahead], why="They have met already", at=at)


def remind_of_meetings(at: datetime) -> int:
    """Remind of what is arranged for the next days, once; return how many were written to."""
    day = london_day(at)
    due = selectors.meetings_to_remind_of(day, days=MEETING_REMINDER_DAYS.on(day))
    return sum(_remind(meeting, at=at) for meeting in due)


@transaction.atomic
def _remind(meeting: Meeting, *, at: datetime) -> bool:
    same = Meeting.objects.filter(pk=meeting.pk, is_reminded=False, status=Status.BOOKED)
    if not same.update(is_reminded=True):
        return False
    _tell("joining/meeting_reminder", meeting, at=at)
    return True
