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
Alike = Callable[[ProfileVersion, Unit], Hashable]  # what roles at units have in common, so that one answer serves all


def readiness_of(
    placed: Iterable[Placement], days: Iterable[date], *, checks: Iterable[Check] = FOR_A_DUTY
) -> dict[int, ByDay]:
    """By placement and day the codes of the checks that fail: what ``readiness`` says of its volunteer, role and unit.

    Asked a few times for each role at a unit, each role and each kind of role, however many people and days there are.
    """
    known, wanted = list(placed), sorted(set(days))
    found = [_asked(known, wanted, part, alike=alike) for alike, part in parts_of(checks)]
    return {each.pk: _all_of([answers[each.pk] for answers in found]) for each in known}


def parts_of(checks: Iterable[Check]) -> list[tuple[Alike, list[Check]]]:
    """The checks by what they hang on: each part is asked once for all the roles at units that are alike to it."""
    parts: dict[Alike, list[Check]] = {_place: [], _role: [], _kind: []}
    for check in checks:
        parts[_place if check in _OF_THE_PLACE else _role if check in _OF_THE_ROLE else _kind].append(check)
    return list(parts.items())


def _asked(placed: list[Placement], days: list[date], checks: list[Check], *, alike: Alike) -> dict[int, ByDay]:
    groups: dict[Hashable, list[Placement]] = defaultdict(list)
    for each in placed:
        groups[alike(each.version, each.unit)].append(each)
    found: dict[int, ByDay] = {}
    for group in groups.values():
        first, people = group[0], {each.volunteer.person_id for each in group}
        answers = readiness_by_day(people, first.version, first.unit, days, checks=checks)
        found |= {each.pk: answers[each.volunteer.person_id] for each in group}
    return found


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
