"""What was said and seen about own cars, and whether one may be used in a role."""

from datetime import date

from timegiven.library import selectors as library
from timegiven.people.models import Volunteer
from timegiven.placements import rules
from timegiven.placements.models import Placement, VehicleStatement
from timegiven.placements.selectors.agreed import version_on
from timegiven.programme import selectors as programme
from timegiven.programme.models import Cover

Kind = VehicleStatement.Kind


def statements_of(volunteer: Volunteer, day: date) -> dict[str, VehicleStatement]:
    """The statements in force, the newest of each kind."""
    held = VehicleStatement.objects.on(day).filter(volunteer=volunteer).order_by("from_on", "pk")
    return {each.kind: each for each in held.select_related("noted_by")}


def missing_for_own_vehicle(placement: Placement, day: date) -> list[str]:
    """Why the own car may not be used in this placement on a day; nothing when it may (clause 105)."""
    held, version = statements_of(placement.volunteer, day), version_on(placement, day)
    cover = programme.cover_on(day, placement.volunteer.strand).filter(kind=Cover.Kind.VEHICLE)
    return rules.missing_for_own_vehicle(
        on_profile=version.allows_own_vehicle,
        is_assessed=library.risk_held(placement.unit, version, day),
        is_covered=cover.exists(),
        licence_seen=Kind.LICENCE in held,
        is_underwritten=Kind.UNDERWRITTEN in held,
    )


def own_vehicle(volunteer: Volunteer, day: date) -> list[tuple[Placement, list[str]]]:
    """Each role of the volunteer that goes on, with what stands in the way of using the own car there."""
    placed = Placement.objects.filter(volunteer=volunteer, status__in=Placement.LIVE)
    whole = placed.select_related("version__profile", "unit__borough", "volunteer__strand")
    return [(each, missing_for_own_vehicle(each, day)) for each in whole.order_by("pk")]
