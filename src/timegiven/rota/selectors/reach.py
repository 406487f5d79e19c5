"""How far people live from places: from the middle of their postcode district, so a help and not a measurement."""

from collections.abc import Iterable

from timegiven.kernel.words import so_many
from timegiven.library import selectors as library
from timegiven.people.models import Person
from timegiven.programme.models import Unit

METRES_IN_A_MILE = 1609
Miles = dict[int, float]


def miles_to(people: Iterable[Person], units: Iterable[Unit]) -> dict[int, Miles]:
    """By person and unit, how many miles lie between; left out where one of the two is not known."""
    where = library.positions_of({unit.pk for unit in units})
    ways: dict[str, Miles] = {}
    return {each.pk: _from(library.district_in(str(each.address or "")), where, ways) for each in people}


def in_words(miles: float) -> str:
    """About 3 miles away."""
    return "Less than a mile away" if miles < 1 else f"About {so_many(round(miles), 'mile')} away"


def _from(district: str, where: dict[int, tuple[float, float]], ways: dict[str, Miles]) -> Miles:
    """Reckoned once for each district."""
    if district not in ways:
        home = library.position_of(district)
        found = {unit: library.way_between(home, there) for unit, there in where.items()}
        ways[district] = {unit: miles for unit, miles in found.items() if miles is not None}
    return ways[district]
