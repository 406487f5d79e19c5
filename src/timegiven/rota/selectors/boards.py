"""A week or a fortnight of an area with the names of those who come, and the weeks of one person."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet

from timegiven.kernel.time import at_london
from timegiven.people import selectors as people
from timegiven.people.models import Person
from timegiven.programme.models import Unit
from timegiven.rota.models import Duty, Offer
from timegiven.rota.selectors.duties import PLANNERS, READERS

Status = Offer.Status


@dataclass
class Line:
    """One duty on a board."""

    duty: Duty
    coming: list[str] = field(default_factory=list)  # first names and initials
    asked: int = 0
    waiting: int = 0
    prepared: int = 0

    @property
    def taken(self) -> int:
        return len(self.coming)

    @property
    def tone(self) -> str:
        """How it stands, at a glance."""
        if self.duty.cancelled_at:
            return "off"
        if self.duty.is_draft:
            return "draft"
        return tone(self.taken, self.duty.least, self.duty.most)

    @property
    def note(self) -> str:
        """The same in words: colour never speaks alone."""
        if self.duty.cancelled_at:
            return "Called off"
        if self.duty.is_draft:
            return f"Draft, {self.prepared} to ask" if self.prepared else "Draft"
        return note(self.taken, self.duty.least, self.duty.most)


def tone(taken: int, least: int, most: int) -> str:
    """none: fewer than hoped for; some: enough, and room for more; full."""
    return "full" if taken >= most else "some" if taken >= least else "none"


def note(taken: int, least: int, most: int) -> str:
    if taken >= most:
        return f"{taken} of {most}, full"
    short = least - taken
    return f"{taken} of {most}, {short} more hoped for" if short > 0 else f"{taken} of {most}, room for {most - taken}"


def board(area: Unit, first: date, days: int) -> dict[date, list[Line]]:
    """The duties of a borough or a unit on so many days, in two queries, by day and time."""
    on = "unit" if area.kind == Unit.Kind.UNIT else "unit__borough"
    duties = (
        Duty.objects.filter(**{on: area.pk}, starts_at__gte=_midnight(first), starts_at__lt=_midnight(first, days))
        .select_related("version__profile", "unit__borough")
        .order_by("starts_at", "version__profile__title", "pk")
    )
    lines = {duty.pk: Line(duty) for duty in duties}
    offers = Offer.objects.filter(duty__in=list(lines)).select_related("person").order_by("person__name", "pk")
    for offer in offers.only("status", "duty_id", "person__name", "person__known_as"):
        _count(lines[offer.duty_id], offer)
    found: dict[date, list[Line]] = defaultdict(list)
    for line in lines.values():
        found[line.duty.on].append(line)
    return found


def _count(line: Line, offer: Offer) -> None:
    if offer.status in Offer.TAKEN:
        line.coming.append(offer.person.wall_name)
    line.asked += offer.status == Status.OPEN
    line.waiting += offer.status == Status.WAITING
    line.prepared += offer.status == Status.PREPARED


def _midnight(day: date, days: int = 0) -> datetime:
    return at_london(day + timedelta(days=days), time())


def drafts(area: Unit, first: date, days: int) -> QuerySet[Duty]:
    """The drafts of an area on so many days, soonest first."""
    on = "unit" if area.kind == Unit.Kind.UNIT else "unit__borough"
    there = Duty.objects.filter(**{on: area.pk}, starts_at__gte=_midnight(first), starts_at__lt=_midnight(first, days))
    return (
        there.filter(published_at=None, cancelled_at=None)
        .select_related("version__profile", "unit__borough")
        .order_by("starts_at", "pk")
    )


def to_be_told(duties: Iterable[Duty]) -> int:
    """How many people get a notice when these are published."""
    prepared = Offer.objects.filter(duty__in=list(duties), status=Status.PREPARED)
    return prepared.order_by().values("person").distinct().count()


def of_person(person: Person, viewer: Person, first: date, days: int, day: date) -> dict[date, list[Offer]]:
    """The duties of one person on so many days, those that the viewer looks after or their own, by day."""
    offers = (
        Offer.objects.filter(person=person, status__in=[*Offer.HOPING, Status.GIVEN])
        .filter(duty__starts_at__gte=_midnight(first), duty__starts_at__lt=_midnight(first, days))
        .select_related("duty__version__profile", "duty__unit__borough", "person")
        .order_by("duty__starts_at", "pk")
    )
    if viewer != person:
        offers = offers.filter(people.scope(viewer, READERS, day, on="duty__unit"))
    found: dict[date, list[Offer]] = defaultdict(list)
    for offer in offers:
        found[offer.duty.on].append(offer)
    return found


def coming_at(person: Person, *, at: datetime, days: int, day: date) -> QuerySet[Offer]:
    """Who is expected soon at the units that this person plans for: for when somebody rings."""
    return (
        Offer.objects.filter(people.scope(person, PLANNERS, day, on="duty__unit"), status=Status.ACCEPTED)
        .filter(duty__ends_at__gt=at, duty__starts_at__lt=_midnight(day, days))
        .select_related("duty__version__profile", "duty__unit__borough", "person")
        .order_by("duty__starts_at", "person__name", "pk")
    )
