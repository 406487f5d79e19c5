"""What is still to be done about the risks of a role, and what the units have reported."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from timegiven.kernel.time import london_day
from timegiven.library import rules
from timegiven.library.models import Action, Change, ProfileVersion, RiskAssessment
from timegiven.library.selectors.assessments import assessment_at, in_use
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person
from timegiven.programme.models import Unit

Role = Appointment.Role
HERE = (Role.MVPM, Role.UNIT_MANAGER, Role.CENTRAL_TEAM)


def risk_marks_of(version: ProfileVersion) -> list[str]:
    """The marks of a version that its risk assessment has to answer."""
    return [mark for mark in rules.RISK_MARKS if getattr(version, mark)]


def marks_unanswered(version: ProfileVersion, unit: Unit) -> list[str]:
    """The marks, in words, that the newest assessment at a unit does not answer (clauses 53, 73, 105, 111)."""
    newest = assessment_at(unit, version)
    hazards = [{"marks": hazard.marks} for hazard in newest.hazards.all()] if newest else []
    why_not = newest.why_not if newest else {}
    return [rules.RISK_MARKS[mark] for mark in rules.unanswered(risk_marks_of(version), hazards, why_not)]


def open_changes(version: ProfileVersion, unit: Unit) -> QuerySet[Change]:
    """What the unit has reported of a role, in any version, and no assessment has answered yet."""
    found = Change.objects.filter(version__profile=version.profile_id, unit=unit, answered_by=None)
    return found.select_related("reported_by").order_by("at")


def stops() -> QuerySet[Change]:
    """What a unit has reported as not safe to go on with, and no assessment has answered yet."""
    return Change.objects.filter(is_stop=True, answered_by=None)


def changed_on(version: ProfileVersion, unit: Unit) -> date | None:
    """The day of the newest change that waits for an answer."""
    newest = open_changes(version, unit).last()
    return london_day(newest.at) if newest else None


def changes_waiting(person: Person, day: date) -> QuerySet[Change]:
    """The changes that wait for this person, the MVP Manager, to look: what is not safe first."""
    mine = people.scope(person, (Role.MVPM,), day, on="unit")
    found = Change.objects.filter(mine, answered_by=None).select_related("version__profile", "unit__borough")
    return found.order_by("-is_stop", "at")


def actions_seen_by(person: Person, day: date) -> QuerySet[Action]:
    """The actions of the assessments in use where this person serves."""
    newest = in_use(day).order_by().values("pk")
    mine = people.scope(person, HERE, day, on="hazard__assessment__unit")
    return Action.objects.filter(mine, hazard__assessment__in=newest).select_related(
        "hazard__assessment__unit__borough", "hazard__assessment__version__profile", "done_by"
    )


def actions_by_day(person: Person, day: date, *, state: str = "") -> QuerySet[Action]:
    """The actions in the order of their days: open, overdue, done or all."""
    found = actions_seen_by(person, day).order_by("due_on", "pk")
    if state == "done":
        return found.exclude(done_on=None).order_by("-done_on", "pk")
    return found if state == "all" else found.filter(still_open(day, overdue=state == "overdue"))


def still_open(day: date, *, overdue: bool = False) -> Q:
    """The actions that have not been done, or of these the overdue ones."""
    return Q(done_on=None, due_on__lt=day) if overdue else Q(done_on=None)


def units_to_report_for(person: Person, version: ProfileVersion, day: date) -> QuerySet[Unit]:
    """The units, of those where this person reports changes, at which the role has been assessed."""
    assessed = RiskAssessment.objects.filter(version__profile=version.profile_id).values("unit")
    within = Q(pk__in=[])
    for held in people.appointments(person, day):
        if held.role in (Role.MVPM, Role.UNIT_MANAGER):
            within |= Q(path__startswith=held.unit.path)
    found = Unit.objects.on(day).filter(within, pk__in=assessed)
    return found.select_related("borough").order_by("borough__name", "name")


def whole(assessment: RiskAssessment) -> list[Any]:
    """The hazards of an assessment with their actions, as they were written down."""
    return list(assessment.hazards.prefetch_related("actions__done_by").order_by("pk"))
