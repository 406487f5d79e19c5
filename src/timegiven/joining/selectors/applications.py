"""Applications: whose they are, who may open them, where they stand."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from timegiven.joining.models import Application, Reference
from timegiven.joining.policies import (
    ANSWERS_KEPT_MONTHS,
    DEFAULT_LEVEL,
    GROWN_UP,
    LEAST_AGE,
    RESIDENCY_YEARS,
    USUAL_WEEKS,
)
from timegiven.kernel import words
from timegiven.kernel.prepared import Paged, Prepared, key, keys, padded, text, texts
from timegiven.library.models import RoleProfile
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person
from timegiven.programme import selectors as programme
from timegiven.programme.models import Unit

Status = Application.Status
Role = Appointment.Role
OPEN = Application.OPEN


def applications_seen_by(person: Person, day: date) -> QuerySet[Application]:
    """The applications this person may open: their own, and those of the boroughs where they are MVP Manager."""
    return Application.objects.filter(
        Q(person=person) | people.scope(person, (Role.MVPM,), day, on="borough")
    ).select_related("person", "borough", "strand", "profile")


def applications_run_by(person: Person, day: date) -> QuerySet[Application]:
    """The applications that this person handles, longest waiting first."""
    own = Application.objects.filter(borough__in=borough_keys(person, day))
    return own.select_related("person", "borough", "profile").order_by("since", "pk")


def applications_listed(
    person: Person, day: date, *, statuses: Iterable[str], name: str = "", to_judge: bool = False
) -> Paged | list[int]:
    """The keys of those they handle, by pages: at these stages, named so, with an answer nobody has read."""
    own, stages = padded(borough_keys(person, day)), padded(statuses)
    if not own:
        return []
    return _listed.paged(len(own), len(stages), bool(name), to_judge, own=own, stages=stages, name=name)


@Prepared
def _listed(boroughs: int, stages: int, is_named: bool, is_to_judge: bool) -> QuerySet[Any]:
    found = Application.objects.filter(borough__pk__in=keys("own", boroughs), status__in=texts("stages", stages))
    if is_named:
        found = found.filter(person__name__icontains=text("name"))
    if is_to_judge:
        found = found.filter(Exists(Reference.objects.filter(Reference.UNREAD, application=OuterRef("pk"))))
    return found.order_by("since", "pk").values_list("pk", flat=True)


def now_in(application: Application) -> Unit | None:
    """The other borough that looks after this person by now; nothing while it is still the one they applied to."""
    volunteer = None if application.status in OPEN else people.volunteer_of(application.person)
    return volunteer.borough if volunteer and volunteer.borough_id != application.borough_id else None


def boroughs_run_by(person: Person, day: date) -> QuerySet[Unit]:
    """The boroughs where this person is MVP Manager."""
    return programme.boroughs().filter(people.scope(person, (Role.MVPM,), day))


def borough_keys(person: Person, day: date) -> list[int]:
    """The same, as keys: an index of applications begins with the borough. Asks only when they run more than one."""
    held = [each.unit for each in people.appointments(person, day) if each.role == Role.MVPM]
    if all(unit.kind == Unit.Kind.BOROUGH for unit in held):
        return sorted({unit.pk for unit in held})
    return sorted(boroughs_run_by(person, day).values_list("pk", flat=True))


def open_application(person: Person) -> Application | None:
    """The one application of this person that is still going on."""
    found: Application | None = _open.first(person=person.pk)
    return found


@Prepared
def _open() -> QuerySet[Application]:
    going_on = Application.objects.filter(person=key("person"), status__in=Application.OPEN)
    return going_on.select_related("person", "borough", "strand", "profile")[:1]


def my_application(person: Person) -> Application | None:
    """This person's newest application."""
    return Application.objects.filter(person=person).order_by("-registered_at", "-pk").first()


def application_by_link(link_digest: str, at: datetime) -> Application | None:
    """The application that a private link still opens."""
    if not link_digest:
        return None
    return (
        Application.objects.filter(
            resume_digest=link_digest, resume_expires_at__gt=at, status__in=Application.OPEN, person__is_active=True
        )
        .select_related("person")
        .first()
    )


