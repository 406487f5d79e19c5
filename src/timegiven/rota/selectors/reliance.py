"""Where a unit has come to rely on one volunteer (clause 43). It is the unit that is told; nobody is named."""

from collections import Counter, defaultdict
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.db.models import Count

from timegiven.kernel.time import at_london
from timegiven.people import selectors as people
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.programme.policy import all_on
from timegiven.rota import rules
from timegiven.rota.models import Offer
from timegiven.rota.policies import RELY_DAYS, RELY_LEAST, RELY_SHARE
from timegiven.rota.selectors.duties import PLANNERS


class Leaning(NamedTuple):
    """A role at a unit that hangs on one person; who that is stays untold."""

    role: str
    unit: str
    unit_reference: str
    carried: int
    total: int
    others: int  # placed in the role there beside that person


def leaning(person: Person, day: date) -> list[Leaning]:
    """The roles, at the units that this person plans for, that the unit would have to stop without one volunteer."""
    days, least, share = all_on(day, RELY_DAYS, RELY_LEAST, RELY_SHARE)
    taken = (
        Offer.objects.filter(people.scope(person, PLANNERS, day, on="duty__unit"), status__in=Offer.TAKEN)
        .filter(duty__starts_at__gte=_ago(day, days), duty__starts_at__lt=_ago(day, -days), duty__cancelled_at=None)
        .order_by()
        .values_list(
            *("duty__version__profile", "duty__unit", "person", "duty__version__profile__title", "duty__unit__name"),
            *("duty__unit__borough__name", "duty__unit__reference"),
        )
        .annotate(duties=Count("pk"))
    )
    carried: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
    named: dict[tuple[int, int], tuple[str, str, str]] = {}
    for profile, unit, who, title, name, borough, reference, duties in taken:
        carried[profile, unit][who] += duties
        named[profile, unit] = title, f"{name}, {borough}" if borough else name, reference
    heavy = {
        key: counted for key, counted in carried.items() if rules.leans([*counted.values()], least=least, share=share)
    }
    others = _placed(heavy) if heavy else Counter()
    return [
        Leaning(*named[key], max(counted.values()), sum(counted.values()), max(others[key] - 1, 0))
        for key, counted in sorted(heavy.items(), key=lambda each: named[each[0]])
    ]


def _placed(keys: dict[tuple[int, int], Counter[int]]) -> Counter[tuple[int, int]]:
    there = Placement.objects.filter(status=Placement.Status.STARTED, unit__in={unit for _, unit in keys})
    return Counter(there.values_list("version__profile", "unit"))


def _ago(day: date, days: int) -> datetime:
    return at_london(day - timedelta(days=days), time())
