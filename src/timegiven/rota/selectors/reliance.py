"""Where a unit has come to rely on one volunteer (clause 43). It is the unit that is told; nobody is named."""

from collections import Counter, defaultdict
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.db.models import Count

from timegiven.kernel.time import at_london
from timegiven.library.models import RoleProfile
from timegiven.people import selectors as people
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.programme.models import Unit
from timegiven.programme.policy import all_on
from timegiven.rota import rules
from timegiven.rota.models import Offer
from timegiven.rota.policies import RELY_DAYS, RELY_LEAST, RELY_SHARE
from timegiven.rota.selectors.duties import PLANNERS

Place = tuple[int, int]  # a profile, and the unit where it is done


class Leaning(NamedTuple):
    """A role at a unit that hangs on one person; who that is stays untold."""

    role: str
    unit: str
    unit_reference: str
    carried: int
    total: int
    others: int  # placed in the role there beside that person
    borough: int | None


def leaning(person: Person, day: date) -> list[Leaning]:
    """The roles, at the units that this person plans for, that the unit would have to stop without one volunteer."""
    days, least, share = all_on(day, RELY_DAYS, RELY_LEAST, RELY_SHARE)
    taken = (
        Offer.objects.filter(duty__unit__in=people.units(person, PLANNERS, day), status__in=Offer.TAKEN)
        .filter(duty__starts_at__gte=_ago(day, days), duty__starts_at__lt=_ago(day, -days), duty__cancelled_at=None)
        .order_by()
        .values_list("duty__version__profile", "duty__unit", "person")
        .annotate(duties=Count("pk"))
    )
    carried: dict[Place, Counter[int]] = defaultdict(Counter)
    for profile, unit, who, duties in taken:
        carried[profile, unit][who] += duties
    heavy = {
        key: counted for key, counted in carried.items() if rules.leans([*counted.values()], least=least, share=share)
    }
    return _told(heavy) if heavy else []


def _told(heavy: dict[Place, Counter[int]]) -> list[Leaning]:
    titles = dict(RoleProfile.objects.filter(pk__in={profile for profile, _ in heavy}).values_list("pk", "title"))
    units = Unit.objects.select_related("borough").in_bulk({unit for _, unit in heavy})
    there = Placement.objects.filter(status=Placement.Status.STARTED, unit__in=units)
    placed = Counter(there.values_list("version__profile", "unit"))
    found = [
        Leaning(
            titles[profile],
            units[unit].full_name,
            units[unit].reference,
            max(counted.values()),
            sum(counted.values()),
            max(placed[profile, unit] - 1, 0),
            units[unit].borough_id,
        )
        for (profile, unit), counted in heavy.items()
    ]
    return sorted(found)


def _ago(day: date, days: int) -> datetime:
    return at_london(day - timedelta(days=days), time())
