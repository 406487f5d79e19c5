"""Put a draft to the Steering Group."""

from datetime import date, datetime, timedelta

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library import access, rules, selectors
from timegiven.library.models import Meeting, Paper, ProfileVersion
from timegiven.library.policies import CIRCULATION_DAYS
from timegiven.library.services.holding import held
from timegiven.people.models import Person

Status = ProfileVersion.Status


@transaction.atomic
def submit(
    version: ProfileVersion,
    *,
    by: Person,
    at: datetime,
    why: str = "",
    closes_on: date | None = None,
    meeting: Meeting | None = None,
) -> Paper:
    """Put the profile to the Steering Group, which is told by letter (clauses 52, 53).

    It circulates among the members until ``closes_on`` (as long as the programme's number says, if left out), or it
    comes before a ``meeting``.
    """
    day = london_day(at)
    access.write.require(by, version, day)
    row = held(version, instead=rules.NOT_SENT, status=Status.DRAFT)
    check_in_order(row, day)
    ProfileVersion.lifecycle.move(row, Status.SUBMITTED, by=by, at=at, why=why)
    paper = _put(row, meeting=meeting, closes_on=closes_on, note=why.strip(), by=by, at=at)
    audit.record("submitted", of=row, by=by, at=at)
    for member in selectors.members(row, day):
        letters.write("library/submitted", to=member, at=at, version=row, paper=paper)
    return paper


def check_in_order(version: ProfileVersion, day: date, *, instead: str = rules.NOT_SENT) -> None:
    """What has to be in order when a profile is put to the group, and still when it is approved."""
    unit = version.profile.unit
    rules.check_ready_for_steering_group(
        answers={question.field: getattr(version, question.field) for question in rules.QUESTIONS},
        left=rules.parts_left(selectors.facts_of_parts(version)),
        is_assessed=selectors.risk_in_date(unit, version, day),
        unit=unit.full_name,
        allows_own_vehicle=version.allows_own_vehicle,
        hazards=selectors.hazards_at(unit, version),
        instead=instead,
    )
    # The tasks may have changed since the place was looked at.
    rules.check_marks_all_answered(selectors.marks_unanswered(version, unit), instead=instead)


def _put(
    version: ProfileVersion, *, meeting: Meeting | None, closes_on: date | None, note: str, by: Person, at: datetime
) -> Paper:
    day = london_day(at)
    if meeting:
        rules.check_planned(is_planned=meeting.status == Meeting.Status.PLANNED)
    else:
        closes_on = closes_on or day + timedelta(days=CIRCULATION_DAYS.on(day))
        rules.check_more_time(is_decided=False, closes_on=closes_on, day=day, was=None)
    profile, whole = selectors.digests(version, day)
    return Paper.objects.create(
        version=version,
        round=selectors.round_of(version),
        note=note,
        put_at=at,
        put_by=by,
        meeting=meeting,
        closes_on=None if meeting else closes_on,
        content=selectors.content_to_keep(version),
        profile_digest=profile,
        digest=whole,
    )
