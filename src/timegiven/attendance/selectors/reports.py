"""Session reports: who sees which, which overlap, and the versions of one."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet

from timegiven.attendance.models import SessionReport
from timegiven.kernel.time import at_london
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person

READERS = (Role.MVPM, Role.UNIT_MANAGER, Role.CENTRAL_TEAM, Role.AUDITOR)
# What a list shows of each.
_SHOWN = (
    *("reference", "starts_at", "ends_at", "person__name", "placement__version__profile__title"),
    *("placement__unit__name", "placement__unit__borough__name"),
)


def reports_seen_by(person: Person, day: date) -> QuerySet[SessionReport]:
    """One's own reports, and those of sessions at the units that one looks after; old versions included.

    With no more of other tables than lists show: PostgreSQL takes 40 ms to plan a question about twenty of them.
    """
    return SessionReport.objects.filter(
        Q(person=person) | people.scope(person, READERS, day, on="placement__unit")
    ).select_related("person", "placement__version__profile", "placement__unit__borough")


def reports_of(person: Person) -> QuerySet[SessionReport]:
    """Somebody's reports as they stand, newest first."""
    return (
        SessionReport.objects.filter(SessionReport.STANDING, person=person)
        .select_related("placement__version__profile", "placement__unit__borough")
        .order_by("-starts_at", "-pk")
    )


def overlapping(
    person: Person, starts_at: datetime, ends_at: datetime, *, besides: SessionReport | None = None
) -> SessionReport | None:
    """A session of the same person that overlaps with these times; what is being corrected does not count."""
    same = SessionReport.objects.filter(person=person, starts_at__lt=ends_at, ends_at__gt=starts_at)
    found = same.filter(SessionReport.STANDING)
    if besides is not None:
        found = found.exclude(pk=besides.pk)
    return found.order_by("starts_at").first()


def versions_of(report: SessionReport) -> list[SessionReport]:
    """The versions before this one, newest first."""
    found = []
    earlier = report.replaces
    while earlier is not None:
        found.append(earlier)
        earlier = earlier.replaces
    return found


def newer_than(report: SessionReport) -> SessionReport | None:
    """The version that took this one's place."""
    return SessionReport.objects.filter(replaces=report).first()


def narrowed(
    reports: QuerySet[SessionReport],
    *,
    words: str = "",
    since: date | None = None,
    until: date | None = None,
) -> QuerySet[SessionReport]:
    """The reports as they stand, newest first, narrowed by what was chosen; of each what a list shows."""
    found = reports.filter(SessionReport.STANDING)
    if words:
        found = found.filter(Q(person__name__icontains=words) | Q(placement__volunteer__reference=words.upper()))
    if since:
        found = found.filter(starts_at__gte=at_london(since, time()))
    if until:
        found = found.filter(starts_at__lt=at_london(until + timedelta(days=1), time()))
    return found.only(*_SHOWN).order_by("-starts_at", "-pk")


def reads_others(person: Person, day: date) -> bool:
    """Whether this person reads reports of other people."""
    return any(held.role in READERS for held in people.appointments(person, day))
