"""A volunteer puts their own name down for a duty, or on its waiting list."""

from datetime import datetime

from django.db import transaction

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.people.models import Person
from timegiven.rota import access, selectors
from timegiven.rota.models import Duty, Offer
from timegiven.rota.services import holding
from timegiven.rota.services.answers import accept
from timegiven.rota.services.waiting import wait_for


@transaction.atomic
def sign_up(duty: Duty, *, by: Person, at: datetime) -> Offer:
    """Put one's own name down: the same checks as for a yes to an offer, at the same moment."""
    offer = _own_offer(duty, by=by, at=at)
    accept(offer, by=by, at=at)
    return offer


@transaction.atomic
def join_list(duty: Duty, *, by: Person, at: datetime) -> Offer:
    """Put one's own name on the waiting list of a full duty."""
    offer = _own_offer(duty, by=by, at=at)
    wait_for(offer, by=by, at=at)
    return offer


def _own_offer(duty: Duty, *, by: Person, at: datetime) -> Offer:
    """The offer that somebody makes to themselves; held first, so that nobody is on a duty twice."""
    placement = selectors.placement_for(by, duty)
    access.sign_up.require(by, duty, placement, london_day(at))
    mine = Offer(duty=duty, placement=placement, person=by, offered_at=at)
    holding.hold(mine)
    theirs = Offer.objects.filter(duty=duty, person=by)
    if duty.is_draft or theirs.exclude(status=Offer.Status.RELEASED).exists():
        raise NotAllowed(
            "Nothing has changed: you have an answer on this duty already.",
            next_step="Look at your calendar to see how it stands.",
        )
    if given_back := theirs.filter(placement=placement).first():
        given_back.duty = duty
        return given_back
    mine.save()
    Offer.lifecycle.begin(mine, by=by, at=at)
    return mine
