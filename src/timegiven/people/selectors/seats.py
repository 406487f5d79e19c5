"""The seats of the Steering Group, and who sits in them."""

from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from timegiven.people.models import Appointment, Seat


def seats(day: date) -> QuerySet[Seat]:
    """The seats there are on a day, in the order in which they take the chair."""
    return Seat.objects.on(day).order_by("position", "name")


def sitting(day: date) -> QuerySet[Appointment]:
    """Who sits in which seat on a day, the holder before the deputies."""
    return (
        Appointment.objects.on(day)
        .filter(seat__in=Seat.objects.on(day).values("pk"), person__is_active=True)
        .select_related("person", "seat")
        .order_by("seat__position", "seat__name", "is_deputy", "person__name")
    )


def sits_from(seat: Seat, day: date) -> QuerySet[Appointment]:
    """Who sits in a seat on a day or will from a later one."""
    there = Appointment.objects.filter(Q(until_on=None) | Q(until_on__gt=day), seat=seat)
    return there.select_related("person").order_by("from_on", "pk")


def seats_with_sitters(day: date) -> QuerySet[Seat]:
    """The seats that there are or will be, each with its ``sitters``: those of today and of later."""
    there = Appointment.objects.filter(Q(until_on=None) | Q(until_on__gt=day)).select_related("person")
    return (
        Seat.objects.filter(Q(until_on=None) | Q(until_on__gt=day))
        .prefetch_related(Prefetch("appointments", there.order_by("is_deputy", "from_on"), to_attr="sitters"))
        .order_by("position", "name")
    )
