"""Give staff their appointments, and end them."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people import access, rules, selectors
from timegiven.people.models import Appointment, Person, Seat
from timegiven.people.services.knowing import meet
from timegiven.people.services.seating import load_seats
from timegiven.programme.models import Unit


@transaction.atomic
def appoint(
    person: Person,
    *,
    role: str,
    unit: Unit,
    from_on: date,
    by: Person,
    at: datetime,
    seat: Seat | None = None,
    is_deputy: bool = False,
    title: str = "",
) -> Appointment:
    """Give a person a role at a unit from a day on; on the Steering Group, a seat as its holder or deputy."""
    access.appoint.require(by, unit, london_day(at))
    _check_seat(seat, role=role, is_deputy=is_deputy, from_on=from_on)
    rules.check_place(role=role, kind=unit.kind, unit=unit.name)
    rules.check_not_held(already=selectors.holds_from(person, role, unit, from_on), name=person.name)
    try:
        with transaction.atomic():
            appointment = Appointment.objects.create(
                person=person, role=role, unit=unit, from_on=from_on, seat=seat, is_deputy=is_deputy, title=title
            )
    except IntegrityError:
        raise NotAllowed(
            f"Nothing has changed: {person.name} was appointed to this from the same day before.",
            next_step="Choose another day.",
        ) from None
    letters.write("people/appointed", to=person, at=at, appointment=appointment)
    audit.record("appointed", of=appointment, by=by, at=at, about=person)
    return appointment


def _check_seat(seat: Seat | None, *, role: str, is_deputy: bool, from_on: date) -> None:
    called = seat.name if seat else ""
    rules.check_seat(role=role, seat=called)
    rules.check_deputy(is_deputy=is_deputy, seat=called)
    if seat:
        Seat.objects.select_for_update().get(pk=seat.pk)  # of two appointed to it at once, the second is refused
        held_by = selectors.sits_from(seat, from_on).filter(is_deputy=False).first()
        rules.check_sits_alone(seat=called, held_by=held_by.person.name if held_by else "", is_deputy=is_deputy)


@transaction.atomic
def appoint_by_address(*, name: str, email: str, unit: Unit, by: Person, at: datetime, **post: Any) -> Appointment:
    """Appoint whoever has this e-mail address and name; someone new is entered with them."""
    access.appoint.require(by, unit, london_day(at))
    person = Person.objects.filter(email__iexact=email.strip()).first()
    if person:
        rules.check_is_meant(typed=name, name=person.name, email=email)
    else:
        person = meet(name=name, email=email, at=at, by=by)
    return appoint(person, unit=unit, by=by, at=at, **post)


@transaction.atomic
def end_appointment(appointment: Appointment, *, until_on: date, by: Person, at: datetime) -> None:
    """End an appointment: from that day the person may do and see nothing by it."""
    access.appoint.require(by, appointment.unit, london_day(at))
    appointment = Appointment.objects.select_for_update(of=("self",)).get(pk=appointment.pk)
    rules.check_end(from_on=appointment.from_on, until_on=until_on, ends_on=appointment.until_on)
    others = selectors.of_the_central_team(until_on).exclude(pk=appointment.pk).count()
    rules.check_someone_stays(is_central=appointment.role == Appointment.Role.CENTRAL_TEAM, others=others)
    Appointment.objects.filter(pk=appointment.pk).update(until_on=until_on)
    audit.record("ended appointment", of=appointment, by=by, at=at, about=appointment.person)


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
    load_seats(london_day(at))
    person = meet(name=name, email=email, at=at)
    appointment = Appointment.objects.create(
        person=person, role=Appointment.Role.CENTRAL_TEAM, unit=force, from_on=london_day(at)
    )
    audit.record("appointed first", of=appointment, by=person, at=at, about=person)
    return person
