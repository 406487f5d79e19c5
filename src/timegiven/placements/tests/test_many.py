"""Readiness of many placements says of each what readiness says of it alone."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import builders as build
from tests.builders import TODAY
from timegiven.placements import selectors
from timegiven.placements.models import Placement

pytestmark = pytest.mark.django_db
DAYS = [TODAY, TODAY + timedelta(days=1), date(2007, 6, 1), date(2009, 5, 1)]


def _crowd() -> list[Placement]:
    """In two roles at two units: ready, on a break, without a pass, and with a risk assessment that runs out."""
    counter, archive = build.a_unit("Front counter"), build.a_unit("Archive")
    first = build.a_ready_volunteer(unit=counter)
    second = build.a_ready_volunteer(unit=archive, version=build.an_approved_version(unit=archive, needs_aware=True))
    resting = build.a_ready_volunteer(unit=counter, version=first.version)
    build.a_break(resting.volunteer, from_on=TODAY + timedelta(days=1))
    build.a_ready_crowd(2, like=first)
    lost = build.a_ready_volunteer(unit=archive, version=second.version)
    lost.volunteer.person.passes.update(until_on=TODAY + timedelta(days=1))
    return list(Placement.objects.select_related("version__profile", "unit", "volunteer").order_by("pk"))


def test_many_are_asked_what_each_is_asked_alone() -> None:
    placed = _crowd()

    found = selectors.readiness_of(placed, DAYS)

    for each in placed:
        person = each.volunteer.person_id
        alone = {day: selectors.readiness([person], each.version, each.unit, day)[person] for day in DAYS}
        assert found[each.pk] == alone
    assert {frozenset(), frozenset({"paused"})} < {codes for days in found.values() for codes in days.values()}


def test_more_people_cost_no_more_questions(django_assert_num_queries) -> None:
    placed = _crowd()
    with CaptureQueriesContext(connection) as asked:
        selectors.readiness_of(placed, DAYS)
    build.a_ready_crowd(20, like=placed[0])
    more = list(Placement.objects.select_related("version__profile", "unit", "volunteer").order_by("pk"))

    with django_assert_num_queries(len(asked)):
        selectors.readiness_of(more, DAYS)
