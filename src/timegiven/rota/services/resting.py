"""A unit has said that it is not safe to go on: those who are coming are asked not to, and told when it goes on."""

from datetime import datetime

from django.db import transaction

from timegiven.letters import services as letters
from timegiven.rota import selectors
from timegiven.rota.models import Offer
from timegiven.rota.services import telling


@transaction.atomic
def tell_of_rests(*, at: datetime) -> int:
    """Ask those who are down for a duty in a role that rests not to come, and tell them when it goes on again.

    Nobody's yes is taken away, since the risk may be assessed anew before the day. Each is told once of each; return
    how many duties there were.
    """
    resting = selectors.coming_at_rest(at, rests=True).filter(told_of_rest_at=None)
    going_on = selectors.coming_at_rest(at, rests=False).exclude(told_of_rest_at=None)
    stopped = list(resting.select_for_update(of=("self",)))
    resumed = list(going_on.select_for_update(of=("self",)))
    Offer.objects.filter(pk__in=[each.pk for each in stopped]).update(told_of_rest_at=at)
    Offer.objects.filter(pk__in=[each.pk for each in resumed]).update(told_of_rest_at=None)
    letters.overtake(stopped, why="The role rests again", at=at, template="rota/goes_on")
    not_heard = letters.overtake(resumed, why="It goes on", at=at, template="rota/rests")
    told = [offer for offer in resumed if offer.reference not in not_heard]
    telling.one_letter_each("rota/rests", stopped, at=at, with_file=False)
    telling.one_letter_each("rota/goes_on", told, at=at, with_file=False)
    for offer in stopped:
        _text(offer, "Please do not come, {}: the place has to be looked at first. Your e-mail says more.", at=at)
    for offer in resumed:
        _text(offer, "It goes on after all, {}. You are welcome, and no is fine too.", at=at)
    return len(stopped) + len(resumed)


def _text(offer: Offer, words: str, *, at: datetime) -> None:
    duty = offer.duty
    said = words.format(f"{duty.times} today, {duty.unit.full_name}")
    telling.text_today([offer.person], said, starts_at=duty.starts_at, at=at)
