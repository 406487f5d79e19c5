"""Names, ages and addresses of people who do not exist."""

import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from timegiven.demonstration.cast import PLAYERS
from timegiven.demonstration.make.stage import NO_PASSWORD, Stage
from timegiven.library import selectors as library
from timegiven.people.models import Person
from timegiven.programme.content.districts import DISTRICTS
from timegiven.programme.content.names import COMMUNITIES, NEVER_TOGETHER, Community
from timegiven.programme.content.organisation import STATIONS
from timegiven.programme.models import Unit

# Years of age, and how many volunteers in a hundred.
AGES = ((16, 17, 3), (18, 24, 17), (25, 34, 19), (35, 49, 21), (50, 64, 20), (65, 79, 16), (80, 89, 4))
STREETS = (
    "Alder Bramble Chestnut Damson Elder Fennel Gorse Hazel Juniper Linden Myrtle Rowan Sorrel Teasel Yarrow".split()
)
WAYS = ("Road", "Street", "Close", "Gardens", "Grove")
NEAR = 20  # postcode districts around a borough's police station


def deck(stage: Stage, number: int) -> list[Community]:
    """So many communities in London's proportions, exactly, and shuffled."""
    hundred = [community for community in COMMUNITIES for _ in range(community.weight)]
    stage.rng.shuffle(hundred)
    hands = [hundred[place * 37 % 100] for place in range(number)]  # 37 and 100 share no divisor: each comes once
    stage.rng.shuffle(hands)
    return hands


def names(stage: Stage, number: int) -> Iterator[str]:
    """Full names, none of them somebody well known's and none of the cast's."""
    taken = {player.name for player in PLAYERS.values()}
    for community in deck(stage, number):
        while True:
            given, family = stage.rng.choice(community.given), stage.rng.choice(community.family)
            if (given, family) not in NEVER_TOGETHER and f"{given} {family}" not in taken:
                break
        yield f"{given} {family}"


def birthday(stage: Stage, age: int) -> date:
    """A day on which somebody who is ``age`` today may have been born; the youngest are well past their birthday."""
    past = stage.rng.randint(200, 360) if age == 16 else stage.rng.randint(3, 360)
    last = date(stage.today.year - age, stage.today.month, min(stage.today.day, 28))
    return last - timedelta(days=past)


def an_age(stage: Stage) -> int:
    first, last, _ = stage.rng.choices(AGES, weights=[weight for *_, weight in AGES])[0]
    return stage.rng.randint(first, last)


def person(stage: Stage, name: str, *, code: str = "", borough: Unit | None = None, **facts: object) -> Person:
    """One made-up person, not yet written."""
    facts.setdefault("email", _email(stage, name))
    number = stage.rng.randint(0, 999)
    return Person(
        reference=PLAYERS[code].reference if code else stage.reference(),
        name=name,
        phone=f"07700 900{number:03}" if borough else f"020 7946 0{number:03}",
        address=_address(stage, borough) if borough else "",
        password=NO_PASSWORD,
        is_synthetic=True,
        **facts,
    )


def _address(stage: Stage, borough: Unit) -> str:
    street = f"{stage.rng.choice(STREETS)} {stage.rng.choice(WAYS)}"
    number, near = stage.rng.randint(1, 180), _districts(borough.code)
    return f"{number} {street}, {borough.name}, London {near[number % len(near)] if near else ''}".strip()


@cache
def _districts(code: str) -> tuple[str, ...]:
    """The districts nearest to a borough's police station: enough to say how far somebody lives, and nobody's door."""
    home = next(((each.latitude, each.longitude) for each in STATIONS if each.parent == code), None)
    away = {name: library.way_between(home, where) for name, where in DISTRICTS.items()}
    return tuple(sorted(away, key=lambda name: away[name] or 0)[:NEAR]) if home else ()


def _email(stage: Stage, name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    wish = ".".join(plain.split())
    address, number = f"{wish}@example.org", 1
    while address in stage.emails:
        number += 1
        address = f"{wish}{number}@example.org"
    stage.emails.add(address)
    return address
