"""Write down that an equality impact assessment was made."""

from datetime import date, datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.insight import access, rules
from timegiven.insight.models import EqualityAssessment
from timegiven.insight.policies import ASSESSMENT_MONTHS
from timegiven.kernel.time import add_months, london_day
from timegiven.people.models import Person
from timegiven.programme.models import Strand


@transaction.atomic
def record_assessment(
    strand: Strand,
    *,
    kind: str,
    made_on: date,
    made_by: str,
    found: str,
    to_do: str,
    review_on: date | None = None,
    by: Person,
    at: datetime,
) -> EqualityAssessment:
    """Write down an assessment of a strand, what it found and what will be done; the next review follows (clause 152).

    One that was made before stays on record beside it.
    """
    day = london_day(at)
    access.assess_equality.require(by, day)
    again = review_on or add_months(made_on, ASSESSMENT_MONTHS.on(day, strand))
    rules.check_assessed_on(made_on, review_on=again, today=day)
    made = EqualityAssessment.objects.create(
        strand=strand,
        kind=kind,
        made_on=made_on,
        made_by=made_by,
        found=found,
        to_do=to_do,
        review_on=again,
        recorded_by=by,
        recorded_at=at,
    )
    audit.record("wrote down an equality impact assessment", of=made, by=by, at=at)
    return made
