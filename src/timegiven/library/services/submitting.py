"""Put a draft to the Steering Group."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library import access, rules, selectors
from timegiven.library.models import ProfileVersion
from timegiven.library.services.holding import held
from timegiven.people.models import Person

Status = ProfileVersion.Status


@transaction.atomic
def submit(version: ProfileVersion, *, by: Person, at: datetime, why: str = "") -> None:
    """Put the profile to the Steering Group, which is told by letter (clauses 52, 53)."""
    day = london_day(at)
    access.write.require(by, version, day)
    row = held(version, instead=rules.NOT_SENT, status=Status.DRAFT)
    unit = row.profile.unit
    rules.check_ready_for_steering_group(
        answers={question.field: getattr(row, question.field) for question in rules.QUESTIONS},
        tasks=[task.text for task in selectors.tasks_of(row)],
        purpose=row.purpose,
        is_assessed=selectors.risk_in_date(unit, row, day),
        unit=unit.full_name,
        allows_own_vehicle=row.allows_own_vehicle,
        hazards=selectors.hazards_at(unit, row),
    )
    # The tasks may have changed since the place was looked at.
    rules.check_marks_all_answered(selectors.marks_unanswered(row, unit), instead=rules.NOT_SENT)
    ProfileVersion.lifecycle.move(row, Status.SUBMITTED, by=by, at=at, why=why)
    audit.record("submitted", of=row, by=by, at=at)
    for member in selectors.members(row, day):
        letters.write("library/submitted", to=member, at=at, version=row)
