"""Record a risk assessment of a version at a unit; each review is a new one, and the old ones stay on record."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import add_months, london_day
from timegiven.library import access, rules
from timegiven.library.models import Hazard, ProfileVersion, RiskAssessment
from timegiven.library.policies import RESIDUAL_LIMIT, RISK_REVIEW_MONTHS
from timegiven.people.models import Person
from timegiven.programme.models import Unit

Status = ProfileVersion.Status


@transaction.atomic
def assess(
    version: ProfileVersion,
    *,
    unit: Unit,
    assessed_on: date,
    hazards: Sequence[Mapping[str, Any]],
    by: Person,
    at: datetime,
) -> RiskAssessment:
    """Record the dangers of a role at one unit, and what is done about each; reviewed within the year.

    A draft is assessed where it was conceived; a version in force also wherever else it is to be used (clauses 53, 59).
    """
    day = london_day(at)
    access.assess.require(by, unit, day)
    rules.check_assessment(hazards, assessed_on=assessed_on, day=day, limit=RESIDUAL_LIMIT.on(day))
    _check_may_be_assessed(version, unit)
    assessment = RiskAssessment.objects.create(
        version=version,
        unit=unit,
        assessed_on=assessed_on,
        review_on=add_months(assessed_on, RISK_REVIEW_MONTHS.on(day)),
        assessed_by=by,
    )
    Hazard.objects.bulk_create(Hazard(assessment=assessment, **hazard) for hazard in hazards)
    audit.record("assessed", of=assessment, by=by, at=at)
    return assessment


def _check_may_be_assessed(version: ProfileVersion, unit: Unit) -> None:
    status = ProfileVersion.objects.select_for_update(of=("self",)).get(pk=version.pk).status
    if status == Status.APPROVED or (status == Status.DRAFT and unit.pk == version.profile.unit_id):
        return
    if status == Status.DRAFT:
        raise NotAllowed(
            f"We have not saved the risk assessment: while it is a draft, the role is assessed at "
            f"{version.profile.unit.full_name}, where it was conceived.",
            next_step="Other units can follow when it has been approved.",
        )
    raise NotAllowed(
        f"We have not saved the risk assessment: this role profile is “{Status(status).label.lower()}” now.",
        next_step="Open its page again to see where it stands.",
    )
