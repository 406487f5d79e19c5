"""Change a number of the handbook from a day on."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.programme import access, rules
from timegiven.programme.models import PolicyValue, Strand
from timegiven.programme.policy import Policy


@transaction.atomic
def decide(
    policy: Policy,
    *,
    value: Any,
    from_on: date,
    decided_by: str,
    source: str,
    by: Any,
    at: datetime,
    strand: Strand | None = None,
) -> PolicyValue:
    """Change a number of the handbook from a day on; days before keep the value they had."""
    today = london_day(at)
    access.decide.require(by, today)
    if not policy.may_look_back:
        rules.check_from(from_on, today=today)
    rules.check_value(value, choices=policy.choices)
    rules.check_changed(value, now=policy.on(from_on, strand))
    try:
        with transaction.atomic():
            row = PolicyValue.objects.create(
                name=policy.name, strand=strand, from_on=from_on, value=value, decided_by=decided_by, source=source
            )
    except IntegrityError:
        raise NotAllowed(
            "The handbook has not changed: another value has been decided for the same day already.",
            next_step="Choose another day.",
        ) from None
    audit.record("decided", of=row, by=by, at=at, why=f"{policy.name} from {from_on.isoformat()}")
    return row
