"""Keep the list of courses: what each is, its modules, what comes first, and which roles name it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max, Sum

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Person
from timegiven.programme.content.courses import COURSES, REQUIRED_FOR
from timegiven.training import access, rules, selectors
from timegiven.training.models import Course, Module, NamedCourse, Prerequisite


@transaction.atomic
def keep_course(
    course: Course | None,
    *,
    code: str,
    title: str,
    about: str,
    minutes: int,
    valid_months: int | None,
    needed_for: str,
    delivery: str,
    link: str,
    is_offered: bool,
    first: Sequence[Course],
    by: Person,
    at: datetime,
) -> Course:
    """Add a course to the list, or change one. What people have done already stays as it was recorded."""
    day = london_day(at)
    access.keep_courses.require(by, day)
    before = course.needed_for if course else Course.Needed.PROFILE
    rules.courses.check_for_the_few(needed_for=needed_for, before=before, may_mark=access.mark_courses(by, day))
    rules.courses.check_link(delivery=delivery, link=link)
    _check_code(course, code)
    course = course or Course(code=code)
    known = {"title": title, "about": about, "valid_months": valid_months, "needed_for": needed_for}
    for name, value in {**known, "delivery": delivery, "link": link, "is_offered": is_offered}.items():
        setattr(course, name, value)
    if course.pk is None or not course.modules.exists():
        course.minutes = minutes
    course.save()
    _keep_first(course, first)
    audit.record("kept a course", of=course, by=by, at=at, why=course.code)
    return course


def _check_code(course: Course | None, code: str) -> None:
    if course is None and Course.objects.filter(code__iexact=code).exists():
        raise NotAllowed(
            f"We have not added this course: there is one with the code {code} already.",
            next_step="Choose another code, or look for that course in the list.",
        )


def _keep_first(course: Course, first: Sequence[Course]) -> None:
    comes_first = selectors.comes_first_by_code()
    rules.courses.check_no_circle(course=course.code, first=[each.code for each in first], comes_first=comes_first)
    Prerequisite.objects.filter(course=course).delete()
    Prerequisite.objects.bulk_create([Prerequisite(course=course, first=each) for each in first])


@transaction.atomic
def add_module(course: Course, *, title: str, minutes: int, by: Person, at: datetime) -> Module:
    """Add a part to a course; the course takes as long as its parts together."""
    access.keep_courses.require(by, london_day(at))
    Course.objects.select_for_update().get(pk=course.pk)
    last = course.modules.aggregate(last=Max("position"))["last"] or 0
    module = Module.objects.create(course=course, position=last + 1, title=title, minutes=minutes)
    _add_up(course)
    audit.record("added a module", of=course, by=by, at=at, why=title)
    return module


@transaction.atomic
def remove_module(module: Module, *, by: Person, at: datetime) -> None:
    """Take a part out of a course."""
    access.keep_courses.require(by, london_day(at))
    module.delete()
    _add_up(module.course)
    audit.record("removed a module", of=module.course, by=by, at=at, why=module.title)


def _add_up(course: Course) -> None:
    together = course.modules.aggregate(minutes=Sum("minutes"))["minutes"]
    if together:
        Course.objects.filter(pk=course.pk).update(minutes=together)


@transaction.atomic
def name_courses(version: ProfileVersion, *, courses: Sequence[Course], by: Person, at: datetime) -> None:
    """Say which courses of its own a role needs, while its profile is being written (clause 95)."""
    access.name_courses.require(by, version.profile.unit, london_day(at))
    rules.check_still_written(is_draft=version.status == ProfileVersion.Status.DRAFT)
    NamedCourse.objects.filter(version=version).delete()
    chosen: Sequence[Course | None] = courses or [None]  # a row without a course: this version names none
    NamedCourse.objects.bulk_create([NamedCourse(version=version, course=course) for course in chosen])
    audit.record("named courses", of=version, by=by, at=at)


def load_courses() -> None:
    """Bring the courses of programme/content into the table. What a training unit has changed since is left alone."""
    known = set(Course.objects.values_list("code", flat=True))
    new = [spec for spec in COURSES if spec.code not in known]
    Course.objects.bulk_create(
        Course(
            code=spec.code,
            title=spec.title,
            about=spec.about,
            minutes=spec.minutes,
            valid_months=spec.valid_months,
            needed_for=REQUIRED_FOR[spec.required_for],
            delivery=spec.delivery,
            link=spec.link,
        )
        for spec in new
    )
    by_code = {each.code: each for each in Course.objects.all()}
    Prerequisite.objects.bulk_create(
        Prerequisite(course=by_code[spec.code], first=by_code[code]) for spec in new for code in spec.first
    )
    Module.objects.bulk_create(
        Module(course=by_code[spec.code], position=position, title=title, minutes=minutes)
        for spec in new
        for position, (title, minutes) in enumerate(spec.modules, start=1)
    )
