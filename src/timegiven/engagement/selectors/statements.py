"""What the letters say: hours, families of roles, and for one of them role, pattern and expenses."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from timegiven.expenses import selectors as expenses
from timegiven.hours import selectors as hours
from timegiven.kernel.time import add_months, month_of, next_month
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person, Volunteer
from timegiven.placements.models import Placement

LATELY = 3  # months that the statement of volunteering looks back


@dataclass(frozen=True)
class Statement:
    """All time that somebody gave: in minutes, by year, and the families of their roles."""

    minutes: int
    by_year: list[tuple[int, int]]
    families: list[str]


def volunteers_to_write_for(person: Person, day: date) -> QuerySet[Volunteer]:
    """Oneself, and the volunteers of the boroughs that one runs, those who have left included."""
    mine = Q(person=person) | people.scope(person, [Role.MVPM], day, on="borough")
    return Volunteer.objects.filter(mine).select_related("person", "borough", "strand")


def statement(volunteer: Volunteer) -> Statement:
    """Hours and families of roles, from the ledger and the placements."""
    years: dict[int, int] = defaultdict(int)
    for month in hours.months_of(volunteer.person):
        years[month.starts_on.year] += month.minutes
    return Statement(sum(years.values()), sorted(years.items()), _families(volunteer))


def _families(volunteer: Volunteer) -> list[str]:
    """The kinds of role, as the library names them; never the unit, the borough or the task."""
    found = _started(volunteer).order_by("from_on", "pk")
    return list(dict.fromkeys(each.version.profile.get_category_display() for each in found))


def _started(volunteer: Volunteer) -> QuerySet[Placement]:
    begun = Placement.objects.filter(volunteer=volunteer, status__in=("STARTED", "ENDED"))
    return begun.select_related("version__profile", "unit")


def roles_of(volunteer: Volunteer, day: date) -> list[Placement]:
    """The placements that go on."""
    return list(_started(volunteer).filter(status="STARTED").order_by("from_on", "pk"))


def statement_of_volunteering(volunteer: Volunteer, day: date) -> tuple[list[tuple[date, int]], int]:
    """([(month, minutes)] of the last whole months and this one, pence paid back in them)."""
    first = add_months(month_of(day), -LATELY)
    given = {month.starts_on: month.minutes for month in hours.months_of(volunteer.person)}
    months = [add_months(first, number) for number in range(LATELY + 1)]
    paid = expenses.paid_between(volunteer.person, first, next_month(day))
    return [(month, given.get(month, 0)) for month in months], paid
