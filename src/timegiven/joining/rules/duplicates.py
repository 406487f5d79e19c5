"""Which two records may be one person: plain Python over names, birth dates, telephones, mailboxes and addresses.

Comparing everybody with everybody is 6,600 million pairs for 115,000 people. So two records are compared only when
they share a key: the same telephone, the same mailbox, or a birth date (as it is, or with day and month changed
round) together with a name that sounds alike. What is compared is then weighed by evidence for and against.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from timegiven.joining.rules.referees import mailbox, plain_number
from timegiven.kernel.refusals import NotAllowed

LIKELY = 70  # of 100: from here on a human is asked to look
CROWD = 40  # more people under one key say that the key says nothing: a switchboard, a shared mailbox

# One name in its spellings and short forms, a line each.
_VARIANTS = """
alexander alex sandy sasha
andrew andy drew
anthony antony tony
benjamin ben
catherine katherine kathryn cathy kate katie kathy cath
charles charlie chuck
christopher chris kit
daniel dan danny
david dave
deborah debra debbie deb
edward ed eddie ted ned
elizabeth elisabeth liz beth lizzie betty eliza
frances francis fran frank
frederick fred freddie
gregory greg
harold harry
james jim jimmy jamie
jennifer jen jenny
john jon jack johnny
jonathan jonny
joseph joe joey
joshua josh
kenneth ken kenny
lawrence laurence larry
margaret maggie peggy meg marge
matthew matt
michael mike mick micky
mohammed muhammad mohamed mohammad muhammed mohamad md
nicholas nick nicolas
patricia pat patrick paddy trish
peter pete
philip phillip phil
rebecca becky bex
richard rick dick rich ricky
robert rob bob bobby
ronald ron
samantha samuel sam
stephen steven steve
susan sue suzanne susie
theresa teresa terry
thomas tom tommy
timothy tim
victoria vicky
vincent vince
william will bill billy liam
zachary zach zack
"""
_SAME_NAME = {name: group.split()[0] for group in _VARIANTS.strip().splitlines() for name in group.split()}


class Record(NamedTuple):
    """What is compared of a person."""

    who: int
    given: str
    family: str
    born_on: date | None = None
    phone: str = ""
    email: str = ""
    place: str = ""  # the address, as letters and digits


@dataclass(frozen=True)
class Match:
    """Two records that may be one person."""

    one: int
    other: int
    score: int


_NOT_A_LETTER = re.compile(r"[^a-z ]+")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=200_000)
def plain(text: str) -> str:
    """Letters without accents and capitals."""
    if not text.isascii():
        text = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return _NOT_A_LETTER.sub("", text.casefold().replace("-", " "))


def record(
    who: int, *, name: str, born_on: date | None = None, phone: str = "", email: str = "", address: str = ""
) -> Record:
    """A person as they are compared."""
    names = plain(name).split() or [""]
    given = _SAME_NAME.get(names[0], names[0])
    place = _NOT_PLAIN.sub("", address.casefold())
    return Record(who, given, names[-1], born_on, plain_number(phone), mailbox(email) if email else "", place)


_GROUPS = {letter: code for code, letters in enumerate(
    ("bfpv", "cgjkqsxz", "dt", "l", "mn", "r"), start=1) for letter in letters}  # fmt: skip


@lru_cache(maxsize=200_000)
def sound(name: str) -> str:
    """How a name sounds, roughly: its first letter and the next two kinds of consonant (after Russell's Soundex)."""
    if not name:
        return ""
    first = name[0]
    heard, last = "", _GROUPS.get(first)
    for letter in name[1:]:
        kind = _GROUPS.get(letter)
        if kind and kind != last:
            heard += str(kind)
            if len(heard) == 2:
                break
        if letter not in "hw":
            last = kind
    return first + heard


def swapped(born_on: date) -> date | None:
    """The date with day and month changed round, when there is such a date and it is another."""
    if born_on.day > 12 or born_on.day == born_on.month:
        return None
    return date(born_on.year, born_on.day, born_on.month)


def keys(one: Record) -> list[tuple[object, ...]]:
    """Under what a person is looked for. Whoever shares one of these is compared."""
    found: list[tuple[object, ...]] = []
    if one.phone:
        found.append(("phone", one.phone))
    if one.email:
        found.append(("email", one.email))
    if one.place:
        found.append(("place", one.place, min(one.given[:1], one.family[:1])))
    born_on = one.born_on
    if born_on:
        low, high = (born_on.month, born_on.day) if born_on.month < born_on.day else (born_on.day, born_on.month)
        born = (born_on.year * 100 + low) * 100 + high  # the same when day and month are changed round
        initials = (one.given[:1], one.family[:1])
        found.append(("born", born, min(initials)))
        if initials[0] != initials[1]:
            found.append(("born", born, max(initials)))
        found.append(("month", born_on.year * 100 + born_on.month, sound(one.given), sound(one.family)))
    return found


def score(one: Record, other: Record) -> int:
    """How much speaks for one person, of 100: the names weigh most, then the birth date, then how to reach them."""
    names = _alike(one, other)
    if names < 0.75:
        return 0
    return max(0, min(100, round(_weigh_names(names) + _weigh_birth(one, other) + _weigh_reach(one, other))))


def _alike(one: Record, other: Record) -> float:
    """How alike two names are, from 0 to 1, also when given and family name were changed round."""
    straight = (_name(one.given, other.given) + _name(one.family, other.family)) / 2
    if straight >= 0.95:
        return straight
    crossed = (_name(one.given, other.family) + _name(one.family, other.given)) / 2
    return max(straight, crossed - 0.02)


def _name(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:  # an initial
        return 0.85 if one[:1] == other[:1] else 0.0
    return JaroWinkler.similarity(one, other)


def _weigh_names(names: float) -> float:
    return 40 * (names - 0.75) / 0.25 + 5


def _weigh_birth(one: Record, other: Record) -> float:
    if not (one.born_on and other.born_on):
        return 5.0
    if one.born_on == other.born_on:
        return 35.0
    if one.born_on == swapped(other.born_on):
        return 30.0
    slips = DamerauLevenshtein.distance(one.born_on.isoformat(), other.born_on.isoformat())
    return 20.0 if slips == 1 else 0.0 if slips == 2 else -20.0


def _weigh_reach(one: Record, other: Record) -> float:
    phone = _same(one.phone, other.phone, yes=20, no=-4)
    email = _same(one.email, other.email, yes=20, no=-4)
    if one.place and other.place:
        near = one.place == other.place or JaroWinkler.similarity(one.place, other.place) > 0.93
        return phone + email + (15 if near else -4)
    return phone + email


def _same(one: str, other: str, *, yes: int, no: int) -> int:
    return 0 if not (one and other) else yes if one == other else no


def matches(records: Iterable[Record]) -> list[Match]:
    """All likely pairs among these records, each once, with the lower number first."""
    first: dict[tuple[object, ...], Record] = {}  # most keys are one person's alone, and need no list
    blocks: dict[tuple[object, ...], list[Record]] = {}
    for each in records:
        for key in keys(each):
            other = first.setdefault(key, each)
            if other is not each:
                blocks.setdefault(key, [other]).append(each)
    seen: set[tuple[int, int]] = set()
    return [match for block in blocks.values() if len(block) <= CROWD for match in _within(block, seen)]


def _within(block: list[Record], seen: set[tuple[int, int]]) -> Iterator[Match]:
    for position, one in enumerate(block):
        for other in block[position + 1 :]:
            pair = (one.who, other.who) if one.who < other.who else (other.who, one.who)
            if pair not in seen:
                seen.add(pair)
                if (weight := score(one, other)) >= LIKELY:
                    yield Match(*pair, weight)


def matches_of(one: Record, candidates: Iterable[Record]) -> list[Match]:
    """The likely pairs of one record, best first."""
    found = ((score(one, each), each.who) for each in candidates if each.who != one.who)
    likely = [(weight, who) for weight, who in found if weight >= LIKELY]
    return [Match(min(one.who, who), max(one.who, who), weight) for weight, who in sorted(likely, reverse=True)]


@dataclass(frozen=True)
class Standing:
    """What a record carries that decides which of two is kept."""

    name: str
    is_volunteer: bool = False
    is_staff: bool = False


def check_merge(*, kept: Standing, other: Standing) -> None:
    """A volunteer's or a member of staff's record is the one that is kept; two such records are not made one here."""
    for is_held, what in (
        ((kept.is_volunteer, other.is_volunteer), "a volunteer"),
        ((kept.is_staff, other.is_staff), "a member of staff"),
    ):
        if all(is_held):
            raise NotAllowed(
                f"The records have not been made one: each of them is {what}, with a history of its own.",
                next_step=f"End what one of them has as {what} first, so that nothing is counted twice.",
                ask="The Central Team can help.",
            )
        if is_held[1]:
            raise NotAllowed(
                f"The records have not been made one: {other.name} is {what}, and that record has to be kept.",
                next_step="Choose to keep the other record.",
            )


def check_undo(*, is_undone: bool, is_late: bool, days: int) -> None:
    """A merge can be taken back for some days, and once."""
    if is_undone:
        raise NotAllowed(
            "Nothing has changed: the records have been taken apart already.", next_step="Open the page again."
        )
    if is_late:
        raise NotAllowed(
            f"The records have not been taken apart: this is possible for {days} days.",
            next_step="Ask the Central Team, who can enter the second person anew.",
        )
