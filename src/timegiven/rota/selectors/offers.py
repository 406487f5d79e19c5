"""Offers: who sees which, those that wait, those that come, those whose time has passed."""

from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import TruncDate

from timegiven.kernel import prepared, words
from timegiven.kernel.prepared import Given, Prepared
from timegiven.kernel.time import london_day
from timegiven.kernel.words import LONDON
from timegiven.library import selectors as library
from timegiven.people import selectors as people
from timegiven.people.models import Person
from timegiven.placements.models import Break, Placement
from timegiven.rota.models import Duty, Offer, OfferStep
from timegiven.rota.selectors.duties import READERS

Status = Offer.Status
# At a call-out: asked before the time to answer was over; said yes before, and waits for a place.
_IN_TIME = Q(offered_at__lt=F("duty__call_out__answer_by"))
_SAID_YES = OfferStep.objects.filter(of=OuterRef("pk"), status=Status.WAITING)


def told() -> QuerySet[Offer]:
    """Offers with all that a page or a calendar says of them."""
    return Offer.objects.select_related(
        "duty__version__profile", "duty__unit__borough", "duty__unit__station", "placement__volunteer", "person"
    )


def offers_seen_by(person: Person, day: date) -> QuerySet[Offer]:
    """One's own offers, and those of the units that one looks after."""
    own = Q(person=person) & ~Q(status=Status.PREPARED)  # nobody reads what has not been published
    return told().filter(own | people.scope(person, READERS, day, on="duty__unit"))


def waiting(person: Person, at: datetime) -> QuerySet[Offer]:
    """Offers that the volunteer may still answer, soonest first."""
    return (
        told()
        .filter(person=person, status=Status.OPEN, duty__starts_at__gt=at, duty__cancelled_at=None)
        .exclude(_IN_TIME, ~Exists(_SAID_YES), duty__call_out__answer_by__lte=at)
        .select_related("duty__call_out__incident")
        .order_by("duty__starts_at", "pk")
    )


def coming(person: Person, at: datetime) -> QuerySet[Offer]:
    """Duties that the volunteer said yes to and that are not over, soonest first."""
    return told().filter(person=person, status=Status.ACCEPTED, duty__ends_at__gt=at).order_by("duty__starts_at", "pk")


def to_report(person: Person | Given, at: datetime | Given) -> QuerySet[Offer]:
    """Duties that the volunteer said yes to, that are over, and of which nothing has been told yet."""
    past = Offer.objects.filter(person=person, status=Status.ACCEPTED, duty__ends_at__lte=at)
    return past.select_related("duty__version__profile", "duty__unit__borough").order_by("duty__starts_at", "pk")


class Past(NamedTuple):
    """A duty to tell of, as a list names it."""

    reference: str
    when: str
    role: str
    place: str


def to_tell(person: Person, at: datetime) -> list[Past]:
    """What ``to_report`` finds, in words: a list needs no more of each."""
    found = _to_tell(person=person.pk, at=at)
    return [
        Past(reference, Duty(starts_at=starts_at, ends_at=ends_at).when, role, words.place(unit, borough))
        for reference, starts_at, ends_at, role, unit, borough in found
    ]


@Prepared
def _to_tell() -> QuerySet[Any]:
    return to_report(prepared.key("person"), prepared.moment("at")).values_list(
        *("reference", "duty__starts_at", "duty__ends_at", "duty__version__profile__title"),
        *("duty__unit__name", "duty__unit__borough__name"),
    )


def of_ended_placements(at: datetime) -> QuerySet[Offer]:
    """Duties to come that somebody said yes to, or was asked about, in a placement that has ended since."""
    open_ = told().filter(status__in=[*Offer.HOPING, Status.PREPARED], duty__starts_at__gt=at, duty__cancelled_at=None)
    return open_.exclude(placement__status__in=Placement.LIVE).order_by("pk")


def on_a_break(at: datetime) -> QuerySet[Offer]:
    """Duties to come, on days of a break, that somebody said yes to, was asked about or waits for."""
    not_over = Q(until_on=None) | Q(until_on__gt=london_day(at))
    resting = Break.objects.filter(not_over)
    that_day = resting.filter(Q(until_on=None) | Q(until_on__gt=OuterRef("day")), from_on__lte=OuterRef("day"))
    theirs = told().filter(status__in=Offer.HOPING, duty__starts_at__gt=at, duty__cancelled_at=None)
    theirs = theirs.filter(placement__volunteer__in=resting.values("volunteer"))
    dated = theirs.annotate(day=TruncDate("duty__starts_at", tzinfo=LONDON))
    return dated.filter(Exists(that_day.filter(volunteer=OuterRef("placement__volunteer")))).order_by("pk")


def coming_at_rest(at: datetime, *, rests: bool) -> QuerySet[Offer]:
    """Duties to come that somebody said yes to: those where the role has been stopped since, or those where it has not.

    A role is stopped by the unit, and goes on once the MVP Manager has assessed the risk there anew (clause 60).
    """
    there = {"version__profile": OuterRef("duty__version__profile"), "unit": OuterRef("duty__unit")}
    stopped = Exists(library.stops().filter(**there))
    to_come = told().filter(status=Status.ACCEPTED, duty__starts_at__gt=at, duty__cancelled_at=None)
    return to_come.filter(stopped if rests else ~stopped).order_by("pk")


def passed(at: datetime) -> QuerySet[Offer]:
    """Offers nobody answered before the duty began."""
    return Offer.objects.filter(status__in=[Status.OPEN, Status.WAITING], duty__starts_at__lte=at).order_by("pk")
