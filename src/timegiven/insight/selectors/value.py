"""What the time given is compared with: a range, and never a figure for a person."""

from dataclasses import dataclass
from datetime import date

from timegiven.hours import selectors as hours
from timegiven.insight.policies import COMPARATOR_HIGH, COMPARATOR_LOW
from timegiven.kernel.time import add_months, month_of
from timegiven.programme.policy import all_on


@dataclass(frozen=True)
class Compared:
    """The time of a year, and between which amounts it lies, each month at the rate of its own day."""

    first: date
    minutes: int
    low: int
    high: int


def compared_by_year(day: date, *, years: int = 5) -> list[Compared]:
    """So many years that end with this month, the newest first; years without time are left out."""
    found, end = [], add_months(month_of(day), 1)
    for number in range(years):
        first = add_months(end, -12 * (number + 1))
        year = _compared(first, add_months(first, 12))
        if year.minutes:
            found.append(year)
    return found


def _compared(first: date, until: date) -> Compared:
    minutes = low = high = 0
    for month, given in hours.by_month(first, until):
        least, most = all_on(month, COMPARATOR_LOW, COMPARATOR_HIGH)
        minutes, low, high = minutes + given, low + given * least, high + given * most
    return Compared(first, minutes, low // 60, high // 60)


def rates_on(day: date) -> tuple[int, int]:
    """(least, most) pence an hour on a day."""
    least, most = all_on(day, COMPARATOR_LOW, COMPARATOR_HIGH)
    return least, most
