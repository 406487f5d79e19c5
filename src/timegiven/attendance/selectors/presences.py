"""Who is here, who was expected, who came: the facts behind the register and the log book."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import TruncDate

from timegiven.attendance.models import LateEntry, Presence, SessionReport, Tablet
from timegiven.attendance.selectors.mondays import LOOKED_BACK
from timegiven.kernel.references import digest
from timegiven.kernel.time import at_london, london_day
from timegiven.kernel.words import LONDON, clock
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.programme.models import Unit
from timegiven.rota.models import Offer

RUNS = (Role.UNIT_MANAGER, Role.MVPM)
READS = (*RUNS, Role.CENTRAL_TEAM, Role.AUDITOR)


def _whole() -> QuerySet[Presence]:
    return Presence.objects.select_related(
        "person", "unit__borough", "offer", "placement__volunteer__person", "placement__version__profile",
        "placement__unit__borough",
    )  # fmt: skip


def _told() -> QuerySet[Presence]:
    """With all that the form of a report needs."""
    return _whole().select_related(
        *("offer__duty", "placement__volunteer__strand", "placement__volunteer__borough"),
        *("person", "placement__volunteer__person", "placement__version__profile", "placement__unit__borough"),
    )


def current(person: Person) -> Presence | None:
    """Where somebody is now, if they are anywhere."""
    return _whole().filter(person=person, left_at=None, is_forgotten=False).first()


def presence_to_tell(viewer: Person, reference: str, day: date) -> Presence | None:
    """A coming and going of one's own, or in a borough that one runs: of which a report tells."""
    mine = Q(person=viewer) | people.scope(viewer, (Role.MVPM,), day, on="unit")
    return _told().filter(mine, reference=reference).first()


def presence_to_take_back(viewer: Person, reference: str, day: date) -> Presence | None:
    """A coming that somebody may have written down by mistake: one's own, or at a unit that one looks after."""
    mine = Q(person=viewer) | people.scope(viewer, RUNS, day, on="unit")
    return _whole().filter(mine, reference=reference).first()


def presence_at(offer: Offer) -> Presence | None:
    """The coming and going that belongs to a duty."""
    return _told().filter(offer=offer).order_by("-came_at").first()


def forgotten_of(person: Person, day: date) -> QuerySet[Presence]:
    """When one came of late and nobody said when one left, and no report has told since, nor a late one that waits."""
    return _forgotten(day).filter(person=person)


def forgotten_seen_by(viewer: Person, day: date) -> QuerySet[Presence]:
    """The same for everybody in the boroughs that one runs."""
    return _forgotten(day).filter(people.scope(viewer, (Role.MVPM,), day, on="unit"))


def _forgotten(day: date) -> QuerySet[Presence]:
    since = at_london(day, time()) - LOOKED_BACK
    open_ = _whole().filter(is_forgotten=True, left_at=None, reports=None, came_at__gte=since)
    told_late = LateEntry.objects.filter(placement=OuterRef("placement"), on=OuterRef("on_day"))
    dated = open_.annotate(on_day=TruncDate("came_at", tzinfo=LONDON))
    return dated.exclude(Exists(told_late)).order_by("came_at")


def long_here(at: datetime, limit: timedelta) -> QuerySet[Presence]:
    """Who has been in the building for longer than anybody stays."""
    return _whole().filter(left_at=None, is_forgotten=False, came_at__lte=at - limit).order_by("pk")


def units_seen_by(viewer: Person, day: date, roles: Iterable[str] = READS) -> QuerySet[Unit]:
    """The units whose comings and goings this person may see, by name."""
    found = people.units(viewer, roles, day).filter(kind__in=Unit.WITH_ROLES)
    return found.select_related("borough", "station").order_by("borough__name", "name")


def unit_seen_by(viewer: Person, reference: str, day: date) -> Unit | None:
    return units_seen_by(viewer, day).filter(reference=reference).first()


def here_now(units: Iterable[Unit]) -> QuerySet[Presence]:
    """Everybody in these units now, by name."""
    return _whole().filter(unit__in=units, left_at=None, is_forgotten=False).order_by("person__name")


