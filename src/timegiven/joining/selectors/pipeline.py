"""The Borough MVP Manager's board: who is at which stage, longest waiting first, and what each waits for."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery

from timegiven.joining.models import Application, Batch, BatchItem, Reference, RightToVolunteer
from timegiven.joining.policies import REFERENCES_NEEDED, RIGHT_WARNING_DAYS, USUAL_WEEKS
from timegiven.joining.selectors.applications import boroughs_run_by
from timegiven.kernel.prepared import Prepared, key, keys, padded, text
from timegiven.kernel.time import london_day
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person
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
COLUMNS = "reference status since registered_at person__name profile__title".split()  # nothing that is sealed


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
    own = padded(held.unit_id for held in people.appointments(person, day) if held.role == Appointment.Role.MVPM)
    counts = dict(_COUNTED(len(own), own=own)) if own else {}
    weeks, needed = all_on(day, USUAL_WEEKS, REFERENCES_NEEDED)
    stages = [
        Stage(
            status=status,
            title=title,
            count=counts.get(status, 0),
            usual_days=7 * weeks.get(status, 0),
            applications=_LONGEST_WAITING(len(own), own=own, status=status) if counts.get(status) else [],
        )
        for status, title in TITLES.items()
    ]
    shown = [each for stage in stages for each in stage.applications]
    with_evidence(shown, day, weeks=weeks, needed=needed)
    return stages


def _counted(boroughs: int) -> QuerySet[Any]:
    """How many applications are open at each stage, in so many boroughs."""
    here = Application.objects.filter(borough__pk__in=keys("own", boroughs), status__in=Application.OPEN)
    return here.order_by().values_list("status").annotate(number=Count("pk"))


def _longest_waiting(boroughs: int) -> QuerySet[Application]:
    here = Application.objects.filter(borough__pk__in=keys("own", boroughs), status=text("status"))
    return here.select_related("person", "profile").only(*COLUMNS).order_by("since", "pk")[:SHOWN]


def _referred(number: int) -> QuerySet[Any]:
    found = Reference.objects.filter(application__pk__in=keys("shown", number))
    return found.values_list("application", "status", "is_satisfactory")


def _looked_at(number: int) -> QuerySet[RightToVolunteer]:
    """The newest look at the right to volunteer of each of these people."""
    newest = RightToVolunteer.objects.filter(person=OuterRef("person")).order_by("-checked_on", "-pk")
    found = RightToVolunteer.objects.filter(person__pk__in=keys("people", number))
    return found.filter(pk=Subquery(newest.values("pk")[:1]))


def _undoable(number: int) -> QuerySet[BatchItem]:
    items = BatchItem.objects.filter(application__pk__in=keys("shown", number), batch__status=Batch.Status.WAITING)
    return items.select_related("batch")


_COUNTED, _LONGEST_WAITING = Prepared(_counted), Prepared(_longest_waiting)
_REFERRED, _LOOKED_AT, _UNDOABLE = Prepared(_referred), Prepared(_looked_at), Prepared(_undoable)


def with_evidence(shown: Iterable[Any], day: date, *, weeks: dict[str, int], needed: int) -> None:
    """Write on each application how long it has waited, what it waits for and whether an act on it can be undone."""
    by_pk = {each.pk: each for each in shown}
    for each in by_pk.values():
        each.days = (day - london_day(each.since or each.registered_at)).days
        each.usual_days = 7 * weeks.get(each.status, 0)
        each.is_late = bool(each.usual_days) and each.days > each.usual_days
        each.good, each.to_judge, each.needed, each.is_right_checked, each.waiting = 0, 0, needed, False, None
    if not by_pk:
        return
    pks, people_of = padded(by_pk), {each.person_id: each for each in by_pk.values()}
    for pk, status, verdict in _REFERRED(len(pks), shown=pks):
        by_pk[pk].good += verdict is True
        by_pk[pk].to_judge += status == "GIVEN" and verdict is None
    known = padded(people_of)
    for right in _LOOKED_AT(len(known), people=known):
        people_of[right.person_id].is_right_checked = right.holds(day)
    for item in _UNDOABLE(len(pks), shown=pks):
        by_pk[item.application_id].waiting = item.batch


def right_of(person: Person) -> RightToVolunteer | None:
    """The newest look at somebody's right to volunteer."""
    found = RightToVolunteer.objects.filter(person=person).select_related("checked_by")
    return found.order_by("-checked_on", "-pk").first()


def list_of(applications: QuerySet[Application]) -> QuerySet[Application]:
    """Applications with the columns that a list shows."""
    return applications.select_related(None).select_related("person", "profile").only(*COLUMNS)


def listed(page: Iterable[Any], day: date) -> list[Any]:
    """A page of the list with what each application waits for."""
    weeks, needed = all_on(day, USUAL_WEEKS, REFERENCES_NEEDED)
    shown = list(page)
    with_evidence(shown, day, weeks=weeks, needed=needed)
    return shown


def batches_of(person: Person) -> QuerySet[Batch]:
    """The acts of this person, newest first."""
    return Batch.objects.filter(by=person).order_by("-due_at", "-pk")


def _waiting() -> QuerySet[Batch]:
    waiting = Batch.objects.filter(by=key("person"), status=Batch.Status.WAITING)
    return waiting.annotate(number=Count("items")).order_by("-due_at", "-pk")


_WAITING = Prepared(_waiting)


def waiting_batches(person: Person) -> list[Batch]:
    """The acts that this person can still undo."""
    return _WAITING(person=person.pk)


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
