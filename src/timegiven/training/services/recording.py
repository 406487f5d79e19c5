"""Record the training that volunteers have done: with its evidence, its end, and its time in the month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.hours import services as hours
from timegiven.hours.models import Entry
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Person, Volunteer
from timegiven.training import access, rules, selectors
from timegiven.training.models import Completion, Course, CourseRequest


@dataclass(frozen=True)
class Done:
    """What somebody has done: the course, the day, how long, for which role or why beyond it, and what shows it."""

    course: Course
    on: date
    minutes: int
    version: ProfileVersion | None = None
    agreed_because: str = ""
    evidence: str = ""


@transaction.atomic
def record(
    volunteers: Sequence[Volunteer],
    *,
    course: Course,
    on: date,
    minutes: int,
    by: Person,
    at: datetime,
    version: ProfileVersion | None = None,
    agreed_because: str = "",
) -> list[Completion]:
    """Write down that these volunteers completed a course for a role; the time goes into their month (clause 35).

    All of them or none: when one would pass the month's cap, nobody's training is recorded.
    """
    today = london_day(at)
    for volunteer in volunteers:
        access.record.require(by, volunteer.borough, today)
        if agreed_because:
            access.agree_beyond_role.require(by, volunteer.borough, today)
    rules.check_done(on=on, today=today)
    because = [_because(each, course, version, agreed_because, on) for each in volunteers]
    rules.check_new(_already(volunteers, course, on), course=course.title, on=on)
    return [
        complete(each, Done(course, on, minutes, version, why), by=by, at=at)
        for each, why in zip(volunteers, because, strict=True)
    ]


def _because(
    volunteer: Volunteer, course: Course, version: ProfileVersion | None, agreed_because: str, on: date
) -> str:
    """Why the MVP Manager agreed to a course beyond the role; empty where the role needs it."""
    if selectors.is_needed(course, version, volunteer, on):
        return ""
    request = selectors.agreed_request(volunteer, course)
    because = agreed_because.strip() or (request.because if request else "")
    role = version.title if version else ""
    rules.check_needed(is_needed=False, agreed_because=because, course=course.title, role=role)
    return because


def _already(volunteers: Sequence[Volunteer], course: Course, on: date) -> list[str]:
    people = [volunteer.person_id for volunteer in volunteers]
    return list(
        Completion.objects.filter(person__in=people, course=course, on=on).values_list("person__name", flat=True)
    )


def complete(volunteer: Volunteer, done: Done, *, by: Person, at: datetime) -> Completion:
    """Keep one completion for whoever has checked that it may be: ledger, audit trail, letter (one transaction)."""
    person, course = volunteer.person, done.course
    if volunteer.status == Volunteer.Status.LEFT:
        raise NotAllowed(
            f"We have not recorded this training: {person.name} has left the programme.",
            next_step="Take the tick away beside that name and send the rest again.",
        )
    completion = Completion.objects.create(
        person=person,
        course=course,
        on=done.on,
        expires_on=rules.expires_on(done.on, course.valid_months),
        minutes=done.minutes,
        version=done.version,
        agreed_because=done.agreed_because,
        evidence=done.evidence,
        recorded_by=by,
        recorded_at=at,
    )
    _give_time(volunteer, completion, by=by, at=at)
    _finish_request(volunteer, course, by=by, at=at)
    audit.record("recorded training", of=completion, by=by, at=at, about=person)
    letters.write("training/recorded", to=person, at=at, completion=completion, course=course)
    return completion


def _give_time(volunteer: Volunteer, completion: Completion, *, by: Person, at: datetime) -> None:
    """The time goes into the ledger like any other, under the same cap (clauses 34, 35)."""
    try:
        hours.give(
            volunteer,
            on=completion.on,
            minutes=completion.minutes,
            kind=Entry.Kind.TRAINING,
            source=completion.reference,
            by=by,
            at=at,
        )
    except NotAllowed as refusal:
        raise NotAllowed(
            f"{volunteer.person.name}: {refusal.reason}", next_step=refusal.next_step, ask=refusal.ask
        ) from None


def _finish_request(volunteer: Volunteer, course: Course, *, by: Person, at: datetime) -> None:
    """An agreement beyond the role is for one time."""
    request = selectors.agreed_request(volunteer, course)
    if request is not None:
        request.lifecycle.move(request, CourseRequest.Status.DONE, by=by, at=at)
