"""Meet the conditions on which a profile was approved."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.library import access
from timegiven.library.models import Condition
from timegiven.people.models import Person


@transaction.atomic
def meet_condition(condition: Condition, *, by: Person, at: datetime) -> None:
    """Record that what the Steering Group asked for when it approved the profile has been done."""
    day = london_day(at)
    access.meet_condition.require(by, condition.version, day)
    if not Condition.objects.filter(pk=condition.pk, met_on=None).update(met_on=day, met_by=by):
        raise NotAllowed("Nothing has changed: this condition is recorded as met already.")
    audit.record("met a condition", of=condition, by=by, at=at)
