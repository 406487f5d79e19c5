"""The waiting list of a duty: join it, leave it, move up by itself when a place opens."""

from datetime import datetime, timedelta

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person
from timegiven.placements import selectors as placements
from timegiven.rota import access, rules, selectors
from timegiven.rota.models import Duty, Offer
from timegiven.rota.policies import MOVES_UP_UNTIL
from timegiven.rota.selectors.beside import limits
from timegiven.rota.selectors.ready import CHECKS
from timegiven.rota.services import holding, telling

Status = Offer.Status
ANSWERED = "They have answered already"


@transaction.atomic
def wait_for(offer: Offer, *, by: Person, at: datetime) -> None:
    """Put a name on the waiting list of a full duty: when a place opens, it is theirs without another word."""
    access.answer.require(by, offer, london_day(at))
    held = holding.hold(offer)
    check_may_wait(held.duty, taken=held.taken, at=at)
    check_in_time(offer, by=by, at=at)
    ask = selectors.questions_to(held.duty.unit.borough, london_day(at))
    own = by == offer.person
    placements.require_may_come(offer.person, held.duty.on, what=rules.not_down(own=own), own=own, ask=ask)
    Offer.lifecycle.move(offer, Status.WAITING, by=by, at=at)
    letters.overtake([offer], why=ANSWERED, at=at)
    audit.record("joined waiting list", of=offer, by=by, at=at, about=offer.person)


def check_may_wait(duty: Duty, *, taken: int, at: datetime) -> None:
    """There is a list only where there is no place."""
    rules.check_still_on(is_cancelled=bool(duty.cancelled_at), starts_at=duty.starts_at, at=at)
    if taken < duty.most:
        raise NotAllowed(
            "You need not wait: there is a place on this duty.", next_step="Say yes, and your name is down."
        )


def check_in_time(offer: Offer, *, by: Person, at: datetime, ask: str = "") -> None:
    """A call-out is answered until its time, by those who were asked before it and have not said yes already.

    An answer by telephone is noted later too: whoever notes it sees whether there is a place.
    """
    if by == offer.person and selectors.is_late(offer, at):
        rules.check_in_time(is_late=True, answer_by=offer.duty.call_out.answer_by, ask=ask)


@transaction.atomic
def leave_list(offer: Offer, *, by: Person, at: datetime) -> None:
    """Take a name off the waiting list. Nobody asks why."""
    access.answer.require(by, offer, london_day(at))
    Offer.lifecycle.move(offer, Status.DECLINED, by=by, at=at)
    letters.overtake([offer], why=ANSWERED, at=at)
    audit.record("left waiting list", of=offer, by=by, at=at, about=offer.person)


def fill(duty: Duty, queue: list[Offer], *, by: Person | None, at: datetime) -> list[Offer]:
    """Give free places to those who wait, in turn; who does not fit any more is passed over. Needs ``hold_list``.

    Close to the duty nobody is put down unasked: they are offered the place instead.
    """
    day = london_day(at)
    if duty.cancelled_at or duty.starts_at <= at or not queue:
        return []
    queue = selectors.in_line(duty, queue, day)
    is_near = duty.starts_at - at <= timedelta(minutes=MOVES_UP_UNTIL.on(day))
    free = duty.most - selectors.taken(duty)
    chosen: list[Offer] = []
    for offer in queue:
        offer.duty = duty
        if len(chosen) < free and _fits(offer):
            chosen.append(offer)
    for offer in chosen:
        Offer.lifecycle.move(offer, Status.OPEN if is_near else Status.ACCEPTED, by=by, at=at)
    for offer in chosen:
        audit.record("offered" if is_near else "moved up", of=offer, by=by, at=at, about=offer.person)
    telling.one_letter_each("rota/place_free" if is_near else "rota/moved_up", chosen, at=at, with_link=True)
    return chosen


def _fits(offer: Offer) -> bool:
    duty, volunteer = offer.duty, offer.placement.volunteer
    if selectors.away_of(offer.person, duty.on).filter(from_on__lte=duty.on).exists():
        return False
    plan = selectors.plan_of(offer.person, duty)
    if selectors.refusals(duty, volunteer, plan, limits(duty.on, volunteer.strand)):
        return False
    asked = [offer.person_id]
    failing = placements.readiness(asked, offer.placement.version, duty.unit, duty.on, checks=CHECKS)
    return not failing[offer.person_id]


def move_up(*, at: datetime) -> int:
    """Look at every list that has a free place: what opened by leaving, and who joined while a place was given."""
    return sum(_move_up_one(duty, at=at) for duty in selectors.lists_with_room(at)[:50])


@transaction.atomic
def _move_up_one(duty: Duty, *, at: datetime) -> int:
    return len(fill(duty, holding.hold_list(duty), by=None, at=at))
