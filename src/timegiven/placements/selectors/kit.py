"""Kit that was lent: what a volunteer has, and what is still out."""

from datetime import date

from django.db.models import Q, QuerySet

from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.placements.models import Kit, Placement
from timegiven.programme.models import Unit

Role = Appointment.Role
Status = Kit.Status


def kit_of(volunteer: Volunteer) -> QuerySet[Kit]:
    """Everything that was lent to a volunteer: what is out first, then the newest."""
    found = Kit.objects.filter(volunteer=volunteer).select_related("unit__borough", "volunteer__person")
    return found.order_by("ended_on", "-issued_on", "pk")


def kit_seen_by(viewer: Person, day: date) -> QuerySet[Kit]:
    """The loans that this person looks after: those of their unit or borough."""
    mine = people.scope(viewer, (Role.UNIT_MANAGER, Role.MVPM), day, on="unit")
    found = Kit.objects.filter(mine | people.scope(viewer, (Role.MVPM,), day, on="volunteer__borough"))
    return found.select_related("unit__borough", "volunteer__person", "volunteer__borough")


def kit_out(viewer: Person, day: date) -> QuerySet[Kit]:
    """What is out, of those who have left first: to be asked for kindly."""
    out = kit_seen_by(viewer, day).filter(status=Status.OUT)
    return out.order_by("-volunteer__left_on", "volunteer__person__name", "issued_on", "pk")


def kit_of_leavers(viewer: Person, day: date) -> QuerySet[Kit]:
    """What those who have left still have."""
    return kit_out(viewer, day).filter(volunteer__status=Volunteer.Status.LEFT)


def kit_to_bring_back(volunteer: Volunteer, *, unit: Unit | None = None) -> list[Kit]:
    """What a volunteer still has; of one unit, nothing while they are placed there."""
    out = kit_of(volunteer).filter(status=Status.OUT)
    if unit is None:
        return list(out)
    is_there = Placement.objects.filter(volunteer=volunteer, unit=unit, status__in=Placement.LIVE).exists()
    return [] if is_there else list(out.filter(unit=unit))


def lending_units(viewer: Person, volunteer: Volunteer, day: date) -> list[Unit]:
    """The units where the volunteer is placed and from which this person may lend."""
    mine = people.scope(viewer, (Role.UNIT_MANAGER, Role.MVPM), day, on="unit")
    placed = Placement.objects.filter(Q(volunteer=volunteer, status__in=Placement.LIVE) & mine)
    return list(Unit.objects.filter(pk__in=placed.values("unit")).select_related("borough").order_by("name", "pk"))


def kit_named(volunteer: Volunteer) -> list[str]:
    """The kit that the volunteer's roles name, to begin with."""
    placed = Placement.objects.filter(volunteer=volunteer, status__in=Placement.LIVE).exclude(version__kit="")
    return list(dict.fromkeys(placed.order_by("pk").values_list("version__kit", flat=True)))
