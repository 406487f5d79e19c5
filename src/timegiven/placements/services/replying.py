"""Offers that nobody has answered: a reminder, and the day on which they end."""

from datetime import datetime, timedelta

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.placements import selectors
from timegiven.placements.models import Placement
from timegiven.placements.policies import REPLY_REMINDER_DAYS
from timegiven.placements.services import moving
from timegiven.placements.services.offering import about_an_offer

Status = Placement.Status


@transaction.atomic
def remind_of_offers(*, at: datetime) -> int:
    """Remind a volunteer, once, that an offer can be answered for a few days more; return how many letters."""
    day = london_day(at)
    soon = day + timedelta(days=REPLY_REMINDER_DAYS.on(day))
    waiting = selectors.unanswered().filter(reminded_at=None, reply_by__gte=day, reply_by__lte=soon)
    reminded = 0
    for offer in waiting.order_by("pk"):
        # Nobody is reminded on the day on which the offer came.
        came_today = offer.steps.filter(status=Status.OFFERED, at__gt=at - timedelta(days=1)).exists()
        if came_today or not Placement.objects.filter(pk=offer.pk, reminded_at=None).update(reminded_at=at):
            continue
        mvpm, _ = selectors.mvpm_and_managers(offer, day)
        told = {"placement": offer, "mvpm": mvpm, **about_an_offer(offer)}
        letters.write("placements/offer_reminder", to=offer.volunteer.person, at=at, **told)
        reminded += 1
    return reminded


@transaction.atomic
def lapse_offers(*, at: datetime) -> int:
    """End the offers whose day has passed. It changes nothing for other offers; return how many."""
    day = london_day(at)
    late = list(selectors.unanswered().filter(reply_by__lt=day).order_by("pk"))
    for offer in late:
        Placement.lifecycle.move(offer, Status.LAPSED, by=None, at=at)
        letters.overtake([offer], why="The offer has ended", at=at)
        audit.record("offer lapsed", of=offer, by=None, at=at, about=offer.volunteer.person)
        mvpm, _ = selectors.mvpm_and_managers(offer, day)
        for reader in [offer.volunteer.person, mvpm]:
            if reader:
                letters.write("placements/offer_lapsed", to=reader, at=at, placement=offer, mvpm=mvpm)
        moving.tell_the_new_borough("placements/elsewhere_answered", offer, at=at)
    return len(late)
