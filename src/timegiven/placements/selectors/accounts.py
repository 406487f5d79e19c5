"""Accounts on AWARE: how far each is, and what waits for whom."""

from datetime import date

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When

from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.placements.models import AwareAccount, AwareBreak, Break, Placement

Role = Appointment.Role
Status = AwareAccount.Status


def aware_of(person: Person) -> AwareAccount | None:
    """The account that is on its way or in use; of closed ones the last."""
    return AwareAccount.objects.filter(person=person).select_related("person").order_by("-pk").first()


def uses_aware(person: Person) -> bool:
    """Whether an account is in use, as far as its status says: it would rest with a break."""
    return AwareAccount.objects.filter(person=person, status=Status.OPEN).exists()


def aware_rests(person: Person) -> bool:
    """Whether an account waits for its volunteer, or for whoever has it woken."""
    return AwareAccount.objects.filter(person=person, status=Status.SUSPENDED).exists()


def managers_of(volunteer: Volunteer, day: date) -> list[Person]:
    """The managers of the units where a volunteer is placed, each once."""
    placed = Placement.objects.filter(volunteer=volunteer, status__in=Placement.LIVE).select_related("unit")
    found = [manager for each in placed for manager in people.holders(Role.UNIT_MANAGER, each.unit, day)]
    return list(dict.fromkeys(found))


def waits_for_aware(viewer: Person, day: date) -> QuerySet[Volunteer]:
    """The volunteers of the boroughs that this person runs whose role uses AWARE and who have no account at all."""
    using = Placement.objects.filter(volunteer=OuterRef("pk"), status__in=Placement.LIVE, version__needs_aware=True)
    has_one = AwareAccount.objects.filter(person=OuterRef("person"), until_on=None)
    mine = people.units(viewer, (Role.MVPM,), day)
    found = Volunteer.objects.filter(Exists(using), ~Exists(has_one), borough__in=mine, status=Volunteer.Status.ACTIVE)
    return found.select_related("person").order_by("person__name", "pk")


def asked_for(viewer: Person, day: date) -> QuerySet[AwareAccount]:
    """The accounts that this person asked the service desk for, and whose log-in has not come yet."""
    mine = people.scope(viewer, (Role.MVPM,), day, on="person__volunteer__borough")
    return AwareAccount.objects.filter(mine, status=Status.REQUESTED).select_related("person__volunteer")


def to_hand_over(viewer: Person, day: date) -> QuerySet[AwareAccount]:
    """The log-ins that lie ready for volunteers of this person's units."""
    mine = people.scope(viewer, (Role.UNIT_MANAGER,), day, on="unit")
    placed = Placement.objects.filter(mine, volunteer__person=OuterRef("person"), status__in=Placement.LIVE)
    ready = AwareAccount.objects.filter(Exists(placed), status=Status.CREATED)
    return ready.select_related("person__volunteer").order_by("person__name", "pk")


def to_wake(viewer: Person, day: date) -> QuerySet[AwareAccount]:
    """The accounts that rest though the break of their volunteer is over, in the boroughs that this person runs."""
    mine = people.scope(viewer, (Role.MVPM,), day, on="person__volunteer__borough")
    over = Break.objects.filter(volunteer__person=OuterRef("account__person"), until_on__gte=OuterRef("from_on"))
    rested = AwareBreak.objects.filter(Exists(over.filter(until_on__lte=day)), account=OuterRef("pk"), until_on=None)
    here = {"status": Status.SUSPENDED, "person__volunteer__status": Volunteer.Status.ACTIVE}
    return AwareAccount.objects.filter(mine, Exists(rested), **here).select_related("person__volunteer").order_by("pk")


def accounts_seen_by(viewer: Person, day: date) -> QuerySet[AwareAccount]:
    """The accounts on their way, in use and resting: of one's boroughs, and of the volunteers at one's units."""
    mine = people.scope(viewer, (Role.UNIT_MANAGER,), day, on="unit")
    here = Placement.objects.filter(mine, volunteer__person=OuterRef("person"), status__in=Placement.LIVE)
    borough = people.scope(viewer, (Role.MVPM,), day, on="person__volunteer__borough")
    found = AwareAccount.objects.filter(borough | Q(Exists(here)), until_on=None).annotate(turn=_TURN)
    return found.select_related("person__volunteer__borough").order_by("turn", "person__name", "pk")


# What somebody has to do comes first.
_TURN = Case(
    When(status=Status.CREATED, then=0),
    When(status=Status.REQUESTED, then=1),
    When(status=Status.SUSPENDED, then=2),
    default=3,
)
