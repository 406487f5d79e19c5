"""Duties and courses at the same time. Nobody says yes to a duty over a course; a course may be booked over a duty."""

from datetime import datetime

from timegiven.people.models import Person
from timegiven.rota.models import Offer
from timegiven.rota.selectors.offers import coming
from timegiven.training import selectors as training
from timegiven.training.models import Booking


def duties_beside(place: Booking, at: datetime) -> list[Offer]:
    """The duties that somebody said yes to and that a place on a course stands beside; none for a turn in a queue."""
    if place.status != Booking.Status.BOOKED:
        return []
    meanwhile = coming(place.volunteer.person, at).filter(duty__starts_at__lt=place.session.ends_at)
    return list(meanwhile.filter(duty__ends_at__gt=place.session.starts_at))


def two_at_once(person: Person, at: datetime) -> list[tuple[Offer, Booking]]:
    """The duties that somebody said yes to, each with a course on which they have a place meanwhile.

    Training comes before the rota and does not know its duties, so it is here that both are seen.
    """
    duties = list(coming(person, at))
    if not duties:
        return []
    places = list(training.places_between([person.pk], at, max(each.duty.ends_at for each in duties)))
    return [
        (offer, place)
        for offer in duties
        for place in places
        if place.session.starts_at < offer.duty.ends_at and place.session.ends_at > offer.duty.starts_at
    ]
