"""Whatever is reported, corrected, taken back, merged and closed, the ledger says what the reports that stand say."""

from datetime import UTC, date, datetime, time

import pytest
from django.db import transaction
from django.db.models import Sum
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests import builders as build
from timegiven.attendance import services
from timegiven.attendance.models import SessionReport
from timegiven.attendance.tests.conftest import MAY, set_the_scene
from timegiven.hours import selectors as hours
from timegiven.hours import services as ledger
from timegiven.hours.models import Entry, Month, Total
from timegiven.joining import services as joining
from timegiven.joining.models import Likeness
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import month_of
from timegiven.programme.models import PolicyValue

pytestmark = pytest.mark.django_db
AT = datetime(2007, 6, 20, 9, tzinfo=UTC)  # April is closed by then, May is not
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["report", "report", "report", "correct", "void", "close", "merge"]),
        st.dates(date(2007, 4, 25), date(2007, 5, 6)),
        st.integers(8, 18),
        st.integers(1, 8),
    ),
    max_size=9,
)


@pytest.mark.clause(34, 35, 38)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=DEEDS)
@example([("report", date(2007, 5, 1), 10, 4), ("merge", MAY, 8, 1), ("report", date(2007, 5, 2), 10, 4)])
@example([("report", date(2007, 5, 1), 10, 4), ("merge", MAY, 9, 2), ("report", date(2007, 5, 2), 10, 4)])
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
        _shows_what_the_entries_say()
        for closed in hours.closed_months():
            assert closed.is_the_same
        transaction.set_rollback(True)


def _do(deed, scene, told, known):
    if deed == "close":
        ledger.close_due(at=AT)
    elif deed == "merge":
        _merge(scene, told)
    elif deed == "report":
        known.append(services.report(scene.placement, by=scene.mvpm, at=AT, why="It came late", **told))
    elif known and deed == "correct":
        known.append(services.correct(known.pop(), why="A slip", by=scene.mvpm, at=AT, **told))
    elif known:
        services.void(known.pop(), why="Twice", by=scene.mvpm, at=AT)


def _merge(scene, told):
    """The volunteer turns out to have registered twice; or is taken for another volunteer, which is refused."""
    other = build.a_person(name=scene.volunteer.name)
    if told["starts"].hour % 2:
        placed = build.a_volunteer(name=scene.volunteer.name, borough=scene.unit.borough)
        build.time_given(placed, minutes=60, on=told["day"])
        other = placed.person
    pair = sorted((scene.volunteer, other), key=lambda each: each.pk)
    likeness = Likeness.objects.create(one=pair[0], other=pair[1], score=99, found_at=AT)
    keep = scene.volunteer if told["ends"].hour % 2 else other
    joining.merge(likeness, keep=keep, by=build.the_central_team(), at=AT)


def _agree(scene):
    """What every person's reports that stand come to, is what their months, entries and the totals say."""
    by_person, by_month = {}, {}
    for report in SessionReport.objects.filter(SessionReport.STANDING):
        starts_on = month_of(report.on)
        by_person[report.person_id, starts_on] = by_person.get((report.person_id, starts_on), 0) + report.minutes
        by_month[starts_on] = by_month.get(starts_on, 0) + report.minutes
    months = {(each.person_id, each.starts_on): each.minutes for each in Month.objects.all() if each.minutes}
    totals = {total.starts_on: total.minutes for total in Total.objects.all() if total.minutes}
    entries = Entry.objects.values_list("person").annotate(sum=Sum("minutes")).order_by()
    assert months == by_person
    assert totals == by_month
    assert {person: given for person, given in entries if given} == _summed(by_person)
    assert all(minutes <= 900 for minutes in months.values())


def _shows_what_the_entries_say():
    """The table of the year, counted from what is kept, is the one that the raw entries make."""
    counted = {}
    for entry in Entry.objects.select_related("borough", "strand"):
        key = entry.borough.name, entry.strand.name, month_of(entry.on)
        counted[key] = counted.get(key, 0) + entry.minutes
    table = hours.table(date(2007, 1, 1), date(2008, 1, 1))
    assert {tuple(cell[:3]): cell.minutes for cell in table} == {key: sum_ for key, sum_ in counted.items() if sum_}


def _summed(by_person):
    given = {}
    for (person, _), minutes in by_person.items():
        given[person] = given.get(person, 0) + minutes
    return given


def test_the_builders_cap_is_the_one_of_this_test():
    PolicyValue.objects.create(
        name="hours.monthly_cap_minutes", from_on=date(2007, 1, 1), value=900, decided_by="Group", source="Test"
    )

    assert hours.cap_on(date(2007, 5, 1), build.the_strand()) == 900
