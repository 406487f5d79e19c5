"""What a volunteer still needs: each course of their roles, until when it is good, and what can be booked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from timegiven.kernel.time import london_day
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Volunteer
from timegiven.training.models import Booking, Completion, Course, CourseRequest
from timegiven.training.selectors.bookings import live_bookings_of
from timegiven.training.selectors.completions import completions_of, notice_days
from timegiven.training.selectors.needing import courses, needed_for, target_before
from timegiven.training.selectors.sessions import sessions_to_book

SHOWN = 3  # sessions beside each course; its page shows them all


@dataclass
class Stand:
    """How one course stands for one volunteer."""

    course: Course
    done: Completion | None = None  # the one that is good for longest
    booking: Booking | None = None
    sessions: list[Any] = field(default_factory=list)
    request: CourseRequest | None = None
    day: date = date.min
    soon_until: date = date.min  # what runs out by then can be booked again

    @property
    def good_until(self) -> date | None:
        return self.done.expires_on if self.done else None

    @property
    def is_good(self) -> bool:
        return self.done is not None and (self.good_until is None or self.good_until > self.day)

    @property
    def is_ending(self) -> bool:
        return self.is_good and self.good_until is not None and self.good_until <= self.soon_until

    @property
    def is_due(self) -> bool:
        """Whether it can be booked: missing, run out, or soon to be."""
        return not self.is_good or self.is_ending


def stands(volunteer: Volunteer, wanted: Iterable[Course], at: datetime) -> list[Stand]:
    """How each of these courses stands, in five queries for any number of them."""
    day = london_day(at)
    done: dict[int, Completion] = {}
    for each in completions_of(volunteer.person):
        known = done.setdefault(each.course_id, each)
        if known.expires_on and (each.expires_on is None or each.expires_on > known.expires_on):
            done[each.course_id] = each
    booked = {each.session.course_id: each for each in live_bookings_of(volunteer)}
    asked = CourseRequest.objects.filter(volunteer=volunteer, status__in=("ASKED", "AGREED"))
    requests = {each.course_id: each for each in asked}
    soon_until = day + timedelta(days=max(notice_days(day), default=0))
    sessions: dict[int, list[Any]] = {}
    for session in sessions_to_book(volunteer, at):
        sessions.setdefault(session.course_id, []).append(session)
    return [
        Stand(
            course,
            done=done.get(course.pk),
            booking=booked.get(course.pk),
            sessions=sessions.get(course.pk, [])[:SHOWN],
            request=requests.get(course.pk),
            day=day,
            soon_until=soon_until,
        )
        for course in wanted
    ]


def stand_of_roles(
    volunteer: Volunteer, versions: Sequence[ProfileVersion], at: datetime
) -> list[tuple[ProfileVersion | None, list[Stand]]]:
    """For each role (without one, what everybody takes) how its courses stand, those to do first."""
    roles: list[ProfileVersion | None] = [*versions] or [None]
    wanted = {each: list(needed_for(each)) for each in roles}
    every = {course.pk: course for found in wanted.values() for course in found}
    known = {each.course.pk: each for each in stands(volunteer, every.values(), at)}
    return [
        (version, sorted((known[course.pk] for course in found), key=lambda each: not each.is_due))
        for version, found in wanted.items()
    ]


@dataclass(frozen=True)
class Before:
    """How far somebody is with what comes before volunteering begins."""

    target: int
    done: int
    stands: list[Stand]

    @property
    def left(self) -> int:
        return max(self.target - self.done, 0)

    @property
    def share(self) -> int:
        return min(100 * self.done // self.target, 100) if self.target else 0


def before(volunteer: Volunteer, at: datetime) -> Before | None:
    """The modules of the programme before volunteering begins and the minutes done of it, or None without one."""
    target = target_before(volunteer.strand, london_day(at))
    if not target:
        return None
    modules = courses().filter(needed_for=Course.Needed.BEFORE, is_offered=True)
    found = stands(volunteer, modules, at)
    done = Completion.objects.filter(person=volunteer.person, course__needed_for=Course.Needed.BEFORE)
    return Before(target, sum({each.course_id: each.minutes for each in done}.values()), found)


def requests_of(volunteer: Volunteer) -> list[CourseRequest]:
    """The courses beyond the role that were asked for, the newest first, without those taken back."""
    asked = CourseRequest.objects.filter(volunteer=volunteer).exclude(status=CourseRequest.Status.WITHDRAWN)
    return list(asked.select_related("course").order_by("-asked_at")[:10])
