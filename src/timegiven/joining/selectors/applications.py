"""Applications: whose they are, who may open them, where they stand."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
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
    """The applications this person may open: their own, and those that they handle."""
    return Application.objects.filter(Q(person=person) | _handled(person, day)).select_related(
        "person", "borough", "strand", "profile"
    )


def _handled(person: Person, day: date) -> Q:
    """Those of the boroughs where somebody is MVP Manager or stands in, also for the only MVP Manager there."""
    return people.runs_or_stands_in(person, day, on="borough", besides="person")


def applications_run_by(person: Person, day: date) -> QuerySet[Application]:
    """The applications that this person handles, never their own, longest waiting first."""
    here = Application.objects.filter(borough__in=borough_keys(person, day))
    found = (here | Application.objects.filter(pk__in=managers_own(person, day))).exclude(person=person)
    return found.select_related("person", "borough", "profile").order_by("since", "pk")


def managers_own(person: Person, day: date) -> list[int]:
    """For the Central Team, the keys of applications of MVP Managers whom nobody else in their borough decides on."""
    if not any(held.role == Role.CENTRAL_TEAM for held in people.posts(person, day)):
        return []
    managers = people.mvp_managers(day).exclude(person=person).values("person")
    return sorted(Application.objects.filter(_handled(person, day), person__in=managers).values_list("pk", flat=True))


def has_applications(person: Person, day: date) -> bool:
    """Whether somebody handles applications at all."""
    return any(held.role == Role.MVPM for held in people.appointments(person, day)) or bool(managers_own(person, day))


def applications_listed(
    person: Person, day: date, *, statuses: Iterable[str], name: str = "", to_judge: bool = False
) -> Paged | list[int]:
    """The keys of those they handle, by pages: at these stages, named so, with an answer nobody has read."""
    handled, stages = handled_by(person, day), padded(statuses)
    if not handled:
        return []
    shape = (*handled.shape, len(stages), bool(name), to_judge)
    return _listed.paged(*shape, **handled.given, stages=stages, name=name)


@dataclass(frozen=True)
class Handled:
    """What somebody handles, for prepared questions: the keys of their boroughs, and those of single applications."""

    person: int
    boroughs: list[int]
    others: list[int]
    has_own: bool  # whether one of their own may be among them

    def __bool__(self) -> bool:
        return bool(self.boroughs or self.others)

    @property
    def shape(self) -> tuple[int, int, bool]:
        return len(self.boroughs), len(self.others), self.has_own

    @property
    def given(self) -> dict[str, Any]:
        return {"boroughs": self.boroughs, "others": self.others, "own": self.person}


def handled_by(person: Person, day: date) -> Handled:
    """What this person handles, in as few questions as there can be: most have no application of their own."""
    boroughs, others = padded(borough_keys(person, day)), padded(managers_own(person, day))
    return Handled(person.pk, boroughs, others, Application.objects.filter(person=person).exists())


def are_in_boroughs(person: Person, day: date) -> bool:
    """Whether the applications that somebody handles may lie in more than one borough."""
    return len(borough_keys(person, day)) + len(managers_own(person, day)) > 1


def theirs(boroughs: int, others: int, has_own: bool) -> QuerySet[Application]:
    """The same in a prepared question, given by ``Handled``."""
    here = Q(borough__pk__in=keys("boroughs", boroughs))
    found = Application.objects.filter(here | Q(pk__in=keys("others", others)) if others else here)
    return found.exclude(person=key("own")) if has_own else found


@Prepared
def _listed(boroughs: int, others: int, has_own: bool, stages: int, is_named: bool, is_to_judge: bool) -> QuerySet[Any]:
    found = theirs(boroughs, others, has_own).filter(status__in=texts("stages", stages))
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


def who_runs(borough: Unit, day: date, *, besides: Person) -> str:
    """Who has an application there, as an applicant reads it: the Borough MVP Manager, or who stands in."""
    mvpm = _manager(borough, day, besides)
    return "the Borough MVP Manager" if mvpm and not mvpm.stands_in else "the Central Team"


def _manager(borough: Unit, day: date, besides: Person | None) -> Person | None:
    """The MVP Manager, or who stands in; to the manager somebody else, for nobody is told to ask themselves."""
    mvpm = people.mvpm_of(borough, day, besides=besides)
    return people.whom_to_tell(borough, day, besides=mvpm)[0] if mvpm and mvpm == besides else mvpm


def whom_to_ask(borough: Unit, day: date, *, besides: Person | None = None) -> str:
    """The person who helps with any question, and how to reach them; never whom it is about (``besides``)."""
    mvpm = _manager(borough, day, besides)
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
    (Status.APPLIED, "References and a friendly interview", ""),
    (Status.INTERVIEWED, "Getting the security check ready", ""),
    (Status.VETTING, "Security check", "the vetting office"),
    (Status.VETTED, "Welcome to the programme", ""),
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
    runs = who_runs(application.borough, day, besides=application.person)
    for position, (status, title, desk) in enumerate(_PARTS):
        usual = weeks.get(status)
        takes = f"This usually takes about {words.so_many(usual, 'week')}." if usual else ""
        if position < done:
            following = statuses[position + 1] if position + 1 < len(statuses) else Status.APPROVED
            shown.append({"title": title, "state": "done", "at": reached.get(following)})
        elif position == done:
            shown.append({"title": title, "state": "now", "text": _now_with(desk or runs, takes, reached.get(status))})
        else:
            shown.append({"title": title, "state": "later", "text": takes})
    return shown


def _now_with(desk: str, takes: str, since: datetime | None) -> str:
    """Who has it, since when, and for how long it usually takes."""
    return f"Now with {desk}{f', since {words.day(since)}' if since else ''}. {takes}".strip()
