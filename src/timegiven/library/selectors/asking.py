"""Tasks that somebody asked for: by whom, for which role, and what became of it."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from timegiven.library.models import ProfileVersion, RiskAssessment, TaskRequest
from timegiven.library.selectors.versions import OPEN, SEE_ALL, Status, units_to_propose_for
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person
from timegiven.programme.models import Unit

Role = Appointment.Role


def requests_seen_by(person: Person, day: date) -> QuerySet[TaskRequest]:
    """One's own, those of one's unit, and those about the roles of one's borough."""
    seen = Q(asked_by=person)
    seen |= people.scope(person, (Role.MVPM, *SEE_ALL), day, on="version__profile__unit")
    seen |= people.scope(person, (Role.UNIT_MANAGER,), day, on="unit")
    return (
        TaskRequest.objects.filter(seen)
        .select_related("version__profile__unit__borough", "unit__borough", "asked_by", "draft")
        .order_by("-asked_at", "-pk")
    )


def requests_to_answer(person: Person, day: date) -> QuerySet[TaskRequest]:
    """Those that wait for this MVP Manager."""
    mine = people.scope(person, (Role.MVPM,), day, on="version__profile__unit")
    return requests_seen_by(person, day).filter(mine, answered_at=None)


def requests_of(person: Person, version: ProfileVersion) -> list[TaskRequest]:
    """What this person has asked for in this role, the newest first."""
    asked = TaskRequest.objects.filter(asked_by=person, version__profile=version.profile_id)
    return list(asked.select_related("draft").order_by("-asked_at", "-pk"))


def requests_in(draft: ProfileVersion) -> QuerySet[TaskRequest]:
    """Those that were taken up in a version."""
    return TaskRequest.objects.filter(draft=draft).select_related("asked_by").order_by("pk")


def tasks_waiting(version: ProfileVersion) -> list[str]:
    """What has been asked for in this role and not answered yet."""
    waiting = TaskRequest.objects.filter(version__profile=version.profile_id, answered_at=None)
    return list(waiting.values_list("task", flat=True))


def units_to_ask_for(person: Person, version: ProfileVersion, day: date) -> QuerySet[Unit]:
    """The units of this person where the role was conceived or is used."""
    used = RiskAssessment.objects.filter(version=version, unit=OuterRef("pk"))
    return units_to_propose_for(person, day).filter(Q(pk=version.profile.unit_id) | Exists(used))


def state_of(request: TaskRequest) -> tuple[str, str]:
    """What became of it, in words, and the colour of its tag."""
    if request.answered_at is None:
        return "With the MVP Manager", "yellow"
    if request.draft is None:
        return "Not taken up", "grey"
    if request.draft.approved_on:
        return "Approved", "green"
    if request.draft.status == Status.SUBMITTED:
        return "With the Steering Group", "yellow"
    if request.draft.status == Status.RETIRED:
        return "Put aside", "grey"
    return ("Being written and assessed", "blue") if request.draft.status in OPEN else ("Not approved", "grey")
