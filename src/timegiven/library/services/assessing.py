"""Record a risk assessment of a version at a unit; each review is a new one, and the old ones stay on record."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import add_months, london_day
from timegiven.library import access, rules, selectors
from timegiven.library.models import Action, Hazard, ProfileVersion, RiskAssessment
from timegiven.library.policies import MOST_HAZARDS, RESIDUAL_LIMIT, RISK_REVIEW_MONTHS
from timegiven.library.services.changing import answer_changes
from timegiven.people.models import Person
from timegiven.programme.models import Unit

Status = ProfileVersion.Status
WORDS = ("what", "who", "control", "further")
NUMBERS = ("likelihood", "severity", "residual_likelihood", "residual_severity")


@transaction.atomic
def assess(
    version: ProfileVersion,
    *,
    unit: Unit,
    assessed_on: date,
    hazards: Sequence[Mapping[str, Any]],
    by: Person,
    at: datetime,
    why_not: Mapping[str, str] | None = None,
    copied_from: RiskAssessment | None = None,
    seen: str | None = None,
) -> RiskAssessment:
    """Record the dangers of a role at one unit, and what is done about each; reviewed within the year.

    A draft is assessed where it was conceived; a version in force also wherever else it is to be used (clauses 53, 59).
    ``why_not`` says by mark why it has no hazard here; ``seen`` is the reference of the newest assessment that the
    assessor knew of ("" for none), so that of two who assess at once the second is told.
    """
    day = london_day(at)
    access.assess.require(by, unit, day)
    told = [_told(hazard) for hazard in hazards]
    reasons = {mark: rules.tidy(why) for mark, why in (why_not or {}).items() if why.strip()}
    limit, most = RESIDUAL_LIMIT.on(day), MOST_HAZARDS.on(day)
    rules.check_assessment(told, assessed_on=assessed_on, day=day, limit=limit, most=most)
    row = _check_may_be_assessed(version, unit)
    rules.check_marks_answered(selectors.risk_marks_of(row), told, reasons)
    _check_is_the_next(row, unit, assessed_on, seen)
    assessment = RiskAssessment.objects.create(
        version=row,
        unit=unit,
        assessed_on=assessed_on,
        review_on=add_months(assessed_on, RISK_REVIEW_MONTHS.on(day)),
        assessed_by=by,
        why_not=reasons,
        copied_from=copied_from,
    )
    _list_hazards(assessment, told)
    answer_changes(assessment)
    audit.record("assessed", of=assessment, by=by, at=at)
    return assessment


def _told(hazard: Mapping[str, Any]) -> dict[str, Any]:
    """A hazard as it is kept: plain words, and no more controls where no action is named."""
    actions = [
        {**action, "what": rules.tidy(action["what"]), "owner": rules.tidy(action["owner"])}
        for action in hazard.get("actions", ())
    ]
    further = hazard.get("further", "") or "; ".join(action["what"] for action in actions)
    numbers = {name: hazard[name] for name in NUMBERS}
    words = {name: rules.tidy({**hazard, "further": further}[name]) for name in WORDS}
    return {**words, **numbers, "marks": list(hazard.get("marks", ())), "actions": actions}


def _check_may_be_assessed(version: ProfileVersion, unit: Unit) -> ProfileVersion:
    rows = ProfileVersion.objects.select_for_update(of=("self",)).select_related("profile__unit__borough")
    row = rows.get(pk=version.pk)
    if row.status == Status.APPROVED or (row.status == Status.DRAFT and unit.pk == row.profile.unit_id):
        return row
    if row.status == Status.DRAFT:
        raise NotAllowed(
            f"We have not saved the risk assessment: while it is a draft, the role is assessed at "
            f"{row.profile.unit.full_name}, where it was conceived.",
            next_step="Other units can follow when it has been approved.",
        )
    raise NotAllowed(
        f"We have not saved the risk assessment: this role profile is “{Status(row.status).label.lower()}” now.",
        next_step="Open its page again to see where it stands.",
    )


def _check_is_the_next(version: ProfileVersion, unit: Unit, assessed_on: date, seen: str | None) -> None:
    """The version's row is held: nobody records another assessment of it meanwhile."""
    newest = selectors.assessment_at(unit, version)
    if newest and seen is not None:
        rules.check_nobody_else_assessed(is_newer=newest.reference != seen, who=newest.assessed_by.name)
    rules.check_after_changes(assessed_on, changed_on=selectors.changed_on(version, unit))


def _list_hazards(assessment: RiskAssessment, told: Sequence[Mapping[str, Any]]) -> None:
    facts = [{name: value for name, value in each.items() if name != "actions"} for each in told]
    hazards = Hazard.objects.bulk_create(Hazard(assessment=assessment, **each) for each in facts)
    Action.objects.bulk_create(
        Action(hazard=hazard, **action)
        for hazard, each in zip(hazards, told, strict=True)
        for action in each["actions"]
    )
