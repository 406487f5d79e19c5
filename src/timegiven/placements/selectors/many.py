"""Readiness of many placements, in whatever roles and at whatever places, on many days: the same checks, asked once."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from datetime import date

from timegiven.library.models import ProfileVersion
from timegiven.placements.models import Placement
from timegiven.placements.selectors.checks import AGREED_PROFILE, COVER, FOR_A_DUTY, PLACED, PROFILE, RISK, TRAINED
from timegiven.placements.selectors.days import READY, readiness_by_day
from timegiven.placements.selectors.facts import Check
from timegiven.programme.models import Unit

# What depends on the role at a place, and on the role wherever it is; the rest is asked for all roles alike at once.
_OF_THE_PLACE = (RISK, PLACED)
_OF_THE_ROLE = (PROFILE, AGREED_PROFILE, COVER, TRAINED)
ByDay = dict[date, frozenset[str]]
Asked = tuple[int, ProfileVersion, Unit, Iterable[date]]  # a person's key, in a role at a unit, on these days
Parts = Callable[[int, ProfileVersion, Unit], list[ByDay]]
Alike = Callable[[ProfileVersion, Unit], Hashable]  # what roles at units have in common, so that one answer serves all


def readiness_of(
    placed: Iterable[Placement], days: Iterable[date], *, checks: Iterable[Check] = FOR_A_DUTY
) -> dict[int, ByDay]:
    """By placement and day the codes of the checks that fail: what ``readiness`` says of its volunteer, role and unit.

    Asked a few times for each role at a unit, each role and each kind of role, however many people and days there are.
    """
    known, wanted = list(placed), sorted(set(days))
    asked = [(each.volunteer.person_id, each.version, each.unit) for each in known]
    parts = readiness_in_parts(((*each, wanted) for each in asked), checks=checks)
    return {each.pk: _all_of(parts(*what)) for each, what in zip(known, asked, strict=True)}


def readiness_in_parts(asked: Iterable[Asked], *, checks: Iterable[Check] = FOR_A_DUTY) -> Parts:
    """What fails of each person in a role at a unit, by day: an answer for each part of the checks, to be put together.

    Whoever asks about several days is answered for all the days that were asked of anybody alike.
    """
    rows, parts = list(asked), defaultdict[Alike, list[Check]](list)
    for check in checks:
        parts[_place if check in _OF_THE_PLACE else _role if check in _OF_THE_ROLE else _kind].append(check)
    found = [(alike, _answers(rows, part, alike)) for alike, part in parts.items()]
    return lambda person, version, unit: [answers[alike(version, unit)][person] for alike, answers in found]


def _answers(asked: list[Asked], checks: list[Check], alike: Alike) -> dict[Hashable, dict[int, ByDay]]:
    people: dict[Hashable, set[int]] = defaultdict(set)
    days: dict[Hashable, set[date]] = defaultdict(set)
    first: dict[Hashable, tuple[ProfileVersion, Unit]] = {}
    for person, version, unit, wanted in asked:
        key = alike(version, unit)
        first.setdefault(key, (version, unit))
        people[key].add(person)
        days[key].update(wanted)
    return {key: readiness_by_day(people[key], *which, days[key], checks=checks) for key, which in first.items()}


def _place(version: ProfileVersion, unit: Unit) -> Hashable:
    return version.pk, unit.pk


def _role(version: ProfileVersion, unit: Unit) -> Hashable:
    return version.pk


def _kind(version: ProfileVersion, unit: Unit) -> Hashable:
    """What readiness asks of a person for one role and not for another, wherever it is done."""
    return version.vetting_level, version.youngest, version.needs_aware, version.profile.strand_id


def _all_of(answers: list[ByDay]) -> ByDay:
    first, *others = answers
    return {day: codes.union(*(other[day] for other in others)) or READY for day, codes in first.items()}
