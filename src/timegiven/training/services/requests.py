"""Ask for a course beyond one's role; the Borough MVP Manager agrees beforehand, or not (clauses 87 to 89)."""

from datetime import datetime

from django.db import IntegrityError, transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people import selectors as people
from timegiven.people.models import Person, Volunteer
from timegiven.training import access, rules
from timegiven.training.models import Course, CourseRequest


@transaction.atomic
def ask(volunteer: Volunteer, *, course: Course, wish: str, by: Person, at: datetime) -> CourseRequest:
    """Say that one would like a course which the role does not ask for, and what it would help with."""
    access.book_for.require(by, volunteer, london_day(at))
    rules.courses.check_offered(is_offered=course.is_offered, course=course.title)
    try:
        with transaction.atomic():
            request = CourseRequest.objects.create(
                volunteer=volunteer, course=course, wish=wish, asked_by=by, asked_at=at
            )
    except IntegrityError:
        raise NotAllowed(
            f"Nothing has changed: “{course.title}” has been asked for already.",
            next_step="Your training page says how it stands.",
        ) from None
    request.lifecycle.begin(request, by=by, at=at)
    audit.record("asked for a course", of=request, by=by, at=at, about=volunteer.person)
    decides, _ = people.whom_to_tell(volunteer.borough, london_day(at), besides=volunteer.person)
    if decides is not None and decides != by:
        letters.write("training/asked", to=decides, at=at, about=[request], request=request, course=course)
    return request


@transaction.atomic
def agree(request: CourseRequest, *, because: str, by: Person, at: datetime) -> None:
    """Agree beforehand that a volunteer takes a course beyond the role; the reason is kept with it."""
    access.decide_request.require(by, request.volunteer, london_day(at))
    if not because.strip():
        raise NotAllowed(
            "We have not kept your answer: it does not say what the course is for.",
            next_step="Write down what the volunteer will do with it. It shows later that it was no payment.",
        )
    _answer(request, CourseRequest.Status.AGREED, because, by=by, at=at)


@transaction.atomic
def decline(request: CourseRequest, *, because: str, by: Person, at: datetime) -> None:
    """Say that a course beyond the role is not agreed to, and why, in words that the volunteer reads."""
    access.decide_request.require(by, request.volunteer, london_day(at))
    _answer(request, CourseRequest.Status.DECLINED, because, by=by, at=at)


def answer(request: CourseRequest, *, answer: str, because: str, by: Person, at: datetime) -> None:
    """Agree ("yes") or not ("no"), as the MVP Manager chose on the page."""
    (agree if answer == "yes" else decline)(request, because=because, by=by, at=at)


def _answer(request: CourseRequest, status: str, because: str, *, by: Person, at: datetime) -> None:
    request.lifecycle.move(request, status, by=by, at=at, why=because.strip())
    CourseRequest.objects.filter(pk=request.pk).update(because=because.strip())
    request.because = because.strip()
    audit.record(f"{status.lower()} a course", of=request, by=by, at=at, about=request.volunteer.person)
    agreed = status == CourseRequest.Status.AGREED
    to, course = request.volunteer.person, request.course
    letters.overtake([request], why="It has been answered", at=at)
    letters.write("training/answered", to=to, at=at, about=[request], request=request, course=course, is_agreed=agreed)


@transaction.atomic
def withdraw(request: CourseRequest, *, by: Person, at: datetime) -> None:
    """Take a request back."""
    access.book_for.require(by, request.volunteer, london_day(at))
    request.lifecycle.move(request, CourseRequest.Status.WITHDRAWN, by=by, at=at)
    letters.overtake([request], why="The request was taken back", at=at)
    audit.record("withdrew a request for a course", of=request, by=by, at=at, about=request.volunteer.person)
