"""Reports to committees: who reads which, what is missing, and what a report tells."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from timegiven.insight import rules
from timegiven.insight.models import CommitteeReport, MoneyRow
from timegiven.insight.selectors.assessments import standings
from timegiven.insight.selectors.figures import figures
from timegiven.people.access import Role, holds

Status = CommitteeReport.Status


def reports_seen_by(viewer: Any, day: date) -> QuerySet[CommitteeReport]:
    """What is published for everybody; the Central Team and auditors see all but what was put aside."""
    found = CommitteeReport.objects.order_by("-meets_on", "number", "-version", "-pk")
    if any(holds(viewer, role, at=None, day=day) for role in (Role.CENTRAL_TEAM, Role.AUDITOR)):
        return found.exclude(status=Status.DROPPED)
    return found.filter(status=Status.PUBLISHED)


def published_now() -> QuerySet[CommitteeReport]:
    """The newest published version of each report."""
    replaced = CommitteeReport.objects.filter(status=Status.PUBLISHED, corrects__isnull=False).values("corrects")
    found = CommitteeReport.objects.filter(status=Status.PUBLISHED).exclude(pk__in=replaced)
    return found.order_by("-meets_on", "number", "-pk")


def in_hand() -> QuerySet[CommitteeReport]:
    """Those that are being written, or finished and not published."""
    return CommitteeReport.objects.filter(status__in=(Status.DRAFT, Status.FINISHED)).order_by("-pk")


def replaced_by(report: CommitteeReport, *, published: bool) -> CommitteeReport | None:
    """The newest version that took its place."""
    wanted = (Status.PUBLISHED,) if published else (Status.PUBLISHED, Status.FINISHED)
    newest, found = report, None
    while newest := newest.corrections.filter(status__in=wanted).first():  # type: ignore[assignment]
        found = newest
    return found


def is_being_corrected(report: CommitteeReport) -> bool:
    return report.corrections.exclude(status=Status.DROPPED).exists()


def is_there(report: CommitteeReport) -> bool:
    """Whether another report of the same meeting has its number and version."""
    same = CommitteeReport.objects.filter(
        committee=report.committee, meets_on=report.meets_on, number=report.number, version=report.version
    )
    return same.filter(status__in=(Status.FINISHED, Status.PUBLISHED)).exclude(pk=report.pk).exists()


def facts_of(report: CommitteeReport) -> dict[str, Any]:
    """What has been typed into all parts."""
    return {column: getattr(report, column) for part in rules.PARTS for column in part.columns}


def told(report: CommitteeReport, today: date) -> dict[str, Any]:
    """The figures and assessments: as they were kept when it was finished, else as they stand on its day."""
    if report.told is not None:
        return dict(report.told)
    day = min(report.as_on or today, today)
    stands = [{"words": str(each), "is_due": each.is_due or each.newest is None} for each in standings(day)]
    return figures(day, with_comparator=report.with_comparator) | {"assessments": stands}


def missing(report: CommitteeReport, known: dict[str, Any]) -> list[rules.Missing]:
    """What is missing before it can be finished, where ``known`` is what it tells."""
    return rules.missing(facts_of(report), boroughs_fell=known["boroughs_fell"])


def money_of(report: CommitteeReport) -> QuerySet[MoneyRow]:
    return report.money.order_by("year", "is_received", "phase", "pk")


def money_by_year(report: CommitteeReport) -> list[rules.Year]:
    """The rows and sums of each financial year."""
    return rules.years_of(money_of(report))
