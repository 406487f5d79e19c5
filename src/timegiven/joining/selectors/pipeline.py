"""The Borough MVP Manager's board: who is at which stage, longest waiting first, and what each waits for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from timegiven.joining.models import Application, Batch, BatchItem, Clearance, Meeting, Reference, RightToVolunteer
from timegiven.joining.policies import REFERENCES_NEEDED, RIGHT_WARNING_DAYS, USUAL_WEEKS
from timegiven.joining.selectors.applications import Handled, handled_by, theirs
from timegiven.kernel.among import AmongGiven
from timegiven.kernel.prepared import Prepared, key
from timegiven.kernel.time import london_day
from timegiven.people import selectors as people
from timegiven.people.models import Person
from timegiven.programme.models import Strand
from timegiven.programme.policy import readers_on

Status = Application.Status

TITLES = {
    Status.REGISTERED: "Filling in the form",
    Status.APPLIED: "References and interview",
    Status.INTERVIEWED: "Ready for the security check",
    Status.VETTING: "With the vetting office",
    Status.VETTED: "Ready to be taken on",
}
COLUMNS = ("reference", "status", "since", "registered_at", "strand__code")  # nothing that is sealed
Needed = Callable[[Strand | None], int]


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
    handled = handled_by(person, day)
    counts = dict(_COUNTED(*handled.shape, **handled.given)) if handled else {}
    weeks, needed = _numbers(day)
    stages = {
        status: Stage(status=status, title=title, count=counts.get(status, 0), usual_days=7 * weeks.get(status, 0))
        for status, title in TITLES.items()
    }
    shown = _told(_longest_waiting(handled) if counts else [], day, weeks=weeks, needed=needed)
    for each in sorted(shown, key=lambda each: (each.since or each.registered_at, each.pk)):
        stages[each.status].applications.append(each)
    return list(stages.values())


# Five of each stage: the list has them all. Written out, for Django cannot put such a question to SQLite: five from an
# index, five times, in one trip.
_LONGEST_WAITING = """
SELECT id FROM (SELECT id FROM joining_application WHERE ({}) AND status = %s AND person_id <> %s
ORDER BY since, id LIMIT 5) AS stage
"""


def _longest_waiting(theirs: Handled) -> list[int]:
    """Those who have been longest at each stage, in so many boroughs."""
    found = (("borough_id", theirs.boroughs), ("id", theirs.others))
    among = " OR ".join(f"{column} IN ({', '.join(['%s'] * len(those))})" for column, those in found if those)
    one_stage = _LONGEST_WAITING.format(among)
    given: list[int | str] = []
    for status in TITLES:
        given += [*theirs.boroughs, *theirs.others, status.value, theirs.person]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join([one_stage] * len(TITLES)), given)
        return [pk for (pk,) in cursor.fetchall()]


def _counted(boroughs: int, others: int, has_own: bool) -> QuerySet[Any]:
    """How many applications are open at each stage, in so many boroughs."""
    here = theirs(boroughs, others, has_own).filter(status__in=Application.OPEN)
    return here.order_by().values_list("status").annotate(number=Count("*"))


def _with_evidence(applications: QuerySet[Application]) -> QuerySet[Application]:
    """What a line says of each: who it is, what has come in, and the act on it that can still be undone."""
    answered = Reference.objects.filter(application=OuterRef("pk"), status=Reference.Status.GIVEN)
    good = answered.filter(is_satisfactory=True).values("application").annotate(number=Count("*"))
    newest = RightToVolunteer.objects.filter(person=OuterRef("person")).order_by("-checked_on", "-pk")
    cleared = Clearance.objects.filter(person=OuterRef("person"), outcome="CLEARED").order_by("-until_on", "-pk")
    meeting = Meeting.objects.filter(application=OuterRef("pk"), kind="INTERVIEW", status=Meeting.Status.BOOKED)
    waiting = BatchItem.objects.filter(application=OuterRef("pk"), batch__status=Batch.Status.WAITING)
    return (
        applications.select_related("strand")
        .only(*COLUMNS)
        .annotate(
            name=F("person__name"),
            title=F("profile__title"),
            borough_name=F("borough__name"),
            good=Coalesce(Subquery(good.values("number")), 0),
            to_judge=Exists(answered.filter(is_satisfactory=None)),
            right_ends=Subquery(newest.values(end=Coalesce("expires_on", Value(date.max)))[:1]),
            clearance_ends=Subquery(cleared.values("until_on")[:1]),
            meets_at=Subquery(meeting.values("starts_at")[:1]),
            undoable=Subquery(waiting.values("batch")[:1]),
        )
    )


def _rows() -> QuerySet[Application]:
    return _with_evidence(Application.objects.filter(pk__in=AmongGiven("shown")))


_COUNTED, _ROWS = Prepared(_counted), Prepared(_rows)


def listed(shown: Iterable[int], day: date) -> list[Any]:
    """These applications, in this order, each with what it waits for."""
    weeks, needed = _numbers(day)
    return _told(list(shown), day, weeks=weeks, needed=needed)


def _numbers(day: date) -> tuple[dict[str, int], Needed]:
    """How long each stage usually takes, and how to tell how many references somebody of a strand needs."""
    weeks, needed = readers_on(day, USUAL_WEEKS, REFERENCES_NEEDED)
    return weeks(None), needed


def _told(pks: list[int], day: date, *, weeks: dict[str, int], needed: Needed) -> list[Any]:
    found = {each.pk: each for each in _ROWS(shown=pks)} if pks else {}
    rows = [found[pk] for pk in pks]
    _reckon(rows, day, weeks=weeks, needed=needed)
    return rows


def _reckon(shown: Iterable[Any], day: date, *, weeks: dict[str, int], needed: Needed) -> None:
    """Write on each application how long it has waited, and what it still waits for."""
    undoable = {each.undoable for each in shown if each.undoable}
    batches = Batch.objects.in_bulk(undoable) if undoable else {}
    for each in shown:
        each.days = (day - london_day(each.since or each.registered_at)).days
        each.usual_days = 7 * weeks.get(each.status, 0)
        each.is_late = bool(each.usual_days) and each.days > each.usual_days
        each.needed = needed(each.strand)
        each.is_right_checked = each.right_ends is not None and each.right_ends > day
        is_over = each.clearance_ends is None or each.clearance_ends <= day
        each.is_clearance_over = is_over and each.status == Status.VETTED
        each.waiting = batches.get(each.undoable)


def right_of(person: Person) -> RightToVolunteer | None:
    """The newest look at somebody's right to volunteer."""
    found = RightToVolunteer.objects.filter(person=person).select_related("checked_by")
    return found.order_by("-checked_on", "-pk").first()


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


def papers_ending(person: Person, day: date) -> QuerySet[RightToVolunteer]:
    """The papers of volunteers that end soon, or have ended, each with their newest application.

    Of the boroughs of this person, and never their own: those of an only MVP Manager are for the Central Team.
    """
    last = day + timedelta(days=RIGHT_WARNING_DAYS.on(day))
    newest = RightToVolunteer.objects.filter(person=OuterRef("person")).order_by("-checked_on", "-pk")
    applied = Application.objects.filter(person=OuterRef("person")).order_by("-registered_at", "-pk")
    return (
        RightToVolunteer.objects.filter(
            people.runs_or_stands_in(person, day, on="person__volunteer__borough", besides="person"),
            person__volunteer__status__in=("ACTIVE", "PAUSED"),
            expires_on__lte=last,
            pk=Subquery(newest.values("pk")[:1]),
        )
        .exclude(person=person)
        .annotate(application=Subquery(applied.values("reference")[:1]))
        .select_related("person__volunteer")
        .order_by("expires_on", "pk")
    )
