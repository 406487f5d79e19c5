"""Whatever has happened: many and one are told the same, and neither more nor less than the clauses forbid."""

from dataclasses import replace
from datetime import date
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
from timegiven.placements.tests.histories import DAYS, NOON, ONE_THING, WHEN, History, Role, forbids, hours_on
from timegiven.placements.tests.history_rows import in_utc, write, write_role

PEOPLE = 6
CLAUSE_OF = {code: clause for code, (clause, *_) in ONE_THING.items()} | {"insured": "56: insured"}


def _drawn(dice: Random) -> tuple:
    """A role and some volunteers, in the tables and as plain data."""
    role = Role.drawn(dice)
    version = write_role(role)
    known = [History.drawn(dice) for _ in range(PEOPLE)]
    return role, version, {write(each, version): each for each in known}


def _faults(role, version, people, minutes, start=9, checks=FOR_A_DUTY) -> list[str]:
    """Where a face of readiness says anything else than the referee, of each person, on each day."""
    unit, found = version.profile.unit, []
    ids = [person.pk for person in people]
    by_day = readiness_by_day(Person.objects.all(), version, unit, DAYS, minutes, checks=checks)
    busy = {person.pk: [in_utc(each) for each in history.busy] for person, history in people.items()}
    for place, day in enumerate(DAYS):
        hours = hours_on(day, start, 4)
        at = {"checks": checks, "hours": in_utc(hours)}
        of_all = readiness(ids, version, unit, day, minutes, checks=checks)
        of_hours = readiness(ids, version, unit, day, minutes, busy=busy, **at)
        for person, history in people.items():
            said = {"by day": by_day[person.pk][day], "of many": of_all[person.pk]}
            _compare(found, day, said, forbids(history, role, day, minutes))
            said = {"of many, with hours": of_hours[person.pk]}
            if place == person.pk % len(DAYS):  # to each person every reason on one of the days
                told = explain(person, version, unit, day, minutes, busy=busy[person.pk], **at)
                said["explained"] = {each.code for each in told if not each.passed}
            _compare(found, day, said, forbids(history, role, day, minutes, hours))
    return found


def _compare(found, day, said, against) -> None:
    for face, codes in said.items():
        clauses = {CLAUSE_OF[code] for code in codes}
        if clauses != against:
            found.append(f"{day}, {face}: allowed {sorted(against - clauses)}, refused {sorted(clauses - against)}")


@pytest.mark.django_db
@pytest.mark.clause(7, 33, 34, 44, 52, 53, 56, 61, 74, 75, 79, 84, 90, 92, 93, 111, 120, 134, 153)
@settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 10**9), minutes=st.sampled_from([0, 240]), start=st.sampled_from([4, 9, 12, 20]))
def test_the_faces_never_differ_and_say_what_the_clauses_forbid(seed, minutes, start):
    with transaction.atomic():
        faults = _faults(*_drawn(Random(seed)), minutes, start)  # noqa: S311
        transaction.set_rollback(True)

    assert faults == []


@pytest.mark.django_db
def test_each_check_finds_one_thing_that_no_other_finds():
    told = {}
    for code, (_, role, history) in ONE_THING.items():
        with transaction.atomic():
            version = write_role(role)
            person = write(history, version)
            busy = {person.pk: [in_utc(each) for each in history.busy]}
            at = {"hours": in_utc(WHEN.get(code, NOON)), "busy": busy}
            told[code] = readiness([person.pk], version, version.profile.unit, DAYS[0], 240, **at)[person.pk]
            transaction.set_rollback(True)

    assert told == {code: {code} for code in ONE_THING}
    assert {check.code for check in FOR_A_DUTY} == {*ONE_THING, "insured"}


def test_the_referee_names_one_clause_for_each_of_them():
    said = {
        code: forbids(history, role, DAYS[0], 240, WHEN.get(code, NOON))
        for code, (_, role, history) in ONE_THING.items()
    }

    assert said == {code: {clause} for code, (clause, *_) in ONE_THING.items()}


def test_what_is_drawn_meets_every_clause_and_now_and_then_none():
    """Otherwise nothing would have been proved."""
    dice, met, fine = Random(2007), set(), 0  # noqa: S311
    for _ in range(400):
        against = forbids(History.drawn(dice), Role.drawn(dice), dice.choice(DAYS), 240, hours_on(DAYS[4], 20, 4))
        met |= against
        fine += not against

    assert met == set(CLAUSE_OF.values())
    assert fine > 0


def _anybody(asked):
    """A planted fault: every decision of the vetting office counts as a clearance for ever, held or ended."""
    return Periods(Clearance.objects.all, begins="", ends="")


@pytest.mark.django_db
def test_the_referee_finds_a_planted_fault():
    role, history = Role(), History(clearances=[("NPPV2A", False, (DAYS[0], DAYS[8]))])
    version = write_role(role)
    people = {write(history, version): history}
    planted = [replace(check, periods=_anybody) if check is CLEARED else check for check in FOR_A_DUTY]

    sound, faulty = _faults(role, version, people, 0), _faults(role, version, people, 0, checks=planted)

    assert sound == []
    assert faulty[0] == f"{DAYS[8]}, by day: allowed ['74, 83: clearance'], refused []"


@pytest.mark.django_db
def test_many_people_on_many_days_cost_a_constant_number_of_queries():
    version = write_role(Role())
    ids = [write(History(born=date(1990, 1, 2)), version).pk for _ in range(PEOPLE)]

    few, many = (_count(ids[:some], version, days) for some, days in ((1, DAYS[:6]), (PEOPLE, DAYS)))

    assert many == few


def _count(ids, version, days) -> int:
    with CaptureQueriesContext(connection) as queries:
        readiness_by_day(ids, version, version.profile.unit, days)
    return len(queries)
