"""What is still to be done about a hazard is done."""

from datetime import date, datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.library import access, rules
from timegiven.library.models import Action
from timegiven.people.models import Person


@transaction.atomic
def finish(action: Action, *, done_on: date, by: Person, at: datetime) -> None:
    """Note the day on which a further control was put in place: the next review counts it as one that is there."""
    day = london_day(at)
    row = Action.objects.select_for_update(of=("self",)).select_related("hazard__assessment__unit").get(pk=action.pk)
    assessment = row.hazard.assessment
    access.finish.require(by, assessment.unit, day)
    is_done = row.done_on is not None
    rules.check_done(done_on=done_on, assessed_on=assessment.assessed_on, day=day, is_done=is_done)
    Action.objects.filter(pk=row.pk).update(done_on=done_on, done_by=by)
    audit.record("done", of=row, by=by, at=at)
