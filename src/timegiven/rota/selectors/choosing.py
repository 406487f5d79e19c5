"""The duties that a volunteer can choose alone, each with every reason why not, and the waiting lists."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from timegiven.kernel.time import london_day, month_of
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.rota.models import Duty, Offer
from timegiven.rota.policies import SIGN_UP_AHEAD
from timegiven.rota.selectors.beside import Beside, Within, in_short, refusals
from timegiven.rota.selectors.duties import TAKEN
from timegiven.rota.selectors.ready import readiness_of

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
    """The published duties ahead in the roles this person has begun in, that they have not been asked about.

    Also those to which they could not come after all: plans change back.
    """
    placed = _placed(person)
    duties = _ahead(person, placed, at)
    if not duties:
        return []
    ready, beside, within = readiness_of(placed.values(), duties, own=True), Beside.of([person.pk], duties), Within()
    found = []
    for duty in duties:
        placement = placed[duty.version.profile_id, duty.unit_id]
        volunteer = placement.volunteer
        first = month_of(duty.on)  # the limits of a month are those of its first day here: who says yes is asked anew
        against = refusals(duty, volunteer, beside.plan(person.pk, duty), within.of(first, volunteer.strand))
        reasons = ready.reasons(placement, duty) + [in_short(each) for each in against]
        found.append(Choice(duty, placement, getattr(duty, "taken", 0), reasons))
    return found


def _placed(person: Person) -> dict[tuple[int, int], Placement]:
    mine = Placement.objects.filter(volunteer__person=person, status=Placement.Status.STARTED)
    whole = mine.select_related("version__profile__strand", "unit__borough", "volunteer__person", "volunteer__strand")
    return {(each.version.profile_id, each.unit_id): each for each in whole.order_by("pk")}


def _ahead(person: Person, placed: dict[tuple[int, int], Placement], at: datetime) -> list[Duty]:
    mine = Q(pk__in=[])
    for profile, unit in placed:
        mine |= Q(version__profile=profile, unit=unit)
    until = at + timedelta(days=SIGN_UP_AHEAD.on(london_day(at)))
    open_duties = Duty.objects.filter(mine, starts_at__gt=at, starts_at__lt=until, cancelled_at=None)
    open_duties = open_duties.filter(call_out__duty=None)  # for those who were chosen
    return list(
        open_duties.filter(published_at__isnull=False)
        .exclude(Exists(Offer.objects.filter(duty=OuterRef("pk"), person=person).exclude(status=Status.RELEASED)))
        .annotate(taken=TAKEN)
        .select_related("version__profile", "unit__borough", "unit__station")
        .order_by("starts_at", "pk")[:MOST]
    )


def choosable(person: Person, at: datetime) -> QuerySet[Duty]:
    """The published duties that somebody may put their name down for, or wait for."""
    roles = Placement.objects.filter(volunteer__person=person, status=Placement.Status.STARTED)
    return (
        Duty.objects.filter(
            published_at__isnull=False, call_out__duty=None, version__profile__in=roles.values("version__profile")
        )
        .filter(unit__in=roles.values("unit"))
        .select_related("version__profile", "unit__borough", "unit__station")
    )


def placement_for(person: Person, duty: Duty) -> Placement | None:
    """The placement in which somebody would give the time of a duty."""
    return _placed(person).get((duty.version.profile_id, duty.unit_id))


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
