"""Whatever has happened: many and one are told the same, and nothing is allowed that the clauses forbid."""

from dataclasses import replace
from random import Random

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from timegiven.joining.models import Clearance
from timegiven.people.models import Person
from timegiven.placements.selectors import FOR_A_DUTY, explain, readiness, readiness_by_day
from timegiven.placements.selectors.checks import CLEARED
from timegiven.placements.selectors.facts import Periods
from timegiven.placements.tests.histories import DAYS, History, Role, forbids, write, write_role

pytestmark = pytest.mark.django_db
PEOPLE = 6


def _drawn(dice: Random) -> tuple:
    """A role and some volunteers, in the tables and as plain data."""
    role = Role.drawn(dice)
    version = write_role(role)
    known = [History.drawn(dice) for _ in range(PEOPLE)]
    return role, version, {write(each, version): each for each in known}


def _faults(role, version, people, minutes, checks=FOR_A_DUTY) -> list[str]:
    """Where the two faces differ, or allow what the referee forbids."""
    unit, found = version.profile.unit, []
    by_day = readiness_by_day(Person.objects.all(), version, unit, DAYS, minutes, checks=checks)
    for day in DAYS:
        of_all = readiness([person.pk for person in people], version, unit, day, minutes, checks=checks)
        for person, history in people.items():
            if by_day[person.pk][day] != of_all[person.pk]:
                found.append(f"{day}: by day {by_day[person.pk][day]}, of many {of_all[person.pk]}")
            against = forbids(history, role, day, minutes)
            if against and not of_all[person.pk]:
                found.append(f"{day}: allowed against {against}")
    person, day = next(iter(people)), DAYS[5]
    said = {each.code for each in explain(person, version, unit, day, minutes, checks=checks) if not each.passed}
    if said != by_day[person.pk][day]:
        found.append(f"{day}: explained {said}, of many {by_day[person.pk][day]}")
    return found


@pytest.mark.clause(7, 34, 44, 52, 53, 56, 74, 75, 79, 84, 90, 120, 134)
@settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 10**9), minutes=st.sampled_from([0, 240]))
def test_the_faces_never_differ_and_neither_allows_what_the_clauses_forbid(seed, minutes):
    with transaction.atomic():
        faults = _faults(*_drawn(Random(seed)), minutes)  # noqa: S311
        transaction.set_rollback(True)

    assert faults == []


def _anybody(asked):
    """A planted fault: every decision of the vetting office counts as a clearance for ever, held or ended."""
    return Periods(Clearance.objects.all(), begins="", ends="")


def test_the_referee_finds_a_planted_fault():
    role, history = Role.fine(), History.cleared_until(DAYS[4])
    version = write_role(role)
    people = {write(history, version): history}
    planted = [replace(check, periods=_anybody) if check is CLEARED else check for check in FOR_A_DUTY]

    sound, faulty = _faults(role, version, people, 0), _faults(role, version, people, 0, planted)

    assert sound == []
    assert faulty == [f"{day}: allowed against ['74: clearance']" for day in DAYS[4:]]


def test_some_are_ready_and_some_are_not():
    """Otherwise nothing would have been proved."""
    _, version, people = _drawn(Random(7))  # noqa: S311
    every = readiness_by_day(Person.objects.all(), version, version.profile.unit, DAYS)

    told = {bool(every[person.pk][day]) for person in people for day in DAYS}

    assert told == {True, False}


def test_many_people_on_many_days_cost_a_constant_number_of_queries():
    _, version, people = _drawn(Random(2007))  # noqa: S311
    ids = [person.pk for person in people]

    few, many = (_count(ids[:some], version, days) for some, days in ((1, DAYS[:6]), (PEOPLE, DAYS)))

    assert many == few


def _count(ids, version, days) -> int:
    with CaptureQueriesContext(connection) as queries:
        readiness_by_day(ids, version, version.profile.unit, days)
    return len(queries)
