"""Record the training that volunteers have done, and tell them when it runs out."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.hours import services as hours
from timegiven.hours.models import Entry
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Person, Volunteer
from timegiven.programme.content.courses import COURSES, REQUIRED_FOR
from timegiven.training import access, rules, selectors
from timegiven.training.models import Completion, Course, NamedCourse
from timegiven.training.policies import NOTICE_DAYS


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
    is_needed = selectors.needed_for(version).filter(pk=course.pk).exists()
    role = version.title if version else ""
    rules.check_needed(is_needed=is_needed, agreed_because=agreed_because, course=course.title, role=role)
    rules.check_new(_already(volunteers, course, on), course=course.title, on=on)
    because = "" if is_needed else agreed_because.strip()
    facts = {"course": course, "on": on, "minutes": minutes, "version": version, "agreed_because": because}
    return [_record_one(volunteer, facts, by=by, at=at) for volunteer in volunteers]


def _already(volunteers: Sequence[Volunteer], course: Course, on: date) -> list[str]:
    people = [volunteer.person_id for volunteer in volunteers]
    return list(
        Completion.objects.filter(person__in=people, course=course, on=on).values_list("person__name", flat=True)
    )


def _record_one(volunteer: Volunteer, facts: dict, *, by: Person, at: datetime) -> Completion:
    person, course = volunteer.person, facts["course"]
    if volunteer.status == Volunteer.Status.LEFT:
        raise NotAllowed(
            f"We have not recorded this training: {person.name} has left the programme.",
            next_step="Take the tick away beside that name and send the rest again.",
        )
    completion = Completion.objects.create(
        person=person,
        expires_on=rules.expires_on(facts["on"], course.valid_months),
        recorded_by=by,
        recorded_at=at,
        **facts,
    )
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
        raise NotAllowed(f"{person.name}: {refusal.reason}", next_step=refusal.next_step, ask=refusal.ask) from None
    audit.record("recorded training", of=completion, by=by, at=at, about=person)
    letters.write("training/recorded", to=person, at=at, completion=completion, course=course)
    return completion


@transaction.atomic
def name_courses(version: ProfileVersion, *, courses: Sequence[Course], by: Person, at: datetime) -> None:
    """Say which courses of its own a role needs, while its profile is being written (clause 95)."""
    access.name_courses.require(by, version.profile.unit, london_day(at))
    rules.check_still_written(is_draft=version.status == ProfileVersion.Status.DRAFT)
    NamedCourse.objects.filter(version=version).delete()
    chosen: Sequence[Course | None] = courses or [None]  # a row without a course: this version names none
    NamedCourse.objects.bulk_create([NamedCourse(version=version, course=course) for course in chosen])
    audit.record("named courses", of=version, by=by, at=at)


@transaction.atomic
def give_notice(*, at: datetime) -> int:
    """Tell each volunteer whose course runs out in exactly 60, 30 or 7 days; return how many letters are owed."""
    today = london_day(at)
    days = [today + timedelta(days=ahead) for ahead in NOTICE_DAYS.on(today)]
    ending = selectors.running_out(today, within=(max(days) - today).days if days else 0)
    ending = ending.filter(expires_on__in=days).select_related("person", "course")
    for completion in ending:
        letters.write("training/runs_out", to=completion.person, at=at, completion=completion, course=completion.course)
    return len(ending)


def load_courses() -> None:
    """Bring the courses of programme/content into the table: new ones are added, others brought up to date."""
    for spec in COURSES:
        Course.objects.update_or_create(
            code=spec.code,
            defaults={
                "title": spec.title,
                "minutes": spec.minutes,
                "valid_months": spec.valid_months,
                "needed_for": REQUIRED_FOR[spec.required_for],
            },
        )
