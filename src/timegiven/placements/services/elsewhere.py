"""Offer a move to another unit, or a loan to one for an event. The volunteer says yes or no, as to any offer."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library.models import ProfileVersion
from timegiven.people import selectors as people
from timegiven.people.models import Person, Volunteer
from timegiven.placements import access, rules
from timegiven.placements.models import Placement
from timegiven.placements.policies import LOAN_LONGEST_DAYS
from timegiven.placements.services import moving
from timegiven.placements.services.kit import ask_kit_back
from timegiven.placements.services.offering import about_an_offer, put_forward
from timegiven.programme.models import Unit

Status = Placement.Status


@transaction.atomic
def offer_move(
    placement: Placement,
    *,
    version: ProfileVersion,
    unit: Unit,
    reply_by: date | None = None,
    by: Person,
    at: datetime,
) -> Placement:
    """Offer to go on at another unit of the force (clause 9). Nothing changes until the volunteer has said yes."""
    volunteer, day = placement.volunteer, london_day(at)
    access.move.require(by, volunteer, day)
    is_live = placement.status in Placement.LIVE
    rules.check_may_move(is_live=is_live, is_loan=placement.is_loan, is_elsewhere=unit != placement.unit)
    facts: dict[str, Any] = {
        "weekly_minutes": placement.weekly_minutes,
        "pattern": placement.pattern,
        "moved_from": placement,
    }
    what = f"We have not offered the move to {unit.full_name}"
    offered = put_forward(volunteer, version, unit, reply_by=reply_by, by=by, at=at, from_on=day, what=what, **facts)
    told: dict[str, Any] = {"placement": offered, "old": placement, **about_an_offer(offered)}
    told["mvpm"] = people.named(by, volunteer.borough, day)
    letters.write("placements/move_offered", to=volunteer.person, at=at, **told)
    moving.tell_the_new_borough("placements/coming_from_elsewhere", offered, at=at)
    return offered


@transaction.atomic
def lend(
    volunteer: Volunteer,
    *,
    version: ProfileVersion,
    unit: Unit,
    event: str,
    from_on: date,
    last_on: date,
    weekly_minutes: int,
    reply_by: date | None = None,
    by: Person,
    at: datetime,
) -> Placement:
    """Offer to help at an event, with its days. The unit there sees them on these days, and no longer."""
    day, until_on = london_day(at), last_on + timedelta(days=1)
    access.move.require(by, volunteer, day)
    longest = LOAN_LONGEST_DAYS.on(day, volunteer.strand)
    rules.check_loan_days(from_on=from_on, until_on=until_on, day=day, longest=longest)
    facts: dict[str, Any] = {
        "weekly_minutes": weekly_minutes,
        "is_loan": True,
        "event": event.strip(),
        "until_on": until_on,
    }
    what = f"We have not offered help at {event.strip()}, {unit.full_name}"
    offered = put_forward(
        volunteer, version, unit, reply_by=reply_by or from_on, by=by, at=at, from_on=from_on, what=what, **facts
    )
    told: dict[str, Any] = {"placement": offered, **about_an_offer(offered)}
    told["mvpm"] = people.named(by, volunteer.borough, day)
    letters.write("placements/loan_offered", to=volunteer.person, at=at, **told)
    moving.tell_the_new_borough("placements/coming_from_elsewhere", offered, at=at)
    return offered


@transaction.atomic
def end_loans(*, at: datetime) -> int:
    """Loans whose days are over end by themselves, with a thank you; return how many."""
    over = Placement.objects.filter(is_loan=True, until_on__lte=london_day(at), status__in=Placement.LIVE)
    loans = list(over.select_related("volunteer__person", "version__profile", "unit__borough").order_by("pk"))
    for loan in loans:
        Placement.lifecycle.move(loan, Status.ENDED, by=None, at=at)
        letters.overtake([loan], why="The days are over", at=at)
        audit.record("loan ended", of=loan, by=None, at=at, about=loan.volunteer.person)
        letters.write("placements/loan_ended", to=loan.volunteer.person, at=at, placement=loan)
        ask_kit_back(loan.volunteer, unit=loan.unit, at=at)
    return len(loans)
