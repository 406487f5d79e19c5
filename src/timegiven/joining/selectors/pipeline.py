"""The Borough MVP Manager's board: who is at which stage, longest waiting first, and what each waits for."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery

from timegiven.joining.models import Application, Batch, BatchItem, Reference, RightToVolunteer
from timegiven.joining.policies import REFERENCES_NEEDED, RIGHT_WARNING_DAYS, USUAL_WEEKS
from timegiven.joining.selectors.applications import boroughs_run_by
from timegiven.kernel.time import london_day
from timegiven.people.models import Person
from timegiven.programme.models import Unit
from timegiven.programme.policy import all_on

Status = Application.Status
SHOWN = 5  # of each stage on the board; the list has them all

TITLES = {
    Status.REGISTERED: "Filling in the form",
    Status.APPLIED: "References and interview",
    Status.INTERVIEWED: "Ready for the security check",
    Status.VETTING: "With the vetting office",
    Status.VETTED: "Ready to be taken on",
}
_COLUMNS = (
    "reference status since registered_at vetting_level person__name person__reference profile__title "
    "borough__name borough__path strand__code"
).split()


@dataclass
class Stage:
    """One column of the board."""

    status: str
    title: str
    count: int
    usual_days: int
    applications: list[Any] = field(default_factory=list)


def board(person: Person, day: date) -> list[Stage]:
    """Every stage with its number and those who have waited longest; as many queries for 10,000 as for ten."""
    own = list(boroughs_run_by(person, day).values_list("pk", flat=True))
    here = Application.objects.filter(borough__in=own)
    counts = dict(
        here.filter(status__in=Application.OPEN).order_by().values_list("status").annotate(number=Count("pk"))
    )
    weeks, needed = all_on(day, USUAL_WEEKS, REFERENCES_NEEDED)
    stages = [
        Stage(
            status=status,
            title=title,
            count=counts.get(status, 0),
            usual_days=7 * weeks.get(status, 0),
            applications=list(_longest_waiting(here, status)) if counts.get(status) else [],
        )
        for status, title in TITLES.items()
    ]
    shown = [each for stage in stages for each in stage.applications]
    with_evidence(shown, day, weeks=weeks, needed=needed)
    return stages


def _longest_waiting(here: QuerySet[Application], status: str) -> QuerySet[Application]:
    found = here.filter(status=status).select_related("person", "profile", "borough", "strand")
    return found.only(*_COLUMNS).order_by("since", "pk")[:SHOWN]


def with_evidence(shown: Iterable[Any], day: date, *, weeks: dict[str, int], needed: int) -> None:
    """Write on each application how long it has waited, what it waits for and whether an act on it can be undone."""
    by_pk = {each.pk: each for each in shown}
    for each in by_pk.values():
        each.days = (day - london_day(each.since or each.registered_at)).days
        each.usual_days = 7 * weeks.get(each.status, 0)
        each.is_late = bool(each.usual_days) and each.days > each.usual_days
        each.good, each.to_judge, each.needed, each.is_right_checked, each.waiting = 0, 0, needed, False, None
    references = Reference.objects.filter(application__in=by_pk)
    for pk, status, verdict in references.values_list("application", "status", "is_satisfactory"):
        by_pk[pk].good += verdict is True
        by_pk[pk].to_judge += status == "GIVEN" and verdict is None
    people = {each.person_id: each for each in by_pk.values()}
    for right in newest_rights(people):
        people[right.person_id].is_right_checked = right.holds(day)
    items = BatchItem.objects.filter(application__in=by_pk, batch__status=Batch.Status.WAITING)
    for item in items.select_related("batch"):
        by_pk[item.application_id].waiting = item.batch


def newest_rights(people: Iterable[int]) -> QuerySet[RightToVolunteer]:
    """The newest look at the right to volunteer of each of these people."""
    newest = RightToVolunteer.objects.filter(person=OuterRef("person")).order_by("-checked_on", "-pk")
    return RightToVolunteer.objects.filter(person__in=list(people), pk=Subquery(newest.values("pk")[:1]))


def right_of(person: Person) -> RightToVolunteer | None:
    """The newest look at somebody's right to volunteer."""
    found = RightToVolunteer.objects.filter(person=person).select_related("checked_by")
    return found.order_by("-checked_on", "-pk").first()


def listed(page: Iterable[Any], day: date) -> list[Any]:
    """A page of the list with what each application waits for."""
    weeks, needed = all_on(day, USUAL_WEEKS, REFERENCES_NEEDED)
    shown = list(page)
    with_evidence(shown, day, weeks=weeks, needed=needed)
    return shown


def batches_of(person: Person) -> QuerySet[Batch]:
    """The acts of this person, newest first."""
    return Batch.objects.filter(by=person).order_by("-due_at", "-pk")


def waiting_batches(person: Person) -> QuerySet[Batch]:
    """The acts that this person can still undo."""
    return batches_of(person).filter(status=Batch.Status.WAITING).annotate(number=Count("items"))


def _ending(own: Iterable[Unit], last: date) -> QuerySet[RightToVolunteer]:
    """The papers of volunteers of these boroughs that end soon, or have ended, each with their newest application."""
    newest = RightToVolunteer.objects.filter(person=OuterRef("person")).order_by("-checked_on", "-pk")
    applied = Application.objects.filter(person=OuterRef("person")).order_by("-registered_at", "-pk")
    return (
        RightToVolunteer.objects.filter(
            person__volunteer__borough__in=[each.pk for each in own],
            person__volunteer__status__in=("ACTIVE", "PAUSED"),
            expires_on__lte=last,
            pk=Subquery(newest.values("pk")[:1]),
        )
        .annotate(application=Subquery(applied.values("reference")[:1]))
        .select_related("person__volunteer")
        .order_by("expires_on", "pk")
    )


def papers_ending(person: Person, day: date) -> QuerySet[RightToVolunteer]:
    """The papers that end soon in the boroughs of this person."""
    last = day + timedelta(days=RIGHT_WARNING_DAYS.on(day))
    return _ending(list(boroughs_run_by(person, day)), last)
