"""The same question of many people on many days, in as many queries as of one person on one day (and a few)."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import QuerySet

from timegiven.library.models import ProfileVersion
from timegiven.placements.selectors.checks import FOR_A_DUTY
from timegiven.placements.selectors.facts import Check, Periods, Question, covers
from timegiven.placements.selectors.ready import asked_of, failing_on
from timegiven.programme.models import Unit

Days = Sequence[date]
Bits = dict[int, int]  # by person: the days, as bits of one number
READY: frozenset[str] = frozenset()


def readiness_by_day(
    people: QuerySet | Iterable[int],
    version: ProfileVersion,
    unit: Unit,
    days: Iterable[date],
    minutes: int = 0,
    *,
    checks: Iterable[Check] = FOR_A_DUTY,
) -> dict[int, dict[date, frozenset[str]]]:
    """For each person and day the codes of the checks that fail: what ``readiness`` says of each day by itself.

    What the database knows of a person from when until when is read once for all the days.
    """
    wanted = sorted(set(days))
    among, asked = asked_of(people)
    if not wanted:
        return {person: {} for person in asked}
    question = Question(among, version, unit, wanted[0], minutes)
    found = [(check.code, _failing(check, question, wanted, asked)) for check in checks]
    wrong = [(code, bits) for code, bits in found if bits]
    fine = dict.fromkeys(wanted, READY)
    known: dict[tuple[str, ...], frozenset[str]] = {}
    return {person: _of_one(person, wrong, wanted, known) or fine for person in asked}


def _of_one(
    person: int, wrong: list[tuple[str, Bits]], days: Days, known: dict[tuple[str, ...], frozenset[str]]
) -> dict[date, frozenset[str]] | None:
    theirs = [(code, bits[person]) for code, bits in wrong if bits.get(person)]
    if not theirs:
        return None
    answer = {}
    for place, day in enumerate(days):
        codes = tuple(code for code, bits in theirs if bits >> place & 1)
        answer[day] = known.setdefault(codes, frozenset(codes))
    return answer


def _failing(check: Check, asked: Question, days: Days, people: list[int]) -> Bits:
    if check.spans is not None:
        found: Bits = {}
        for person, begins, ends in check.spans(asked, days[-1]):
            found[person] = found.get(person, 0) | _bits(begins, ends, days)
        return found
    if check.periods is not None:
        periods = check.periods(asked)
        return _by_periods(periods, asked, days, people) if periods else {}
    return _by_steps(check, asked, days)


def _bits(begins: date | None, ends: date | None, days: Days) -> int:
    return sum(1 << place for place, day in enumerate(days) if covers(begins, ends, day))


def _by_periods(periods: Periods, asked: Question, days: Days, people: list[int]) -> Bits:
    every, held = (1 << len(days)) - 1, _held(periods, asked, days)
    if periods.bars:
        return {person: things[0] for person, things in held.items()}
    holding = {person: _all(things, periods.needed, every) for person, things in held.items()}
    if periods.but:
        for person, things in _held(periods.but, asked, days).items():
            holding[person] = holding.get(person, 0) & ~things[0]
    missing = ((person, every & ~holding.get(person, 0)) for person in people)
    return {person: bits for person, bits in missing if bits}


def _held(periods: Periods, asked: Question, days: Days) -> dict[int, dict[int, int]]:
    """By person, and by what it is of, the days on which some row holds."""
    held: dict[int, dict[int, int]] = {}
    seen: dict[tuple[date | None, date | None], int] = {}
    for person, of, first, last in periods.spans(days[0], days[-1], asked.people):
        span = (first if periods.begins else None, last if periods.ends else None)
        if span not in seen:
            seen[span] = _bits(*span, days)
        theirs, thing = held.setdefault(person, {}), of if periods.of else 0
        theirs[thing] = theirs.get(thing, 0) | seen[span]
    return held


def _all(things: dict[int, int], needed: int, every: int) -> int:
    if len(things) < needed:
        return 0
    for bits in things.values():
        every &= bits
    return every


def _by_steps(check: Check, asked: Question, days: Days) -> Bits:
    """Asked anew only for the days on which the answer may change for everybody."""
    changes = set(check.changes(asked, days[-1])) if check.changes else set()
    found: Bits = {}
    place = 0
    while place < len(days):
        after = next((later for later in range(place + 1, len(days))
                      if any(days[place] < change <= days[later] for change in changes)), len(days))  # fmt: skip
        bits = (1 << after) - (1 << place)
        for person in failing_on(check, _on(asked, days[place])):
            found[person] = found.get(person, 0) | bits
        place = after
    return found


def _on(asked: Question, day: date) -> Question:
    return Question(asked.people, asked.version, asked.unit, day, asked.minutes, asked.hours, asked.busy)
