"""What can be asked about the programme as a whole. Totals only: nobody can be picked out."""

from datetime import date
from typing import NamedTuple

from django.db.models import Count

from timegiven.hours import selectors as hours
from timegiven.kernel.time import add_months, month_of, next_month
from timegiven.people.models import Volunteer
from timegiven.programme.models import Unit


def volunteers_by_status(borough: Unit | None) -> dict[str, int]:
    """How many volunteers are active, on a break and gone."""
    people = Volunteer.objects.filter(borough=borough) if borough else Volunteer.objects.all()
    counted = dict(people.values_list("status").annotate(number=Count("pk")).order_by())
    return {label: counted.get(status, 0) for status, label in Volunteer.Status.choices}


class Year(NamedTuple):
    """Twelve months in whole hours: together, where what is left over in each counts as well, and month by month."""

    hours: int
    by_month: list[tuple[str, int]]  # in three letters; a month without time is 0


def year_of_hours(day: date, borough: Unit | None) -> Year:
    """The twelve months that end with this one."""
    first = add_months(month_of(day), -11)
    given = dict(hours.by_month(first, next_month(day), borough))
    starts = [add_months(first, number) for number in range(12)]
    return Year(sum(given.values()) // 60, [(f"{start:%b}", given.get(start, 0) // 60) for start in starts])


def hours_by_borough(day: date) -> list[tuple[str, int]]:
    """(borough, whole hours) in the twelve months that end with this one; by name, for this is no contest."""
    given = hours.by_borough(add_months(month_of(day), -11), next_month(day))
    return [(name, minutes // 60) for name, minutes in given]
