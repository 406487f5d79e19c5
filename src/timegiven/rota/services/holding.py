"""Hold still what an answer depends on, in the one order that everybody keeps: person, month, duty, offer, audit."""

from collections.abc import Iterable
from dataclasses import dataclass

from timegiven.hours import services as hours
from timegiven.people.models import Person
from timegiven.rota import selectors
from timegiven.rota.models import Duty, Offer
from timegiven.rota.selectors.beside import Plan


@dataclass(frozen=True)
class Held:
    """The duty, the places taken on it, and the person's plan beside it, as they stay until the transaction ends."""

    duty: Duty
    taken: int
    plan: Plan


def hold(offer: Offer) -> Held:
    """Of two answers at once, from one person or for one place, the second waits here and sees the first."""
    hold_person(offer.person_id)
    hours.hold(offer.placement.volunteer, on=offer.duty.on)
    hold_duty(offer.duty)
    return read(offer)


def hold_person(*people: int) -> None:
    """Hold people still, always in the same order."""
    # Not the key: a letter or an audit record may name the person meanwhile.
    list(Person.objects.select_for_update(no_key=True).filter(pk__in=people).order_by("pk").values_list("pk"))


def hold_duty(duty: Duty) -> None:
    """Hold one duty still: its places, and whether it has been called off."""
    Duty.objects.select_for_update(no_key=True).get(pk=duty.pk)
    duty.refresh_from_db(fields=["cancelled_at", "published_at", "least", "most", "starts_at", "ends_at", "changes"])


def hold_duties(references: Iterable[str]) -> list[Duty]:
    """Hold many duties still, always in the same order."""
    whole = Duty.objects.select_for_update(of=("self",), no_key=True).filter(reference__in=list(references))
    duties = whole.select_related("version__profile", "unit__borough", "unit__station").order_by("pk")
    return list(duties)


def hold_list(duty: Duty) -> list[Offer]:
    """Hold a duty still with those who wait for a place on it; return them in turn.

    Who joins the list meanwhile is not among them: the worker looks again soon.
    """
    waiting = duty.offers.filter(status=Offer.Status.WAITING).select_related(
        "person", "placement__volunteer__person", "placement__volunteer__strand", "placement__version__profile"
    )
    queue = sorted(waiting, key=lambda each: each.person_id)
    hold_person(*(each.person_id for each in queue))
    for each in queue:
        hours.hold(each.placement.volunteer, on=duty.on)
    hold_duty(duty)
    still = duty.offers.select_for_update(of=("self",)).filter(pk__in=[each.pk for each in queue]).order_by("pk")
    statuses = {each.pk: each.status for each in still}
    return [each for each in queue if statuses.get(each.pk) == Offer.Status.WAITING]


def read(offer: Offer) -> Held:
    """What ``hold`` returns, as it stands."""
    return Held(offer.duty, selectors.taken(offer.duty), selectors.plan_of(offer.person, offer.duty))
