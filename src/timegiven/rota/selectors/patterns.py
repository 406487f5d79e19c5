"""Weekly patterns: who sees which, and the days that one falls on."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import QuerySet

from timegiven.people import selectors as people
from timegiven.people.models import Person
from timegiven.programme.models import Unit
from timegiven.rota.models import Pattern
from timegiven.rota.selectors.duties import PLANNERS


def patterns_seen_by(person: Person, day: date) -> QuerySet[Pattern]:
    """The patterns of the units that this person plans for."""
    return Pattern.objects.filter(people.scope(person, PLANNERS, day, on="unit")).select_related(
        "version__profile", "unit__borough"
    )


def patterns_of(area: Unit, day: date) -> QuerySet[Pattern]:
    """The patterns of an area that have not ended, by unit and role."""
    on = "unit" if area.kind == Unit.Kind.UNIT else "unit__borough"
    going = Pattern.objects.filter(**{on: area.pk}).exclude(until_on__lte=day)
    return going.select_related("version__profile", "unit__borough").order_by(
        "unit__name", "version__profile__title", "starts", "pk"
    )


def days_of(pattern: Pattern, first: date, days: int) -> Iterator[date]:
    """The days among so many, from ``first`` on, that a pattern falls on."""
    week_one = pattern.from_on - timedelta(days=pattern.from_on.weekday())
    for count in range(days):
        on = first + timedelta(days=count)
        if (
            on.weekday() in pattern.weekdays
            and pattern.covers(on)
            and (on - week_one).days // 7 % pattern.every_weeks == 0
        ):
            yield on
