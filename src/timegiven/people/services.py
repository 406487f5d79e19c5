"""Come to know a person, appoint staff, take on a volunteer, and let them go."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.people import access
from timegiven.people.models import Appointment, EmergencyContact, Person, Volunteer
from timegiven.programme.models import Strand, Unit


@transaction.atomic
def meet(*, name: str, email: str = "", at: datetime, by: Person | None = None, **details: object) -> Person:
    """Enter a person into the programme's knowledge: from a registration, or keyed in for someone without e-mail."""
    try:
        with transaction.atomic():
            person = Person(name=name.strip(), email=email.strip().lower() or None, **details)
            person.set_unusable_password()
            person.save(force_insert=True)
    except IntegrityError:
        raise NotAllowed(
            "We have not added this person: someone with this e-mail address is known already.",
            next_step="Look for them by name first, or leave the address empty if two people share it.",
        ) from None
    audit.record("met", of=person, by=by or person, at=at, about=person)
    return person


@transaction.atomic
def appoint(
    person: Person, *, role: str, unit: Unit, from_on: date, by: Person, at: datetime, seat: str = "", title: str = ""
) -> Appointment:
    """Give a person a role at a unit from a day on."""
    access.appoint.require(by, unit, london_day(at))
    appointment = Appointment.objects.create(
        person=person, role=role, unit=unit, from_on=from_on, seat=seat, title=title
    )
    audit.record("appointed", of=appointment, by=by, at=at, about=person)
    return appointment


@transaction.atomic
def end_appointment(appointment: Appointment, *, until_on: date, by: Person, at: datetime) -> None:
    """End an appointment: from that day the person may do and see nothing by it."""
    access.appoint.require(by, appointment.unit, london_day(at))
    Appointment.objects.filter(pk=appointment.pk).update(until_on=until_on)
    audit.record("ended appointment", of=appointment, by=by, at=at, about=appointment.person)


@transaction.atomic
def enrol(person: Person, *, borough: Unit, strand: Strand, by: Person, at: datetime) -> Volunteer:
    """Take a person on as a volunteer, or welcome back one who had left."""
    access.run_borough.require(by, borough, london_day(at))
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


@transaction.atomic
def set_emergency_contact(
    person: Person, *, name: str, phone: str, relationship: str, by: Person, at: datetime
) -> None:
    """Keep whom to ring if this person is hurt, as confirmed today (clause 108)."""
    EmergencyContact.objects.update_or_create(
        person=person,
        defaults={"name": name, "phone": phone, "relationship": relationship, "confirmed_on": london_day(at)},
    )
    audit.record("set emergency contact", of=person, by=by, at=at, about=person)


@transaction.atomic
def appoint_first(*, name: str, email: str, at: datetime) -> Person:
    """Appoint the first member of the Central Team: from the console of a site that has none, and never again."""
    if Appointment.objects.filter(role=Appointment.Role.CENTRAL_TEAM).exists():
        raise NotAllowed(
            "Nobody has been appointed: the Central Team has members already.",
            next_step="Ask one of them to make the appointment on the site.",
        )
    force = Unit.objects.filter(kind=Unit.Kind.FORCE).first()
    if force is None:
        raise NotAllowed("Nobody has been appointed: the organisation is empty.", next_step="Load it first.")
    person = meet(name=name, email=email, at=at)
    appointment = Appointment.objects.create(
        person=person, role=Appointment.Role.CENTRAL_TEAM, unit=force, from_on=london_day(at)
    )
    audit.record("appointed first", of=appointment, by=person, at=at, about=person)
    return person