def gone_today(unit: Unit, day: date) -> QuerySet[Presence]:
    """Who has been and left on a day, by when they came; also whoever came the evening before."""
    begin, end = at_london(day, time()), at_london(day + timedelta(days=1), time())
    left = _whole().filter(unit=unit, left_at__gte=begin, left_at__lt=end)
    return left.order_by("came_at", "pk")


def _between(unit: Unit, first: date, last: date) -> QuerySet[Presence]:
    begin, end = at_london(first, time()), at_london(last + timedelta(days=1), time())
    return _whole().filter(unit=unit, came_at__gte=begin, came_at__lt=end).order_by("came_at", "pk")


def expected(unit: Unit, day: date, at: datetime) -> list[Offer]:
    """Who said that they would come on a day and has not come yet, soonest first; also to last night's duty."""
    begin, end = at_london(day, time()), at_london(day + timedelta(days=1), time())
    goes_on = Q(duty__starts_at__gte=begin) | Q(duty__ends_at__gt=at)
    found = (
        Offer.objects.filter(duty__unit=unit, duty__starts_at__gte=begin - timedelta(days=1), duty__starts_at__lt=end)
        .filter(goes_on, status=Offer.Status.ACCEPTED, presences=None)
        .select_related("person", "duty__version__profile", "placement")
        .order_by("duty__starts_at", "person__name")
    )
    return list(found)


def own_expected(person: Person, day: date, at: datetime | None = None) -> list[Offer]:
    """One's own duties of a day, from a moment on, to which one has not come yet; also those of the night before."""
    begin, end = at_london(day, time()), at_london(day + timedelta(days=1), time())
    found = (
        Offer.objects.filter(person=person, duty__starts_at__gte=begin - timedelta(days=1), duty__starts_at__lt=end)
        .filter(status=Offer.Status.ACCEPTED, presences=None, reports=None)
        .filter(duty__ends_at__gt=at or begin)
        .select_related("duty__version__profile", "duty__unit__borough", "placement")
        .order_by("duty__starts_at")
    )
    return list(found)


def placed_at(unit: Unit) -> QuerySet[Placement]:
    """Who gives time at a unit, by name: also without a duty on the rota."""
    return (
        Placement.objects.filter(unit=unit, status=Placement.Status.STARTED)
        .select_related("volunteer__person", "volunteer__borough", "volunteer__strand", "version__profile",
                        "unit__borough")
        .order_by("volunteer__person__name", "pk")
    )  # fmt: skip


def tablet_of(secret: str) -> Tablet | None:
    """The tablet behind a private address, while it answers."""
    found = Tablet.objects.filter(link_digest=digest(secret), stopped_at=None)
    return found.select_related("unit__borough").first()


def has_tablet(unit: Unit) -> Tablet | None:
    return Tablet.objects.filter(unit=unit, stopped_at=None).select_related("made_by").first()


class Line(NamedTuple):
    """One line of the register and of the log book: the same facts, from whoever told them."""

    on: date
    name: str
    role: str
    came: str
    left: str
    told: str
    sort: datetime


UNKNOWN = "Not said yet"


def register(unit: Unit, first: date, last: date) -> list[Line]:
    """Who was at a unit from day to day, in the order in which they came: what was checked in, else what was reported.

    Days only, and no sums: it is a register, and nobody is compared.
    """
    came = list(_between(unit, first, last))
    begin, end = at_london(first, time()), at_london(last + timedelta(days=1), time())
    told = SessionReport.objects.filter(
        SessionReport.STANDING, placement__unit=unit, presence=None, starts_at__gte=begin, starts_at__lt=end
    ).select_related("person", "placement__version__profile")
    lines = [
        Line(
            london_day(each.came_at),
            each.person.name,
            each.placement.version.title,
            clock(each.came_at),
            _left(each),
            each.get_came_how_display(),
            each.came_at,
        )
        for each in came
    ]
    lines += [
        Line(
            each.on,
            each.person.name,
            each.placement.version.title,
            clock(each.starts_at),
            clock(each.ends_at),
            Presence.How.REPORT.label,
            each.starts_at,
        )
        for each in told
    ]
    return sorted(lines, key=lambda line: (line.sort, line.name))


def _left(presence: Presence) -> str:
    if presence.left_at is not None:
        return clock(presence.left_at)
    return UNKNOWN if presence.is_forgotten else "Here now"
