"""What can be asked about the programme as a whole. Totals only: nobody can be picked out."""

from datetime import date

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


def year_of_hours(day: date, borough: Unit | None) -> list[tuple[str, int]]:
    """(month in three letters, whole hours) for the twelve months that end with this one; a month without time is 0."""
    first = add_months(month_of(day), -11)
    given = dict(hours.by_month(first, next_month(day), borough))
    return [(f"{start:%b}", given.get(start, 0) // 60) for start in (add_months(first, n) for n in range(12))]


def hours_of_year(day: date, borough: Unit | None) -> int:
    """Whole hours of those twelve months together: what is left over in each month counts here as well."""
    first = add_months(month_of(day), -11)
    return sum(minutes for _, minutes in hours.by_month(first, next_month(day), borough)) // 60


def hours_by_borough(day: date) -> list[tuple[str, int]]:
    """(borough, whole hours) in the twelve months that end with this one; by name, for this is no contest."""
    given = hours.by_borough(add_months(month_of(day), -11), next_month(day))
    return [(name, minutes // 60) for name, minutes in given]
