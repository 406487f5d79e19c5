"""Keep what insurers know about driving, and which papers were seen (clauses 103 to 105)."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.people.models import Person, Volunteer
from timegiven.placements import access, rules
from timegiven.placements.models import VehicleStatement

Kind = VehicleStatement.Kind


@transaction.atomic
def say_vehicle(volunteer: Volunteer, *, said: Collection[str], by: Person, at: datetime) -> None:
    """Keep what the volunteer's insurer knows today; what is not said any more ends today (clause 104)."""
    day = london_day(at)
    access.say_vehicle.require(by, volunteer, day)
    held = VehicleStatement.objects.filter(volunteer=volunteer, until_on=None, kind__in=VehicleStatement.SAID)
    held.exclude(kind__in=said).update(until_on=day)
    known = set(held.values_list("kind", flat=True))
    for kind in VehicleStatement.SAID:
        if kind in said and kind not in known:
            facts = {"noted_by": by, "until_on": None}
            VehicleStatement.objects.update_or_create(volunteer=volunteer, kind=kind, from_on=day, defaults=facts)
    audit.record("said what insurers know", of=volunteer, by=by, at=at, about=volunteer.person)


@transaction.atomic
def see_vehicle_paper(
    volunteer: Volunteer, *, kind: str, seen_on: date, until_on: date, by: Person, at: datetime
) -> None:
    """Note that a licence, or the insurer's agreement, was seen, and until when it holds (clause 105)."""
    day = london_day(at)
    access.see_vehicle_paper.require(by, volunteer, day)
    rules.check_paper(seen_on=seen_on, until_on=until_on, today=day)
    facts = {"seen_on": seen_on, "until_on": until_on, "noted_by": by}
    VehicleStatement.objects.update_or_create(volunteer=volunteer, kind=Kind(kind), from_on=seen_on, defaults=facts)
    audit.record("saw vehicle paper", of=volunteer, by=by, at=at, about=volunteer.person)
