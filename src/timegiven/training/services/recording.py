"""Record the training that volunteers have done: with its evidence, its end, and its time in the month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.hours import selectors as hours_selectors
from timegiven.hours import services as hours
from timegiven.hours.models import Entry
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day, month_of
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


Row = tuple[Volunteer, Done]


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
    why_late: str = "",
) -> list[Completion]:
    """Write down that these volunteers completed a course for a role; the time goes into their month (clause 35).

    All of them or none: when one would pass the month's cap, nobody's training is recorded. Only the MVP Manager
    changes a month that has been closed, and says why it comes late.
    """
    today = london_day(at)
    for volunteer in volunteers:
        access.record.require(by, volunteer.borough, today)
        if agreed_because:
            access.decide_request.require(by, volunteer, today)
        if why_late:
            access.record_late.require(by, volunteer.borough, today)
    rules.check_done(on=on, today=today)
    because = [_because(each, course, version, agreed_because, on) for each in volunteers]
    rules.check_new(_already(volunteers, course, on), course=course.title, on=on)
    rows = [(each, Done(course, on, minutes, version, why)) for each, why in zip(volunteers, because, strict=True)]
    return complete_all(rows, by=by, at=at, why=why_late.strip())


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


@transaction.atomic
def complete_all(rows: Sequence[Row], *, by: Person, at: datetime, why: str = "") -> list[Completion]:
    """Keep what whoever calls has checked: on the record, in the ledger, in the audit trail, and by letter.

    All or nothing: raises hours' Refusals, by place in ``rows``. ``why``: for months that have been closed.
    """
    _check_with_us(rows)
    made = [_completion(volunteer, done, by=by, at=at) for volunteer, done in rows]
    Completion.objects.bulk_create(made, batch_size=500)
    _give_time(rows, made, by=by, at=at, why=why)
    _finish_requests(rows, by=by, at=at)
    _tell(made, at=at)
    for completion in made:  # last: from here on everybody else who writes waits for the audit trail
        audit.record("recorded training", of=completion, by=by, at=at, about=completion.person)
    return made


def _check_with_us(rows: Sequence[Row]) -> None:
    """Time given before somebody left counts like any other (clause 35); afterwards nothing is added."""
    refused: dict[int, NotAllowed] = {
        place: NotAllowed(
            f"We have not recorded this training: {volunteer.person.name} had left the programme by that day.",
            next_step="Check the day: what was done before can be recorded. If the day is right, take the tick away "
            "beside that name and send the rest again.",
        )
        for place, (volunteer, done) in enumerate(rows)
        if volunteer.status == Volunteer.Status.LEFT and (volunteer.left_on is None or done.on > volunteer.left_on)
    }
    if refused:
        raise hours.Refusals(refused)


def _completion(volunteer: Volunteer, done: Done, *, by: Person, at: datetime) -> Completion:
    return Completion(
        person=volunteer.person,
        course=done.course,
        on=done.on,
        expires_on=rules.expires_on(done.on, done.course.valid_months),
        minutes=done.minutes,
        version=done.version,
        agreed_because=done.agreed_because,
        evidence=done.evidence,
        recorded_by=by,
        recorded_at=at,
    )


def _give_time(rows: Sequence[Row], made: Sequence[Completion], *, by: Person, at: datetime, why: str) -> None:
    """The time goes into the ledger like any other, under the same cap (clauses 34, 35)."""
    gifts = [
        hours.Gift(
            person=volunteer.person_id,
            borough=volunteer.borough_id,
            strand=volunteer.strand_id,
            month=(volunteer.person_id, month_of(each.on)),
            on=each.on,
            minutes=each.minutes,
            source=each.reference,
        )
        for (volunteer, _), each in zip(rows, made, strict=True)
    ]
    cap = hours_selectors.caps_of({gift.person for gift in gifts}, {volunteer.strand for volunteer, _ in rows})
    try:
        hours.give_many(gifts, kind=Entry.Kind.TRAINING, cap=cap, by=by, at=at, why=why)
    except hours.Refusals as refusals:
        named = {
            place: NotAllowed(f"{rows[place][0].person.name}: {each.reason}", next_step=each.next_step, ask=each.ask)
            for place, each in refusals.by_place.items()
        }
        raise hours.Refusals(named) from None


def _finish_requests(rows: Sequence[Row], *, by: Person, at: datetime) -> None:
    """An agreement beyond the role is for one time."""
    pairs = {(volunteer.pk, done.course.pk) for volunteer, done in rows}
    agreed = CourseRequest.objects.filter(
        status=CourseRequest.Status.AGREED, volunteer__in={pk for pk, _ in pairs}, course__in={pk for _, pk in pairs}
    )
    for request in agreed.order_by("pk"):
        if (request.volunteer_id, request.course_id) in pairs:
            request.lifecycle.move(request, CourseRequest.Status.DONE, by=by, at=at)


def _tell(made: Sequence[Completion], *, at: datetime) -> None:
    """One letter for each person, however many courses there are."""
    theirs: dict[Person, list[Completion]] = {}
    for completion in made:
        theirs.setdefault(completion.person, []).append(completion)
    done = {(each.person_id, each.course_id) for each in made}
    told = Completion.objects.filter(notices__isnull=False, expires_on__gt=london_day(at)).distinct()
    again = [each for each in told if (each.person_id, each.course_id) in done and each not in made]
    letters.overtake(again, why="The course has been done again", at=at, template="training/runs_out")
    for person, completions in theirs.items():
        letters.write("training/recorded", to=person, at=at, completions=completions, course=completions[0].course)
