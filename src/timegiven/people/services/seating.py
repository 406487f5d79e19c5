"""The seats of the Steering Group: load those a programme starts with, add one, end one."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max, Q

from timegiven.audit import services as audit
from timegiven.kernel.references import new_reference
from timegiven.kernel.time import london_day
from timegiven.people import access, rules, selectors
from timegiven.people.models import Person, Seat
from timegiven.programme.content.seats import SEATS


def load_seats(day: date) -> None:
    """Bring the seats that every programme starts with into the table; those that are there stay as they are."""
    for position, spec in enumerate(SEATS, start=1):
        facts = {"name": spec.name, "is_chair": spec.is_chair, "is_staff_side": spec.is_staff_side}
        Seat.objects.get_or_create(code=spec.code, defaults={**facts, "position": position, "from_on": day})


@transaction.atomic
def add_seat(
    *, name: str, from_on: date, by: Person, at: datetime, is_chair: bool = False, is_staff_side: bool = False
) -> Seat:
    """Add a seat to the Steering Group: from that day its holder is heard on every role."""
    access.keep_seats.require(by, london_day(at))
    there = Seat.objects.filter(Q(until_on=None) | Q(until_on__gt=from_on))
    rules.check_new_seat(
        name=name,
        taken=there.filter(name__iexact=name.strip()).exists(),
        is_chair=is_chair,
        has_chair=there.filter(is_chair=True).exists(),
    )
    last = Seat.objects.aggregate(last=Max("position"))["last"] or 0
    seat = Seat.objects.create(
        code=new_reference(),
        name=name.strip(),
        position=0 if is_chair else last + 1,
        is_chair=is_chair,
        is_staff_side=is_staff_side,
        from_on=from_on,
    )
    audit.record("added seat", of=seat, by=by, at=at, why=seat.name)
    return seat


@transaction.atomic
def end_seat(seat: Seat, *, until_on: date, by: Person, at: datetime) -> None:
    """End a seat nobody sits in; the last one of the staff side never ends."""
    access.keep_seats.require(by, london_day(at))
    seat = Seat.objects.select_for_update().get(pk=seat.pk)
    others = Seat.objects.filter(is_staff_side=True, until_on=None, from_on__lte=until_on).exclude(pk=seat.pk)
    held_by = selectors.sits_from(seat, until_on).first()
    rules.check_end_of_seat(
        from_on=seat.from_on,
        until_on=until_on,
        ends_on=seat.until_on,
        held_by=held_by.person.name if held_by else "",
        other_unions=others.count() if seat.is_staff_side else 1,
    )
    Seat.objects.filter(pk=seat.pk).update(until_on=until_on)
    audit.record("ended seat", of=seat, by=by, at=at, why=seat.name)
