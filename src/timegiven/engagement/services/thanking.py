"""Notice milestones, so that a person says thank you."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.engagement import access, rules, selectors
from timegiven.engagement.models import Milestone, MilestoneStep
from timegiven.kernel.time import london_day
from timegiven.people.models import Person

Status = Milestone.Status


@transaction.atomic
def notice_milestones(at: datetime) -> int:
    """Notice who has passed a milestone lately; how many. The volunteer is told nothing: a person thanks them."""
    found = [
        Milestone(volunteer_id=volunteer, kind=kind, number=number, noticed_at=at)
        for volunteer, kind, number in selectors.just_passed(london_day(at))
    ]
    made = Milestone.objects.bulk_create(found)
    MilestoneStep.objects.bulk_create(MilestoneStep(of=each, status=each.status, at=at) for each in made)
    return len(made)


@transaction.atomic
def thank(milestone: Milestone, *, how: str, by: Person, at: datetime) -> None:
    """Note that somebody was thanked, and how."""
    access.thank.require(by, milestone, london_day(at))
    rules.check_how(how)
    Milestone.lifecycle.move(milestone, Status.THANKED, by=by, at=at, why=how)
    audit.record("said thank you", of=milestone, by=by, at=at, about=milestone.volunteer.person)


@transaction.atomic
def let_be(milestone: Milestone, *, by: Person, at: datetime) -> None:
    """Let a milestone pass: not everybody likes to be thanked, and not every moment is right."""
    access.thank.require(by, milestone, london_day(at))
    Milestone.lifecycle.move(milestone, Status.LET_BE, by=by, at=at)
    audit.record("let a milestone be", of=milestone, by=by, at=at, about=milestone.volunteer.person)
