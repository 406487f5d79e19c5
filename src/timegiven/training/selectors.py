"""What can be asked of training: what a role needs, who has it, who still needs it, what runs out when."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery

from timegiven.kernel.desk import Need
from timegiven.kernel.words import so_many
from timegiven.library.models import ProfileVersion
from timegiven.people import access as people_access
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.people.selectors import scope
from timegiven.training import rules
from timegiven.training.models import Completion, Course, NamedCourse

Role = Appointment.Role
SOON = 60  # days: how far the list of what runs out looks ahead


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
    of_role = NamedCourse.objects.filter(version__profile=version.profile_id, version__number__lte=version.number)
    newest = of_role.order_by("-version__number").values("version")[:1]
    return NamedCourse.objects.filter(version=Subquery(newest), course__isnull=False).values("course")


def needed_for(version: ProfileVersion | None) -> QuerySet[Course]:
    """The courses that a profile version needs: everyone's, its marks', and those it names (clauses 91 to 95).

    Without a version: everyone's.
    """
    marks = [mark for mark in Course.Needed.values if version and rules.needs(mark, **_marks_of(version))]
    named = _named(version) if version is not None else []
    return Course.objects.filter(Q(needed_for__in=marks or [Course.Needed.ALL]) | Q(pk__in=named)).order_by("title")


def _marks_of(version: ProfileVersion) -> dict[str, bool]:
    return {name: getattr(version, name) for name in ("is_lifting", "is_public_facing", "needs_aware")}


def in_date(day: date) -> QuerySet[Completion]:
    """The completions that are good on a day."""
    return Completion.objects.filter(Q(expires_on=None) | Q(expires_on__gt=day), on__lte=day)


def trained_people(version: ProfileVersion, day: date) -> QuerySet:
    """The ids of the people who have, in date on that day, every course that the version needs."""
    needed = list(needed_for(version).values_list("pk", flat=True))
    if not needed:
        return Person.objects.values_list("pk")
    good = in_date(day).filter(course__in=needed).order_by()
    held = good.values("person").annotate(held=Count("course", distinct=True))
    return held.filter(held=len(needed)).values_list("person_id")


def missing(people: Iterable[int], version: ProfileVersion | None, day: date) -> dict[int, list[Course]]:
    """What each person (by id) still needs for a version on that day: two queries for any number of people."""
    needed = list(needed_for(version))
    people = list(people)
    held = set(in_date(day).filter(person__in=people, course__in=needed).values_list("person_id", "course_id"))
    return {person: [course for course in needed if (person, course.pk) not in held] for person in people}


def completions_of(person: Person) -> QuerySet[Completion]:
    """What a person has done, the newest first."""
    return Completion.objects.filter(person=person).select_related("course", "version__profile").order_by("-on", "-pk")


def standing(person: Person, day: date) -> list[Completion]:
    """For each course that a person has done, the completion that is good for longest."""
    longest: dict[int, Completion] = {}
    for completion in completions_of(person):
        known = longest.setdefault(completion.course_id, completion)
        if known.expires_on and (completion.expires_on is None or completion.expires_on > known.expires_on):
            longest[completion.course_id] = completion
    return sorted(longest.values(), key=lambda each: (each.expires_on or date.max, each.course.title))


def volunteers_trained_by(viewer: Person, day: date) -> QuerySet[Volunteer]:
    """The volunteers whose training this person may record."""
    return (
        Volunteer.objects.filter(scope(viewer, (Role.MVPM, Role.TRAINING), day, on="borough"))
        .exclude(status=Volunteer.Status.LEFT)
        .select_related("person", "borough", "strand")
    )


def roles_to_train_for() -> QuerySet[ProfileVersion]:
    """The role profiles in force: what training may be given for."""
    return (
        ProfileVersion.objects.filter(status=ProfileVersion.Status.APPROVED)
        .select_related("profile")
        .order_by("profile__title")
    )


def running_out(day: date, *, within: int = SOON) -> QuerySet[Completion]:
    """Volunteers' newest completions that end within so many days, those that have ended first."""
    newer = Completion.objects.filter(person=OuterRef("person"), course=OuterRef("course")).filter(
        Q(expires_on=None) | Q(expires_on__gt=OuterRef("expires_on"))
    )
    return (
        Completion.objects.filter(~Exists(newer), expires_on__lte=day + timedelta(days=within))
        .filter(person__volunteer__isnull=False)
        .exclude(person__volunteer__status=Volunteer.Status.LEFT)
        .order_by("expires_on", "person__name", "pk")
    )


def running_out_seen_by(viewer: Person, day: date, *, within: int = SOON) -> QuerySet[Completion]:
    """What runs out where this person looks after training."""
    roles = (Role.MVPM, Role.TRAINING, Role.CENTRAL_TEAM)
    reach = scope(viewer, roles, day, on="person__volunteer__borough")
    return (
        running_out(day, within=within)
        .filter(reach)
        .annotate(
            name=F("person__name"),
            title=F("course__title"),
            volunteer_reference=F("person__volunteer__reference"),
            borough_name=F("person__volunteer__borough__name"),
        )
    )


def _runs(completion: Completion, day: date) -> str:
    return "runs" if completion.expires_on and completion.expires_on > day else "ran"


def needs(person: Person, day: date) -> list[Need]:
    """The volunteer's own courses that run out within a month; for the trainers, how many of theirs do."""
    own = [
        Need(
            f"Your training “{completion.course.title}” {_runs(completion, day)} out",
            "training:my_training",
            hint="We will find you a place on a course. Nothing else is needed from you.",
            due_on=completion.expires_on,
        )
        for completion in running_out(day, within=30).filter(person=person).select_related("course")
    ]
    if not any(people_access.holds(person, role, at=None, day=day) for role in (Role.MVPM, Role.TRAINING)):
        return own
    count = running_out_seen_by(person, day, within=30).count()
    text = f"{so_many(count, 'course')} to do again within 30 days"
    return own + ([Need(text, "training:expiring", count=count, query="?within=30")] if count else [])
