"""Who hears what, what somebody told, and what lies unread."""

from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from timegiven.attendance import selectors as attendance
from timegiven.attendance.models import SessionReport
from timegiven.concerns.models import Concern, Said
from timegiven.concerns.policies import READ_WITHIN_DAYS
from timegiven.kernel.time import london_day
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person
from timegiven.programme.models import Unit

_WITH = ("person", "borough", "told_by", "report")


def concerns_of(person: Person) -> QuerySet[Concern]:
    """What somebody told us, the newest first."""
    return Concern.objects.filter(person=person).select_related(*_WITH).order_by("-told_at", "-pk")


def concerns_heard_by(person: Person, day: date) -> QuerySet[Concern]:
    """What this person hears: an MVP Manager what is not about them, the Central Team the rest; never one's own."""
    manager = people.runs_or_stands_in(person, day, on="borough", besides="person") & Q(is_for_team=False)
    team = people.scope(person, (Role.CENTRAL_TEAM,), day, on="borough") & Q(is_for_team=True)
    return Concern.objects.filter(manager | team).exclude(person=person).select_related(*_WITH)


def open_to(person: Person, day: date) -> QuerySet[Concern]:
    """Those that are not settled: what waits longest first."""
    return concerns_heard_by(person, day).filter(status__in=Concern.OPEN).order_by("told_at", "pk")


def hearers(borough: Unit, day: date, *, is_for_team: bool, besides: Person) -> list[Person]:
    """Who is told, when something is told: where nobody else is MVP Manager, the Central Team."""
    if is_for_team:
        return [each for each in the_team(borough, day) if each != besides]
    return people.who_run(borough, day, besides=besides)[0]


def the_team(borough: Unit, day: date) -> list[Person]:
    """The Central Team over a borough."""
    return list(people.holders(Role.CENTRAL_TEAM, borough, day))


def who_hears(concern: Concern, day: date) -> Person | None:
    """Whoever read it last looks after it; until then the first who could."""
    read = concern.steps.filter(status__in=[Concern.Status.READ, Concern.Status.IN_HAND]).select_related("by")
    last = read.filter(at__gte=_since(concern)).order_by("-at", "-pk").first()
    if last is not None:
        return last.by
    could = hearers(concern.borough, day, is_for_team=concern.is_for_team, besides=concern.person)
    return could[0] if could else None


def _since(concern: Concern) -> datetime:
    """When it was last told: to somebody else, or because it was not settled."""
    told = concern.steps.filter(status=Concern.Status.TOLD).order_by("-at", "-pk")
    return told.values_list("at", flat=True)[0]


def said_of(concern: Concern) -> list[Said]:
    """What was said since, in its order."""
    return list(Said.objects.filter(of=concern).select_related("by").order_by("at", "pk"))


def about(report: SessionReport) -> Concern | None:
    """The concern that was made of a session report, or of a version before it."""
    versions = [report, *attendance.versions_of(report)]
    return Concern.objects.filter(report__in=versions).select_related(*_WITH).first()


def in_reports_of(person: Person, *, most: int = 10) -> list[SessionReport]:
    """What somebody wrote to be worried about beside their last sessions, where it was made no concern of its own."""
    written = attendance.reports_of(person).filter(has_words=True, concern=None).exclude(worry="")
    return list(written.select_related("read_by")[:most])


def unread_too_long(at: datetime) -> QuerySet[Concern]:
    """What an MVP Manager was told some days ago and has not read, and the Central Team does not know."""
    before = at - timedelta(days=READ_WITHIN_DAYS.on(london_day(at)))
    return Concern.objects.filter(
        status=Concern.Status.TOLD, is_for_team=False, nudged_at=None, moved_at__lte=before
    ).select_related("borough")
