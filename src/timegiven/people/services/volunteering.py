"""Take on a volunteer, and let them go."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.people import access
from timegiven.people.models import Person, Volunteer
from timegiven.programme.models import Strand, Unit


@transaction.atomic
def enrol(person: Person, *, borough: Unit, strand: Strand, by: Person, at: datetime) -> Volunteer:
    """Take a person on as a volunteer, or welcome back one who had left."""
    access.enrol.require(by, person, borough, london_day(at))
    volunteer = Volunteer.objects.filter(person=person).first()
    if volunteer is None:
        volunteer = Volunteer.objects.create(person=person, borough=borough, strand=strand, since_on=london_day(at))
        Volunteer.lifecycle.begin(volunteer, by=by, at=at)
    elif volunteer.status == Volunteer.Status.LEFT:
        Volunteer.objects.filter(pk=volunteer.pk).update(borough=borough, strand=strand)
        Volunteer.lifecycle.move(volunteer, Volunteer.Status.ACTIVE, by=by, at=at)
        volunteer.refresh_from_db()
    audit.record("enrolled", of=volunteer, by=by, at=at, about=person)
    return volunteer


@transaction.atomic
def mark_left(volunteer: Volunteer, *, by: Person, at: datetime) -> None:
    """Note that a volunteer has left. Called by concerns.services.end_volunteering, which lets go of all the rest."""
    Volunteer.objects.filter(pk=volunteer.pk).update(left_on=london_day(at))
    Volunteer.lifecycle.move(volunteer, Volunteer.Status.LEFT, by=by, at=at)
    audit.record("left", of=volunteer, by=by, at=at, about=volunteer.person)
