"""Hold still what an answer depends on, in the one order that everybody keeps: person, month, duty."""

from dataclasses import dataclass

from timegiven.hours import services as hours
from timegiven.people.models import Person
from timegiven.rota import selectors
from timegiven.rota.models import Duty, Offer
from timegiven.rota.selectors.candidates import Plan


@dataclass(frozen=True)
class Held:
    """The duty, the places taken on it, and the person's plan beside it, as they stay until the transaction ends."""

    duty: Duty
    taken: int
    plan: Plan


def hold(offer: Offer) -> Held:
    """Of two answers at once, from one person or for one place, the second waits here and sees the first."""
    # Not the key: a letter or an audit record may name the person meanwhile.
    Person.objects.select_for_update(no_key=True).get(pk=offer.person_id)
    hours.hold(offer.placement.volunteer, on=offer.duty.on)
    hold_duty(offer.duty)
    return read(offer)


def hold_duty(duty: Duty) -> None:
    """Hold one duty still: its places, and whether it has been called off."""
    Duty.objects.select_for_update(no_key=True).get(pk=duty.pk)
    duty.refresh_from_db(fields=["cancelled_at", "places", "starts_at", "ends_at"])


def read(offer: Offer) -> Held:
    """What ``hold`` returns, as it stands."""
    return Held(offer.duty, selectors.taken(offer.duty), selectors.plan_of(offer.person, offer.duty))
