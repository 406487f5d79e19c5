"""The courses as a list: how each is given, who needs it, and what comes first."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q, QuerySet

from timegiven.training.models import Course, Prerequisite


def catalogue(*, words: str = "", delivery: str = "", needed_for: str = "", closed: bool = False) -> QuerySet[Any]:
    """The courses with how many sessions are open, by title; those no longer given only when asked for."""
    found = Course.objects.filter(is_offered=not closed)
    for word in words.split():
        found = found.filter(Q(title__icontains=word) | Q(code__iexact=word) | Q(about__icontains=word))
    if delivery:
        found = found.filter(delivery=delivery)
    if needed_for:
        found = found.filter(needed_for=needed_for)
    to_come = Count("sessions", filter=Q(sessions__status="OPEN"))
    return found.annotate(to_come=to_come).order_by("title", "pk")


def comes_first_by_code() -> dict[str, list[str]]:
    """For each course, the codes of those that come before it."""
    found: dict[str, list[str]] = {}
    for course, first in Prerequisite.objects.values_list("course__code", "first__code"):
        found.setdefault(course, []).append(first)
    return found


def before_course(course: Course) -> QuerySet[Course]:
    """The courses that come first."""
    return Course.objects.filter(pk__in=course.prerequisites.values("first")).order_by("title")


def by_code(codes: Iterable[str]) -> list[Course]:
    return list(Course.objects.filter(code__in=list(codes)))
