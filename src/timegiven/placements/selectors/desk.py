"""What waits for this person in the matter of placements."""

from datetime import date

from timegiven.kernel.desk import Need, in_all, numbers
from timegiven.kernel.time import london_day
from timegiven.kernel.words import clock, so_many
from timegiven.kernel.words import day as in_words
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person
from timegiven.placements.models import Placement
from timegiven.placements.selectors import waiting
from timegiven.placements.selectors.agreed import RESTS, outdated, stopped, unconfirmed
from timegiven.placements.selectors.agreeing import patterns_waiting
from timegiven.placements.selectors.lists import without_something
from timegiven.placements.selectors.matching import open_roles

Role = Appointment.Role


def needs(person: Person, day: date) -> list[Need]:
    """Offers to answer, first days to prepare, volunteers to look after."""
    held = {appointment.role for appointment in people.appointments(person, day)}
    lines = _offers(person)
    if person.is_volunteering:
        lines += waiting.of_a_volunteer(person) + _changed(person) + _resting(person, day)
    if person.is_volunteering or held & {Role.UNIT_MANAGER, Role.MVPM}:
        lines += _days_and_times(person, day)
    if Role.UNIT_MANAGER in held:
        lines += _first_days(person, day) + waiting.of_a_unit_manager(person, day)
    if Role.MVPM in held:
        lines += _attention(person, day) + _unconfirmed(person, day) + waiting.of_an_mvpm(person, day)
        lines += _open_roles(person, day)
    if held & {Role.MVPM, Role.CENTRAL_TEAM}:
        lines += waiting.of_a_reviewer(person, day)
    return lines


def _offers(person: Person) -> list[Need]:
    offered = Placement.objects.filter(volunteer__person=person, status=Placement.Status.OFFERED)
    return [
        Need(
            f"You are offered a place: {placement.version.title}, {placement.unit.full_name}",
            "placements:placement",
            (placement.reference,),
            hint="Have a look, and say yes or no as you like.",
            due_on=placement.reply_by,
        )
        for placement in offered.select_related("version__profile", "unit__borough").order_by("pk")
    ]


def _days_and_times(person: Person, day: date) -> list[Need]:
    """Days and times that somebody has suggested, and that wait for this person's yes (clause 44)."""
    return [
        Need(
            f"Do these days and times suit? {pattern.placement.version.title}, {pattern.placement.unit.name}",
            "placements:pattern",
            (pattern.placement.reference,),
            hint="Say yes, or suggest others.",
        ).at(pattern.placement.volunteer.borough_id)
        for pattern in patterns_waiting(person, day)
    ]


def _open_roles(person: Person, day: date) -> list[Need]:
    return in_all(
        numbers(open_roles(person, day), "unit__borough"),
        lambda count: f"{so_many(count, 'role')} with a place free",
        "placements:open_roles",
        hint="See who fits, and why.",
    )


def _changed(person: Person) -> list[Need]:
    """The roles that have changed since they were agreed to (clause 57)."""
    return [
        Need(
            f"Your role has changed: {placement.version.title}, {placement.unit.full_name}",
            "placements:confirm",
            (placement.reference,),
            hint="Please read what is different. Until you have said yes, keep to the tasks that stayed the same.",
        )
        for placement in outdated().filter(volunteer__person=person).order_by("pk")
    ]


def _resting(person: Person, day: date) -> list[Need]:
    """The roles that rest until the place has been looked at, told in one sentence (clauses 59, 60)."""
    return [
        Need(
            f"{placement.version.title} at {placement.unit.full_name} rests for now",
            "placements:placement",
            (placement.reference,),
            hint=RESTS,
        )
        for placement in stopped(person, day)
    ]


def _unconfirmed(person: Person, day: date) -> list[Need]:
    return in_all(
        numbers(unconfirmed(person, day), "volunteer__borough"),
        lambda count: f"{so_many(count, 'volunteer has', 'volunteers have')} not said yes to a changed role yet",
        "placements:unconfirmed",
    )


def _first_days(person: Person, day: date) -> list[Need]:
    mine = people.scope(person, (Role.UNIT_MANAGER,), day, on="unit")
    agreed = Placement.objects.filter(mine, status=Placement.Status.AGREED)
    whole = agreed.select_related("volunteer__person", "version__profile", "unit", "arrival").order_by("pk")
    return [_first_day(placement) for placement in whole]


def _first_day(placement: Placement) -> Need:
    at = placement.arrival.meets_at if hasattr(placement, "arrival") else None
    planned = f"{in_words(at)} at {clock(at)}." if at else "No day has been planned yet."
    return Need(
        f"Welcome {placement.volunteer.person.name} on the first day",
        "placements:first_day",
        (placement.reference,),
        hint=f"{placement.version.title}, {placement.unit.name}. {planned}",
        due_on=london_day(at) if at else None,
    )


def _attention(person: Person, day: date) -> list[Need]:
    return in_all(
        without_something(person, day),
        lambda count: f"{so_many(count, 'volunteer')} without a placement, a security check or a pass",
        "placements:volunteers",
        query="?needs_attention=on",
    )
