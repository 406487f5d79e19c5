"""The rows that the checks of readiness read: what the tables hold of people, each from when until when."""

from collections.abc import Callable
from datetime import date
from functools import cache, partial
from typing import Any

from django.db.models import Case, F, Q, QuerySet, When

from timegiven.joining import selectors as joining
from timegiven.people.models import Volunteer
from timegiven.placements.models import AwareAccount, AwareBreak, Break, FreeDay, Placement
from timegiven.programme.models import Cover
from timegiven.training.models import Completion


def times_here() -> QuerySet[Any]:
    """Until the day on which they left; who came back has a day of leaving that counts no more."""
    left = Case(When(status=Volunteer.Status.LEFT, then=F("left_on")), default=None)
    return Volunteer.objects.annotate(gone_on=left)


def breaks() -> QuerySet[Any]:
    return Break.objects.all()


def free_days() -> QuerySet[Any]:
    return FreeDay.objects.all()


@cache
def clearances(level: str) -> Callable[[], QuerySet[Any]]:
    return partial(joining.clearances, level)


def completions(courses: list[int]) -> QuerySet[Any]:
    return Completion.objects.filter(course__pk__in=courses)


def placements(profile: int, unit: int) -> QuerySet[Any]:
    """In whichever version of the role: a placement that has ended since held until its end."""
    never = (Placement.Status.OFFERED, Placement.Status.DECLINED, Placement.Status.LAPSED)
    return Placement.objects.filter(version__profile=profile, unit=unit).exclude(status__in=never)


def accounts() -> QuerySet[Any]:
    return AwareAccount.objects.filter(from_on__isnull=False)


def rests() -> QuerySet[Any]:
    over = Case(
        When(Q(until_on=None) | Q(until_on__gt=F("account__until_on")), then=F("account__until_on")),
        default=F("until_on"),
    )
    return AwareBreak.objects.annotate(over_on=over)


def with_cover(day: date) -> QuerySet[Any]:
    return Volunteer.objects.filter(strand__in=Cover.objects.on(day).values("strand"))
