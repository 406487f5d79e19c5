"""What joining lets go of when somebody leaves; called by the chapter that ends volunteering."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.joining import access
from timegiven.joining.models import Clearance, Pass
from timegiven.joining.services import ending, passes
from timegiven.kernel.time import london_day
from timegiven.people.models import Person


@transaction.atomic
def recall_passes(person: Person, *, by: Person, at: datetime) -> None:
    """Ask for a leaver's pass back, and stop one that is still being made."""
    for held in Pass.objects.filter(person=person, status=Pass.Status.ISSUED).select_related("person", "borough"):
        passes.recall_pass(held, by=by, at=at)
    for asked in Pass.objects.filter(person=person, status__in=(Pass.Status.ASKED, Pass.Status.READY)).select_related(
        "person", "borough"
    ):
        access.recall_pass.require(by, asked, london_day(at))
        Pass.lifecycle.move(asked, Pass.Status.CANCELLED, by=by, at=at)
    passes.let_go_of_photo_unless_held(person)


@transaction.atomic
def end_clearance(person: Person, *, by: Person, at: datetime) -> int:
    """End every clearance that is in force, from today: it is no longer needed. Return how many there were."""
    day = london_day(at)
    access.end_clearance.require(by, person, day)
    held = list(Clearance.objects.on(day).filter(person=person, outcome=Clearance.Outcome.CLEARED))
    for clearance in held:
        Clearance.objects.filter(pk=clearance.pk).update(until_on=day)
        ending.close(clearance, Clearance.Ended.NOT_NEEDED, by=by, at=at)
        audit.record("ended", of=clearance, by=by, at=at, about=person)
    return len(held)
