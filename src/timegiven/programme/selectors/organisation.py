"""What can be asked of the organisation, on any day."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from timegiven.kernel.prepared import Prepared
from timegiven.programme.models import ReportingLine, Unit

_HOUSED = [Unit.Kind.UNIT, Unit.Kind.STATION]


def boroughs() -> QuerySet[Unit]:
    """The boroughs and OCUs that have an MVP Manager of their own, by name."""
    return Unit.objects.filter(kind__in=Unit.BOROUGHS).order_by("name")


def borough_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """The same as choices, reference and name: boroughs by themselves, for few know the units of the whole force."""
    found = list(_borough_choices())
    local = [(reference, name) for reference, name, kind in found if kind == Unit.Kind.BOROUGH]
    wide = [(reference, name) for reference, name, kind in found if kind != Unit.Kind.BOROUGH]
    return [(title, choices) for title, choices in (("Boroughs", local), ("For the whole force", wide)) if choices]


@Prepared
def _borough_choices() -> QuerySet[Any]:
    return boroughs().values_list("reference", "name", "kind")


def units_under(unit: Unit) -> QuerySet[Unit]:
    """This unit and all that stands under it today."""
    return Unit.objects.filter(path__startswith=unit.path)


def units_where_people_volunteer(borough: Unit) -> QuerySet[Unit]:
    """The units of one borough that can have a role."""
    return (
        Unit.objects.filter(borough=borough, kind__in=Unit.WITH_ROLES)
        .select_related("borough", "station")
        .order_by("name")
    )


def stations() -> QuerySet[Unit]:
    return Unit.objects.filter(kind=Unit.Kind.STATION).order_by("name")


def places() -> list[str]:
    """The names of the force, its branches, boroughs and OCUs: what is offered while a place is typed."""
    found = Unit.objects.exclude(kind__in=_HOUSED).filter(until_on=None)
    return list(found.order_by("name").values_list("name", flat=True))


def place_called(typed: str, day: date) -> list[Unit]:
    """The units of a day with this code or name; a team is named with its borough: Front counter, Camden."""
    name, _, borough = (part.strip() for part in typed.partition(","))
    named = Q(code__iexact=typed.strip()) | Q(name__iexact=typed.strip())
    if borough:
        named |= Q(name__iexact=name, borough__name__iexact=borough)
    return list(Unit.objects.on(day).filter(named).select_related("borough").order_by("code")[:10])


def lines_on(day: date) -> QuerySet[ReportingLine]:
    """Who reported to whom on a day: the tree as it stood."""
    return ReportingLine.objects.on(day).select_related("unit", "reports_to")


@dataclass
class Node:
    """A unit of the tree on a day, with what stood under it."""

    unit: Unit
    under: "list[Node]" = field(default_factory=list)
    teams: int = 0
    stations: int = 0


def tree_on(day: date) -> list[Node]:
    """The organisation as it stood on a day, down to boroughs and OCUs; teams and stations are counted."""
    nodes = {unit.pk: Node(unit) for unit in Unit.objects.on(day).order_by("name")}
    above = dict(ReportingLine.objects.on(day).values_list("unit_id", "reports_to_id"))
    roots = []
    for pk, node in nodes.items():
        over = nodes.get(above.get(pk, 0))
        if over is None:
            roots.append(node)
        elif node.unit.kind == Unit.Kind.UNIT:
            over.teams += 1
        elif node.unit.kind == Unit.Kind.STATION:
            over.stations += 1
        else:
            over.under.append(node)
    return [node for node in roots if node.unit.kind not in _HOUSED]


def groups_on(day: date) -> dict[int, Unit]:
    """The business group in which each place stood on a day, by the place's key; what stood in none is left out."""
    above = dict(ReportingLine.objects.on(day).values_list("unit_id", "reports_to_id"))
    groups = {unit.pk: unit for unit in Unit.objects.filter(kind=Unit.Kind.GROUP)}
    found = {}
    for place in above:
        at, met = place, set()
        while at in above and at not in groups and at not in met:
            met.add(at)
            at = above[at]
        if at in groups:
            found[place] = groups[at]
    return found


def units_seen_by(viewer: Any) -> QuerySet[Unit]:
    """Everyone who is signed in may see where the force's places are."""
    return Unit.objects.select_related("borough", "station") if viewer.is_authenticated else Unit.objects.none()


def lines_of(unit: Unit) -> QuerySet[ReportingLine]:
    """Whom a unit has answered to, newest first."""
    return unit.lines.select_related("reports_to").order_by("-from_on")


def under_on(unit: Unit, day: date) -> QuerySet[Unit]:
    """What stood directly under a unit on a day."""
    below = ReportingLine.objects.on(day).filter(reports_to=unit).values("unit")
    return Unit.objects.on(day).filter(pk__in=below).select_related("station").order_by("name")


def central_address() -> str:
    """Where general enquiries are addressed (clause 132): the unit that houses the Central Team, by its code."""
    home = Unit.objects.filter(code="SNU").first()
    if home is None or not home.address:
        return ""
    return ", ".join(part for part in ("MVP Central Team", home.address, home.postcode) if part)
