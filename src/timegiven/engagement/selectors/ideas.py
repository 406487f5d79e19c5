"""What became of volunteers' ideas."""

from datetime import date, datetime
from typing import Any

from django.db.models import Count, QuerySet

from timegiven.attendance import selectors as attendance
from timegiven.attendance.models import SessionReport
from timegiven.engagement.models import Idea
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person
from timegiven.programme.models import Unit

MOST = 20


def idea_in(report: SessionReport) -> Idea | None:
    """The idea that was answered of a report, or of a version before it."""
    versions = [report, *attendance.versions_of(report)]
    return Idea.objects.filter(report__in=versions).first()


def own_ideas(person: Person) -> list[dict[str, Any]]:
    """One's own last ideas, each with what became of it."""
    reports = attendance.reports_of(person).filter(has_words=True).exclude(idea="").select_related("read_by")
    answered = {idea.report_id: idea for idea in Idea.objects.filter(report__person=person)}
    earlier = dict(SessionReport.objects.filter(person=person, replaces__isnull=False).values_list("pk", "replaces"))
    return [{"report": report, "answered": _answered(report.pk, answered, earlier)} for report in reports[:MOST]]


def _answered(report: int | None, answered: dict[int, Idea], earlier: dict[int, int | None]) -> Idea | None:
    """The idea of a report, or of a version before it."""
    while report is not None and report not in answered:
        report = earlier.get(report)
    return answered[report] if report is not None else None


def ideas_open_to(person: Person, day: date) -> QuerySet[Idea]:
    """Those that this MVP Manager has promised more about: the longest waiting first."""
    mine = people.scope(person, (Role.MVPM,), day, on="borough")
    found = Idea.objects.filter(mine, status__in=Idea.OPEN).exclude(report__person=person)
    return found.select_related("report__person", "borough").order_by("moved_at", "pk")


def ideas_answered(first: datetime, until: datetime) -> dict[str, int]:
    """How many ideas of the whole programme were last answered in [first, until), by what became of them."""
    found = Idea.objects.filter(moved_at__gte=first, moved_at__lt=until)
    return dict(found.values_list("status").annotate(Count("pk")).order_by())


def ideas_done(first: datetime, until: datetime) -> list[str]:
    """The lines, without a name, of ideas that were carried out in [first, until), each once, the newest first."""
    found = Idea.objects.filter(moved_at__gte=first, moved_at__lt=until, status=Idea.Status.DONE).exclude(line="")
    return list(dict.fromkeys(found.order_by("-moved_at", "-pk").values_list("line", flat=True)))


def ideas_told_on(borough: Unit) -> QuerySet[Idea]:
    """What became of ideas, as all volunteers of a borough read it: without a name, the newest first."""
    return Idea.objects.filter(borough=borough).exclude(line="").order_by("-moved_at", "-pk")
