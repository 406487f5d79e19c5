"""The duties that a volunteer can choose alone, each with every reason why not, and the waiting lists."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import F, Q, QuerySet

from timegiven.hours import selectors as hours
from timegiven.kernel.time import london_day, month_of
from timegiven.people.models import Person
from timegiven.placements import selectors as placements
from timegiven.placements.models import Placement
from timegiven.placements.selectors import Question
from timegiven.rota.models import Duty, Offer
from timegiven.rota.policies import SIGN_UP_AHEAD
from timegiven.rota.selectors.beside import Limits, agreed_around, in_short, limits, plan_beside, refusals
from timegiven.rota.selectors.candidates import CHECKS, turns
from timegiven.rota.selectors.duties import TAKEN

Status = Offer.Status
MOST = 60  # on one page


@dataclass(frozen=True)
class Choice:
    """A duty in one of the volunteer's own roles, and why it cannot be theirs."""

    duty: Duty
    placement: Placement
    taken: int
    reasons: list[str]

    @property
    def fits(self) -> bool:
        return not self.reasons

    @property
    def is_full(self) -> bool:
        return self.taken >= self.duty.most


def choices(person: Person, at: datetime) -> list[Choice]:
    """The published duties ahead in the roles this person has begun in, that they have not been asked about."""
    placed = _placed(person)
    duties = _ahead(person, placed, at)
    if not duties:
        return []
    agreed = agreed_around([person.pk], duties[0].starts_at, duties[-1].ends_at)[person.pk]
    not_ready = _unready(person, placed, duties)
    within: dict[date, tuple[Limits, int, int]] = {}
    volunteer = next(iter(placed.values())).volunteer
    found = []
    for duty in duties:
        placement = placed[duty.version.profile_id, duty.unit_id]
        if (first := month_of(duty.on)) not in within:
            signed = hours.signed_for([person.pk], duty.on).get(person.pk, 0)
            within[first] = limits(duty.on, volunteer.strand), hours.given_in(person, duty.on), signed
        allowed, given, signed = within[first]
        against = refusals(duty, volunteer, plan_beside(given, agreed, duty, signed=signed), allowed)
        reasons = not_ready(placement, duty.on) + [in_short(each) for each in against]
        found.append(Choice(duty, placement, getattr(duty, "taken", 0), reasons))
    return found


def _placed(person: Person) -> dict[tuple[int, int], Placement]:
    mine = Placement.objects.filter(volunteer__person=person, status=Placement.Status.STARTED)
    whole = mine.select_related("version__profile", "unit__borough", "volunteer__person", "volunteer__strand")
    return {(each.version.profile_id, each.unit_id): each for each in whole.order_by("pk")}


def _ahead(person: Person, placed: dict[tuple[int, int], Placement], at: datetime) -> list[Duty]:
    mine = Q(pk__in=[])
    for profile, unit in placed:
        mine |= Q(version__profile=profile, unit=unit)
    until = at + timedelta(days=SIGN_UP_AHEAD.on(london_day(at)))
    open_duties = Duty.objects.filter(mine, starts_at__gt=at, starts_at__lt=until, cancelled_at=None)
    return list(
        open_duties.filter(published_at__isnull=False)
        .exclude(offers__person=person)
        .annotate(taken=TAKEN)
        .select_related("version__profile", "unit__borough", "unit__station")
        .order_by("starts_at", "pk")[:MOST]
    )


def _unready(person: Person, placed: dict[tuple[int, int], Placement], duties: list[Duty]):  # type: ignore[no-untyped-def]
    """Ask readiness on the first and the last day of each role; only where they differ, of each day between.

    The page is a guide: whoever says yes is asked about the very day.
    """
    known: dict[tuple[int, date], list[str]] = {}
    ends = {
        each.pk: sorted({duty.on for duty in duties if placed[duty.version.profile_id, duty.unit_id] == each})
        for each in placed.values()
    }

    def asked(placement: Placement, on: date) -> list[str]:
        key = placement.pk, on
        if key not in known:
            known[key] = _wrong(person, placement, on)
        return known[key]

    def answer(placement: Placement, on: date) -> list[str]:
        first, last = ends[placement.pk][0], ends[placement.pk][-1]
        if not asked(placement, first) and not asked(placement, last):
            return []
        return asked(placement, on)

    return answer


def _wrong(person: Person, placement: Placement, on: date) -> list[str]:
    codes = placements.readiness([person.pk], placement.version, placement.unit, on, checks=CHECKS)[person.pk]
    asked = Question(Person.objects.none(), placement.version, placement.unit, on)
    return placements.sentences(codes, asked, CHECKS)


def choosable(person: Person, at: datetime) -> QuerySet[Duty]:
    """The published duties that somebody may put their name down for, or wait for."""
    roles = Placement.objects.filter(volunteer__person=person, status=Placement.Status.STARTED)
    return (
        Duty.objects.filter(published_at__isnull=False, version__profile__in=roles.values("version__profile"))
        .filter(unit__in=roles.values("unit"))
        .select_related("version__profile", "unit__borough", "unit__station")
    )


def placement_for(person: Person, duty: Duty) -> Placement | None:
    """The placement in which somebody would give the time of a duty."""
    return _placed(person).get((duty.version.profile_id, duty.unit_id))


def waiting_for(duty: Duty, day: date) -> list[Offer]:
    """The waiting list of a duty, in turn: fewer offers of late first, then who has waited longest."""
    waiting = list(
        Offer.objects.filter(duty=duty, status=Status.WAITING).select_related(
            "person", "placement__volunteer__strand", "placement__volunteer__person", "placement__version"
        )
    )
    asked = turns([each.person_id for each in waiting], day)
    return sorted(waiting, key=lambda each: (asked.get(each.person_id, 0), each.offered_at, each.pk))


def lists_with_room(at: datetime) -> QuerySet[Duty]:
    """Duties to come that have both a free place and somebody waiting for one."""
    return (
        Duty.objects.filter(offers__status=Status.WAITING, starts_at__gt=at, cancelled_at=None)
        .annotate(taken=TAKEN)
        .filter(taken__lt=F("most"))
        .select_related("version__profile", "unit__borough", "unit__station")
        .distinct()
        .order_by("starts_at", "pk")
    )


def colleagues_on(offer: Offer) -> list[Placement]:
    """Who else is placed in this role at this unit: whether they are free is not told."""
    there = Placement.objects.filter(version__profile=offer.placement.version.profile_id, unit=offer.duty.unit_id)
    others = there.filter(status=Placement.Status.STARTED).exclude(volunteer__person=offer.person_id)
    return list(others.select_related("volunteer__person").order_by("volunteer__person__name", "pk"))


def on_lists(person: Person, at: datetime) -> QuerySet[Offer]:
    """The waiting lists that somebody is on, soonest first."""
    return (
        Offer.objects.filter(person=person, status=Status.WAITING, duty__starts_at__gt=at)
        .select_related("duty__version__profile", "duty__unit__borough")
        .order_by("duty__starts_at", "pk")
    )
