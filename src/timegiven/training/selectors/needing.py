"""What a role needs, who has it on a day, and who still needs it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet, Subquery

from timegiven.kernel import prepared
from timegiven.kernel.prepared import Prepared
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Volunteer
from timegiven.programme.models import Strand
from timegiven.training import rules
from timegiven.training.models import Completion, Course, NamedCourse
from timegiven.training.policies import BEFORE_MINUTES


def courses() -> QuerySet[Course]:
    return Course.objects.order_by("title")


def courses_of_roles() -> QuerySet[Course]:
    """The courses that a role may name as its own."""
    return courses().filter(needed_for=Course.Needed.PROFILE)


def named_by(version: ProfileVersion) -> list[str]:
    """The codes of the courses that a version names, or the version before where it says nothing anew."""
    return list(Course.objects.filter(pk__in=_named(version)).values_list("code", flat=True))


def _named(version: ProfileVersion) -> QuerySet[Any]:
    """The keys of those courses. A new version keeps the training of the last: safety is not lost by silence."""
    return _named_up_to(version.profile_id, version.number)


def _named_up_to(profile: Any, number: Any) -> QuerySet[Any]:
    of_role = NamedCourse.objects.filter(version__profile=profile, version__number__lte=number)
    newest = of_role.order_by("-version__number").values("version")[:1]
    return NamedCourse.objects.filter(version=Subquery(newest), course__isnull=False).values("course")


def needed_for(version: ProfileVersion | None) -> QuerySet[Course]:
    """The courses that a profile version needs: everyone's, its marks', and those it names (clauses 91 to 95).

    Without a version: everyone's.
    """
    return _needed(_marks(version), _named(version)) if version else _needed((Course.Needed.ALL,), [])


def needed_ids(version: ProfileVersion) -> list[int]:
    """The keys of those courses."""
    return [pk for (pk,) in _needed_ids(_marks(version), profile=version.profile_id, number=version.number)]


@Prepared
def _needed_ids(marks: tuple[str, ...]) -> QuerySet[Any]:
    named = _named_up_to(prepared.key("profile"), prepared.key("number"))
    return _needed(marks, named).values_list("pk")


def _needed(marks: tuple[str, ...], named: Any) -> QuerySet[Course]:
    return Course.objects.filter(Q(needed_for__in=marks) | Q(pk__in=named)).order_by("title")


def _marks(version: ProfileVersion) -> tuple[str, ...]:
    return tuple(mark for mark in Course.Needed.values if rules.needs(mark, **_marks_of(version)))


def _marks_of(version: ProfileVersion) -> dict[str, bool]:
    return {name: getattr(version, name) for name in ("is_lifting", "is_public_facing", "needs_aware")}


def in_date(day: date) -> QuerySet[Completion]:
    """The completions that are good on a day."""
    return Completion.objects.filter(Q(expires_on=None) | Q(expires_on__gt=day), on__lte=day)


def missing(people: Iterable[int], version: ProfileVersion | None, day: date) -> dict[int, list[Course]]:
    """What each person (by id) still needs for a version on that day: two queries for any number of people."""
    needed = list(needed_for(version))
    people = list(people)
    held = set(in_date(day).filter(person__in=people, course__in=needed).values_list("person_id", "course_id"))
    return {person: [course for course in needed if (person, course.pk) not in held] for person in people}


def target_before(strand: Strand, day: date) -> int:
    """The minutes of training that volunteers of this strand take before they begin; 0 where there are none."""
    target: int = BEFORE_MINUTES.on(day, strand)
    return target


def is_needed(course: Course, version: ProfileVersion | None, volunteer: Volunteer, day: date) -> bool:
    """Whether a course is for everybody, for this role, or part of what comes before volunteering begins."""
    if course.needed_for == Course.Needed.BEFORE:
        return target_before(volunteer.strand, day) > 0
    return needed_for(version).filter(pk=course.pk).exists()


def roles_to_train_for() -> QuerySet[ProfileVersion]:
    """The role profiles in force: what training may be given for."""
    return (
        ProfileVersion.objects.filter(status=ProfileVersion.Status.APPROVED)
        .select_related("profile")
        .order_by("profile__title")
    )