def profile_of_interest(reference: str) -> RoleProfile | None:
    """The role that somebody came from, when it is really on offer."""
    if not reference:
        return None
    return (
        RoleProfile.objects.filter(Q(reference=reference) | Q(versions__reference=reference))
        .filter(versions__status="APPROVED")
        .select_related("strand", "unit__borough")
        .first()
    )


def is_applied_to(boroughs: Collection[Unit]) -> bool:
    """Whether an application to one of these boroughs is going on."""
    return bool(boroughs) and Application.objects.filter(borough__in=boroughs, status__in=OPEN).exists()


def who_runs(borough: Unit, day: date) -> str:
    """Who has an application there, as an applicant reads it: the Borough MVP Manager, or who stands in."""
    mvpm = people.mvpm_of(borough, day)
    return "the Borough MVP Manager" if mvpm and not mvpm.stands_in else "the Central Team"


def whom_to_ask(borough: Unit, day: date) -> str:
    """The person who helps with any question, and how to reach them."""
    mvpm = people.mvpm_of(borough, day)
    if mvpm is None:
        return f"the volunteer office for {borough.name}"
    reach = " or ".join(part for part in (mvpm.phone, mvpm.email) if part)
    post = "Central Team" if mvpm.stands_in else "Borough MVP Manager"
    return f"{mvpm.name}, {post} for {borough.name}" + (f": {reach}" if reach else "")


def limits(day: date) -> dict[str, int]:
    """What somebody is told about age and residency before they register."""
    strand = programme.strand()
    return {
        "least": LEAST_AGE.on(day, strand),
        "grown_up": GROWN_UP.on(day, strand),
        "years": RESIDENCY_YEARS.on(day, strand)[DEFAULT_LEVEL.on(day, strand)],
    }


def usual_weeks(day: date) -> int:
    """How many weeks it usually takes from an application to the first day."""
    return sum(USUAL_WEEKS.on(day).values())


def answers_kept_months(day: date) -> int:
    """How long answers are kept after an application has ended."""
    return int(ANSWERS_KEPT_MONTHS.on(day))


_PARTS = (
    (Status.REGISTERED, "Your application", "you"),
    (Status.APPLIED, "References and a friendly interview", "the Borough MVP Manager"),
    (Status.INTERVIEWED, "Getting the security check ready", "the Borough MVP Manager"),
    (Status.VETTING, "Security check", "the vetting office"),
    (Status.VETTED, "Welcome to the programme", "the Borough MVP Manager"),
)


def progress(application: Application, day: date) -> list[dict[str, Any]]:
    """What is done, who has it now, since when, and how long it usually takes; nothing when it has ended early."""
    if application.status not in (*OPEN, Status.APPROVED):
        return []
    reached = {step.status: step.at for step in application.steps.order_by("at", "pk")}
    weeks = USUAL_WEEKS.on(day, application.strand)
    statuses = [status for status, _, _ in _PARTS]
    done = len(statuses) if application.status == Status.APPROVED else statuses.index(Status(application.status))
    shown: list[dict[str, Any]] = []
    for position, (status, title, desk) in enumerate(_PARTS):
        usual = weeks.get(status)
        takes = f"This usually takes about {words.so_many(usual, 'week')}." if usual else ""
        if position < done:
            following = statuses[position + 1] if position + 1 < len(statuses) else Status.APPROVED
            shown.append({"title": title, "state": "done", "at": reached.get(following)})
        elif position == done:
            shown.append({"title": title, "state": "now", "text": _now_with(desk, takes, reached.get(status))})
        else:
            shown.append({"title": title, "state": "later", "text": takes})
    return shown


def _now_with(desk: str, takes: str, since: datetime | None) -> str:
    """Who has it, since when, and for how long it usually takes."""
    return f"Now with {desk}{f', since {words.day(since)}' if since else ''}. {takes}".strip()
