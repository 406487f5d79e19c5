"""115,000 made-up people, some of them there twice with the slips that real registrations have. No Django.

Each duplicate changes one to three things: a letter of a name, a short form, day and month changed round, a digit of
the birth date, another telephone, another mailbox, a move, a middle name, given and family name changed round.
"""

import random
from datetime import date, timedelta

from faker import Faker

from timegiven.joining.rules.duplicates import Record, record, swapped

PEOPLE, TWICE = 115_000, 5_750
_SHORT = {"Christopher": "Chris", "Michael": "Mike", "Stephen": "Steve", "Elizabeth": "Liz", "Robert": "Bob",
          "William": "Bill", "Catherine": "Kate", "Susan": "Sue", "James": "Jim", "Margaret": "Maggie",
          "Patricia": "Pat", "Andrew": "Andy", "Matthew": "Matt", "Anthony": "Tony"}  # fmt: skip

Facts = dict[str, object]


def made(people: int = PEOPLE, twice: int = TWICE, seed: int = 2012) -> tuple[list[Facts], set[tuple[int, int]]]:
    """The facts of everybody, in no order, and the pairs of places at which one person stands twice."""
    rng, fake = random.Random(seed), Faker("en_GB")  # noqa: S311 - made-up people, the same each time
    fake.seed_instance(seed)
    given = sorted({fake.first_name() for _ in range(4_000)})
    family = sorted({fake.last_name() for _ in range(6_000)})
    streets = sorted({fake.street_name() for _ in range(8_000)})
    firsts = [_person(rng, given, family, streets) for _ in range(people - twice)]
    again = rng.sample(range(len(firsts)), twice)
    everybody = firsts + [_slipped(rng, firsts[place], given, streets) for place in again]
    order = list(range(len(everybody)))
    rng.shuffle(order)
    place_of = {old: new for new, old in enumerate(order)}
    pairs = {tuple(sorted((place_of[old], place_of[len(firsts) + n]))) for n, old in enumerate(again)}
    return [everybody[old] for old in order], pairs  # type: ignore[return-value]


def _weighted(rng: random.Random, names: list[str]) -> str:
    """Some names are common: the commonest is borne by about one in sixty, as in life."""
    return names[int(len(names) * rng.random() ** 1.5)]


def _person(rng: random.Random, given: list[str], family: list[str], streets: list[str]) -> Facts:
    first, last = _weighted(rng, given), _weighted(rng, family)
    return {
        "name": f"{first} {last}",
        "born_on": date(1930, 1, 1) + timedelta(days=rng.randrange(65 * 365)),
        "phone": f"07700 {rng.randrange(1_000_000):06}" if rng.random() < 0.9 else "",
        "email": f"{first}.{last}{rng.randrange(10_000)}@example.org".lower().replace(" ", ""),
        "address": f"{rng.randrange(1, 200)} {rng.choice(streets)}, London N{rng.randrange(1, 22)}",
    }


def _slipped(rng: random.Random, one: Facts, given: list[str], streets: list[str]) -> Facts:
    other = dict(one)
    for slip in rng.sample(_SLIPS, rng.choice((1, 2, 2, 3))):
        slip(rng, other, given, streets)
    return other


def _typo(rng: random.Random, word: str) -> str:
    place = rng.randrange(len(word))
    letter = rng.choice("aeiournstl")
    return rng.choice(
        (
            word[:place] + word[place + 1 :],
            word[:place] + letter + word[place:],
            word[:place] + letter + word[place + 1 :],
            word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
        )
    )


def _slip_name(rng: random.Random, one: Facts, given: list[str], streets: list[str]) -> None:
    first, last = str(one["name"]).split(" ", 1)
    if rng.random() < 0.3 and first in _SHORT:
        first = _SHORT[first]
    elif rng.random() < 0.5 and len(first) > 2:
        first = _typo(rng, first)
    elif len(last) > 2:
        last = _typo(rng, last)
    one["name"] = f"{first} {last}"


def _slip_order(rng: random.Random, one: Facts, given: list[str], streets: list[str]) -> None:
    first, last = str(one["name"]).split(" ", 1)
    one["name"] = f"{last} {first}" if rng.random() < 0.5 else f"{first} {rng.choice(given)} {last}"


def _slip_birth(rng: random.Random, one: Facts, given: list[str], streets: list[str]) -> None:
    born_on: date = one["born_on"]  # type: ignore[assignment]
    turned = swapped(born_on)
    one["born_on"] = turned if turned and rng.random() < 0.6 else born_on + timedelta(days=rng.choice((1, -1, 10)))


def _slip_phone(rng: random.Random, one: Facts, given: list[str], streets: list[str]) -> None:
    one["phone"] = f"07700 {rng.randrange(1_000_000):06}"


def _slip_email(rng: random.Random, one: Facts, given: list[str], streets: list[str]) -> None:
    one["email"] = f"{rng.choice(given).lower()}{rng.randrange(100_000)}@example.net"


def _slip_address(rng: random.Random, one: Facts, given: list[str], streets: list[str]) -> None:
    one["address"] = f"{rng.randrange(1, 200)} {rng.choice(streets)}, London E{rng.randrange(1, 22)}"


_SLIPS = (_slip_name, _slip_name, _slip_order, _slip_birth, _slip_phone, _slip_email, _slip_email, _slip_address)


def records(everybody: list[Facts]) -> list[Record]:
    """As the rules compare them; who somebody is, is their place in the list."""
    return [record(who, **facts) for who, facts in enumerate(everybody)]  # type: ignore[arg-type]
