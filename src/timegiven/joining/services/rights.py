"""Note that a document was seen which lets somebody volunteer here. No copy is kept."""

from datetime import date, datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.joining import access, rules
from timegiven.joining.models import Application, RightToVolunteer
from timegiven.joining.services.advancing import advance
from timegiven.kernel.time import london_day
from timegiven.people.models import Person


@transaction.atomic
def check_right(
    application: Application,
    *,
    evidence: str,
    conditions: str,
    expires_on: date | None,
    by: Person,
    at: datetime,
) -> RightToVolunteer:
    """Record what was seen, its conditions and its end; when it was the last thing missing, the case moves on."""
    day = london_day(at)
    access.check_right.require(by, application, day)
    rules.check_right_is_new(expires_on, day=day)
    seen = RightToVolunteer.objects.create(
        person=application.person,
        evidence=evidence,
        conditions=conditions,
        expires_on=expires_on,
        checked_on=day,
        checked_by=by,
    )
    audit.record("checked the right to volunteer", of=seen, by=by, at=at, about=application.person)
    advance(application, by=by, at=at)
    return seen
