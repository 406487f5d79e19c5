"""Readiness of many placements, in whatever roles and at whatever places, on many days: the same checks, asked once."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from timegiven.library.models import ProfileVersion
from timegiven.placements.models import Placement
from timegiven.placements.selectors.checks import AGREED_PROFILE, COVER, FOR_A_DUTY, PLACED, PROFILE, RISK, TRAINED
from timegiven.placements.selectors.days import READY, readiness_by_day
from timegiven.placements.selectors.facts import Check

# What depends on the role at a place, and on the role wherever it is; the rest is asked for all roles alike at once.
_OF_THE_PLACE = (RISK, PLACED)
_OF_THE_ROLE = (PROFILE, AGREED_PROFILE, COVER, TRAINED)
ByDay = dict[date, frozenset[str]]


def readiness_of(
    placed: Iterable[Placement], days: Iterable[date], *, checks: Iterable[Check] = FOR_A_DUTY
) -> dict[int, ByDay]:
    """By placement and day the codes of the checks that fail: what ``readiness`` says of its volunteer, role and unit.

    Asked a few times for each role at a unit, each role and each kind of role, however many people and days there are.
    """
    known, wanted = list(placed), sorted(set(days))
    parts: dict[Any, list[Check]] = {_place: [], _role: [], _kind: []}
    for check in checks:
        parts[_place if check in _OF_THE_PLACE else _role if check in _OF_THE_ROLE else _kind].append(check)
    found = [_asked(known, wanted, part, by=by) for by, part in parts.items()]
    return {each.pk: _all_of([answers[each.pk] for answers in found]) for each in known}


def _asked(placed: list[Placement], days: list[date], checks: list[Check], *, by: Any) -> dict[int, ByDay]:
    groups: dict[Any, list[Placement]] = defaultdict(list)
    for each in placed:
        groups[by(each)].append(each)
    found: dict[int, ByDay] = {}
    for group in groups.values():
        first, people = group[0], {each.volunteer.person_id for each in group}
        answers = readiness_by_day(people, first.version, first.unit, days, checks=checks)
        found |= {each.pk: answers[each.volunteer.person_id] for each in group}
    return found


def _place(placement: Placement) -> tuple[int, int]:
    return placement.version_id, placement.unit_id


def _role(placement: Placement) -> int:
    return placement.version_id


def _kind(placement: Placement) -> tuple[Any, ...]:
    """What readiness asks of a person for one role and not for another, wherever it is done."""
    version: ProfileVersion = placement.version
    return version.vetting_level, version.youngest, version.needs_aware, version.profile.strand_id


def _all_of(answers: list[ByDay]) -> ByDay:
    first, *others = answers
    return {day: codes.union(*(other[day] for other in others)) or READY for day, codes in first.items()}
