"""Accounts on AWARE: how far each is, and what waits for whom."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.placements.models import AwareAccount, Placement

Role = Appointment.Role
Status = AwareAccount.Status


def aware_of(person: Person) -> AwareAccount | None:
    """The account that is on its way or in use; of closed ones the last."""
    return AwareAccount.objects.filter(person=person).select_related("person").order_by("-pk").first()


def managers_of(volunteer: Volunteer, day: date) -> list[Person]:
    """The managers of the units where a volunteer is placed, each once."""
    placed = Placement.objects.filter(volunteer=volunteer, status__in=Placement.LIVE).select_related("unit")
    found = [manager for each in placed for manager in people.holders(Role.UNIT_MANAGER, each.unit, day)]
    return list(dict.fromkeys(found))


def waits_for_aware(viewer: Person, day: date) -> QuerySet[Volunteer]:
    """The volunteers of the boroughs that this person runs whose role uses AWARE and who have no account at all."""
    using = Placement.objects.filter(volunteer=OuterRef("pk"), status__in=Placement.LIVE, version__needs_aware=True)
    has_one = AwareAccount.objects.filter(person=OuterRef("person"), until_on=None)
    mine = people.scope(viewer, (Role.MVPM,), day, on="borough")
    found = Volunteer.objects.filter(mine, Exists(using), ~Exists(has_one), status=Volunteer.Status.ACTIVE)
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
