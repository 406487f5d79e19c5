"""What the time given is compared with: a range, and never a figure for a person."""

from dataclasses import dataclass
from datetime import date

from timegiven.hours import selectors as hours
from timegiven.insight.policies import COMPARATOR_HIGH, COMPARATOR_LOW
from timegiven.kernel.time import add_months, month_of
from timegiven.kernel.words import so_many
from timegiven.programme.policy import all_on


@dataclass(frozen=True)
class Compared:
    """The time of a year, and between which amounts it lies, each month at the rate of its own day."""

    first: date
    minutes: int
    low: int
    high: int

    @property
    def time(self) -> str:
        """Whole hours: a report of years needs no minutes."""
        return so_many(self.minutes // 60, "hour")


def compared_by_year(day: date, *, years: int = 5) -> list[Compared]:
    """So many years that end with this month, the newest first; years without time are left out."""
    found, end = [], add_months(month_of(day), 1)
    for number in range(years):
        first = add_months(end, -12 * (number + 1))
        year = compared(first, add_months(first, 12))
        if year.minutes:
            found.append(year)
    return found


def compared(first: date, until: date) -> Compared:
    """The time of the months in [first, until), each at the rate of its own day."""
    minutes = low = high = 0
    for month, given in hours.by_month(first, until):
        least, most = all_on(month, COMPARATOR_LOW, COMPARATOR_HIGH)
        minutes, low, high = minutes + given, low + given * least, high + given * most
    return Compared(first, minutes, _whole_pounds(low // 60), _whole_pounds(high // 60))


def _whole_pounds(pence: int) -> int:
    """Pence would look like a price; this is a comparison."""
    return pence // 100 * 100


def rates_on(day: date) -> tuple[int, int]:
    """(least, most) pence an hour on a day."""
    least, most = all_on(day, COMPARATOR_LOW, COMPARATOR_HIGH)
    return least, most
