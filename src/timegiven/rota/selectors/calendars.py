"""Calendar files: one duty to add to one's own calendar, its cancellation, and the private feed."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Count
from icalendar import Calendar, Event

from timegiven.kernel.calendars import london
from timegiven.kernel.references import digest
from timegiven.kernel.words import LONDON
from timegiven.people.models import Person
from timegiven.rota.models import CalendarFeed, Offer, OfferStep
from timegiven.rota.selectors import offers

_KEPT = timedelta(days=62)  # how far back a feed reaches: a calendar that forgets last week confuses people
_STATUS = {Offer.Status.OPEN: "TENTATIVE", Offer.Status.RELEASED: "CANCELLED", Offer.Status.DECLINED: "CANCELLED"}


def ics(offer: Offer, *, at: datetime) -> str:
    """The calendar file of one duty: where and when, as it stands now."""
    return _calendar([_event(offer, at, told=True, moves=offer.steps.count())], method="PUBLISH")


def cancellation(offer: Offer, *, at: datetime) -> str:
    """The calendar file that takes a duty out of a calendar again."""
    return _calendar([_event(offer, at, told=True, moves=offer.steps.count())], method="CANCEL")


def ics_of_many(offers_made: Iterable[Offer], *, at: datetime, is_off: bool = False) -> str:
    """One calendar file of several duties of one person: the one that goes with one notice."""
    known = list(offers_made)
    moves = dict(OfferStep.objects.filter(of__in=known).order_by().values_list("of").annotate(Count("pk")))
    events = [_event(offer, at, told=True, moves=moves.get(offer.pk, 0)) for offer in known]
    return _calendar(events, method="CANCEL" if is_off else "PUBLISH")


def personal_feed(secret: str) -> CalendarFeed | None:
    """The feed that this private address opens, if it has not been revoked."""
    return CalendarFeed.objects.filter(link_digest=digest(secret)).select_related("person").first()


def own_feed(person: Person) -> CalendarFeed | None:
    return CalendarFeed.objects.filter(person=person).first()


def feed_of(person: Person, *, at: datetime) -> str:
    """All duties somebody said yes to. Whoever has the address reads it, so it says no more than "Volunteering"."""
    taken = (
        offers.told()
        .filter(person=person, status__in=Offer.TAKEN, duty__ends_at__gt=at - _KEPT)
        .order_by("duty__starts_at", "pk")
    )
    moves = dict(OfferStep.objects.filter(of__in=taken).values_list("of").annotate(Count("pk")))
    events = [_event(offer, at, told=False, moves=moves.get(offer.pk, 0)) for offer in taken]
    return _calendar(events, method="PUBLISH", is_feed=True)


def _calendar(events: Iterable[Event], *, method: str, is_feed: bool = False) -> str:
    calendar = Calendar()
    calendar.add("prodid", "-//Time Given//Rota//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    if is_feed:
        calendar.add("x-wr-calname", "Volunteering")
        calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "PT1H")
    calendar.add_component(london())
    for event in events:
        calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")


def _event(offer: Offer, at: datetime, *, told: bool, moves: int) -> Event:
    duty, event = offer.duty, Event()
    event.add("uid", f"{offer.reference}@{urlsplit(settings.SITE_ADDRESS).hostname}")
    event.add("dtstamp", at)
    # Every answer is a step and every move of the duty a change, so a calendar sees a newer version as newer.
    event.add("sequence", moves + duty.changes)
    event.add("dtstart", duty.starts_at.astimezone(LONDON))
    event.add("dtend", duty.ends_at.astimezone(LONDON))
    event.add("summary", "Volunteering")
    event.add("status", _STATUS.get(Offer.Status(offer.status), "CONFIRMED"))
    if told:
        place = [duty.unit.full_name, duty.unit.address or (duty.unit.station.address if duty.unit.station else "")]
        event.add("location", ", ".join(part for part in place if part))
        event.add("description", f"{duty.version.title}. If you cannot come, tell us. No reason is needed.")
    return event
