"""Whatever is reported, corrected, taken back and closed, the ledger says what the reports that stand say."""

from datetime import UTC, date, datetime, time

import pytest
from django.db import transaction
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import builders as build
from timegiven.attendance import services
from timegiven.attendance.models import SessionReport
from timegiven.attendance.tests.conftest import set_the_scene
from timegiven.hours import selectors as hours
from timegiven.hours import services as ledger
from timegiven.hours.models import Entry, Month, Total
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import month_of
from timegiven.programme.models import PolicyValue

pytestmark = pytest.mark.django_db
AT = datetime(2007, 6, 20, 9, tzinfo=UTC)  # April is closed by then, May is not
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["report", "report", "report", "correct", "void", "close"]),
        st.dates(date(2007, 4, 25), date(2007, 5, 6)),
        st.integers(8, 18),
        st.integers(1, 8),
    ),
    max_size=9,
)


@pytest.mark.clause(34, 35, 38)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=DEEDS)
def test_the_ledger_equals_the_reports_that_stand_and_no_month_passes_its_cap(history):
    with transaction.atomic():
        scene = set_the_scene()
        PolicyValue.objects.create(
            name="hours.monthly_cap_minutes", from_on=date(2007, 1, 1), value=900, decided_by="Group", source="Test"
        )
        known = []
        for deed, day, hour, length in history:
            told = {"day": day, "starts": time(hour), "ends": time((hour + length) % 24), "tasks": [1]}
            try:
                with transaction.atomic():
                    _do(deed, scene, told, known)
            except NotAllowed:
                continue  # a refusal leaves everything as it was
            _agree(scene)
        _agree(scene)
        for closed in hours.closed_months():
            assert closed.is_the_same
        transaction.set_rollback(True)


def _do(deed, scene, told, known):
    if deed == "close":
        ledger.close_due(at=AT)
    elif deed == "report":
        known.append(services.report(scene.placement, by=scene.mvpm, at=AT, why="It came late", **told))
    elif known and deed == "correct":
        known.append(services.correct(known.pop(), why="A slip", by=scene.mvpm, at=AT, **told))
    elif known:
        services.void(known.pop(), why="Twice", by=scene.mvpm, at=AT)


def _agree(scene):
    standing, by_month = SessionReport.objects.filter(SessionReport.STANDING, person=scene.volunteer), {}
    for report in standing:
        by_month[month_of(report.on)] = by_month.get(month_of(report.on), 0) + report.minutes
    months = {month.starts_on: month.minutes for month in Month.objects.filter(person=scene.volunteer) if month.minutes}
    totals = {total.starts_on: total.minutes for total in Total.objects.all() if total.minutes}
    summed = Entry.objects.filter(person=scene.volunteer).aggregate(sum=Sum("minutes"))["sum"] or 0
    assert months == totals == by_month
    assert summed == sum(by_month.values())
    assert all(minutes <= 900 for minutes in months.values())


def test_the_builders_cap_is_the_one_of_this_test():
    PolicyValue.objects.create(
        name="hours.monthly_cap_minutes", from_on=date(2007, 1, 1), value=900, decided_by="Group", source="Test"
    )

    assert hours.cap_on(date(2007, 5, 1), build.the_strand()) == 900
