"""Who completed what until when, and what runs out."""

from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.people.selectors import runs_or_stands_in, scope
from timegiven.training.models import Completion
from timegiven.training.policies import NOTICE_DAYS

Role = Appointment.Role


def notice_days(day: date) -> list[int]:
    """How many days before a course runs out the volunteer is told; from the first on it can be booked again."""
    return list(NOTICE_DAYS.on(day))


def completions_of(person: Person) -> QuerySet[Completion]:
    """What a person has done, the newest first."""
    return Completion.objects.filter(person=person).select_related("course", "version__profile").order_by("-on", "-pk")


def completions_kept_by(viewer: Person, day: date) -> QuerySet[Completion]:
    """What was recorded of volunteers whose training this person looks after."""
    kept = scope(viewer, (Role.TRAINING,), day, on="person__volunteer__borough")
    kept |= runs_or_stands_in(viewer, day, on="person__volunteer__borough", besides="person")
    return Completion.objects.filter(kept).select_related("course", "person__volunteer__borough")


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
    return volunteers_once_trained_by(viewer, day).exclude(status=Volunteer.Status.LEFT)


def volunteers_once_trained_by(viewer: Person, day: date) -> QuerySet[Volunteer]:
    """The same, and those who have left: what they did before may come to light afterwards."""
    found = Volunteer.objects.filter(scope(viewer, (Role.MVPM, Role.TRAINING), day, on="borough"))
    return found.select_related("person", "borough", "strand")


def running_out(day: date, *, within: int) -> QuerySet[Completion]:
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


def running_out_seen_by(viewer: Person, day: date, *, within: int) -> QuerySet[Completion]:
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


def volunteers_to_book(viewer: Person, day: date, *, words: str = "", chosen: str = "") -> QuerySet[Volunteer]:
    """The volunteers for whom this person books places, by name; only the one who was chosen, once somebody is."""
    found = volunteers_trained_by(viewer, day).order_by("person__name", "pk")
    if chosen:
        return found.filter(reference=chosen)
    return found.filter(Q(person__name__icontains=words) | Q(reference=words.upper())) if words else found
