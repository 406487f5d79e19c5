"""Enter minutes in the ledger and take them back; the month and its entries always agree."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Sum
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import NOW, TODAY, a_borough, a_volunteer, the_strand, time_given
from timegiven.hours import selectors, services
from timegiven.hours.models import Entry, Month
from timegiven.hours.policies import MONTHLY_CAP
from timegiven.kernel.references import new_reference
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import month_of
from timegiven.programme.models import PolicyValue

pytestmark = pytest.mark.django_db


def _give(volunteer, minutes, *, on=TODAY, kind="SESSION", source=""):
    return services.give(
        volunteer, on=on, minutes=minutes, kind=kind, source=source or new_reference(), by=volunteer.person, at=NOW
    )


@pytest.mark.clause(34, 35)
@pytest.mark.parametrize("kind", [kind for kind in Entry.Kind if kind != Entry.Kind.TRAVEL])
def test_every_kind_of_time_counts_under_one_cap(kind):
    volunteer = a_volunteer()
    _give(volunteer, 2399)

    with pytest.raises(NotAllowed):
        _give(volunteer, 2, kind=kind)
    _give(volunteer, 1, kind=kind)

    assert selectors.given_in(volunteer.person, TODAY) == 2400
    assert selectors.left_in(volunteer.person, TODAY, volunteer.strand) == 0


def test_a_refused_entry_leaves_no_trace():
    volunteer = a_volunteer()

    with pytest.raises(NotAllowed):
        _give(volunteer, 2401)

    assert (Entry.objects.count(), Month.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("on", "month"),
    [
        (date(2007, 3, 31), date(2007, 3, 1)),
        (date(2007, 4, 1), date(2007, 4, 1)),
        (date(2007, 12, 31), date(2007, 12, 1)),
    ],
)
def test_each_month_has_its_own_forty_hours(on, month):
    volunteer = a_volunteer()
    _give(volunteer, 2400, on=on)
    _give(volunteer, 2400, on=on + timedelta(days=32))

    assert Month.objects.get(starts_on=month).minutes == 2400


@pytest.mark.clause(34)
def test_last_months_time_is_judged_by_last_months_cap():
    volunteer = a_volunteer()
    PolicyValue.objects.create(
        name=MONTHLY_CAP.name, from_on=date(2007, 4, 1), value=1200, decided_by="Steering Group", source="Minute 4"
    )

    _give(volunteer, 2400, on=date(2007, 3, 31))
    with pytest.raises(NotAllowed, match="the limit is 20 hours"):
        _give(volunteer, 1201, on=date(2007, 4, 1))

    assert selectors.left_in(volunteer.person, date(2007, 4, 1), volunteer.strand) == 1200


@pytest.mark.clause(96)
def test_the_strand_of_the_games_has_a_cap_of_its_own():
    games = a_volunteer(strand="GAMES")

    _give(games, 6000)

    assert selectors.left_in(games.person, TODAY, games.strand) == 0


def test_what_is_taken_back_stays_on_record_beside_its_opposite():
    volunteer = a_volunteer()
    entry = _give(volunteer, 240)

    services.take_back(entry, by=volunteer.person, at=NOW)

    assert sorted(Entry.objects.values_list("minutes", flat=True)) == [-240, 240]
    assert selectors.given_in(volunteer.person, TODAY) == 0
    assert selectors.total_of(volunteer.person) == 0


def test_one_source_gives_once():
    volunteer = a_volunteer()
    _give(volunteer, 60, source="R1")

    with pytest.raises(IntegrityError), transaction.atomic():
        _give(volunteer, 60, source="R1")

    assert selectors.given_in(volunteer.person, TODAY) == 60


@pytest.mark.clause(34)
def test_the_table_itself_holds_the_cap():
    month = Month.objects.create(person=a_volunteer().person, starts_on=month_of(TODAY), cap_minutes=2400)

    with pytest.raises(IntegrityError), transaction.atomic():
        Month.objects.filter(pk=month.pk).update(minutes=2401)


@pytest.mark.clause(34)
def test_the_cap_is_one_indexed_query():
    volunteer = a_volunteer()
    _give(volunteer, 60)

    with CaptureQueriesContext(connection) as queries:
        assert selectors.given_in(volunteer.person, TODAY) == 60

    assert len(queries) == 1
    if connection.vendor == "sqlite":
        plan = connection.cursor().execute("EXPLAIN QUERY PLAN " + queries[0]["sql"]).fetchall()
        assert "USING INDEX" in plan[0][3]


deeds = st.lists(
    st.tuples(
        st.sampled_from(["give", "take back"]),
        st.integers(1, 1500),
        st.dates(date(2007, 1, 1), date(2007, 4, 24)),
        st.sampled_from([kind for kind in Entry.Kind.values if kind != "TRAVEL"]),
    ),
    max_size=12,
)


@pytest.mark.clause(34, 35)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=deeds)
def test_whatever_happens_month_and_entries_agree_and_no_month_passes_the_cap(history):
    with transaction.atomic():
        volunteer, expected, live = a_volunteer(), {}, []
        for deed, minutes, on, kind in history:
            if deed == "take back" and live:
                entry = live.pop()
                services.take_back(entry, by=volunteer.person, at=NOW)
                expected[month_of(entry.on)] -= entry.minutes
                continue
            fits = expected.get(month_of(on), 0) + minutes <= 2400
            try:
                live.append(_give(volunteer, minutes, on=on, kind=kind))
                was_added = True
            except NotAllowed:
                was_added = False
            assert was_added == fits
            if fits:
                expected[month_of(on)] = expected.get(month_of(on), 0) + minutes
        kept = {month.starts_on: month.minutes for month in Month.objects.filter(person=volunteer.person)}
        summed = {start: _sum(volunteer, start) for start in kept}
        transaction.set_rollback(True)

    assert kept == summed == {start: minutes for start, minutes in expected.items() if start in kept}
    assert set(expected) <= set(kept)
    assert all(0 <= minutes <= 2400 for minutes in kept.values())


def _sum(volunteer, start):
    return selectors.entries_of(volunteer.person, start).aggregate(total=Sum("minutes"))["total"] or 0


@pytest.mark.parametrize(
    ("before", "asked", "has_room"),
    [(0, 0, True), (2399, 0, True), (2400, 0, False), (2160, 240, True), (2161, 240, False)],
)
def test_people_with_room(before, asked, has_room):
    volunteer = a_volunteer()
    if before:
        time_given(volunteer, minutes=before)

    found = _with_room(TODAY, asked)

    assert ((volunteer.person_id,) in list(found)) == has_room


def test_people_with_room_by_strand_and_month():
    the_strand()
    games, full = a_volunteer(strand="GAMES"), a_volunteer()
    time_given(games, minutes=2400)
    time_given(full, minutes=2400)

    found = {pk for (pk,) in _with_room(TODAY, 60)}
    next_month = {pk for (pk,) in _with_room(date(2007, 5, 1), 60)}

    assert found == {games.person_id}
    assert next_month == {games.person_id, full.person_id}


def test_statistics_keep_the_time_of_those_who_left():
    volunteer = a_volunteer(borough=a_borough("Barnet"))
    _give(volunteer, 240)
    type(volunteer).objects.update(status="LEFT", left_on=TODAY)

    assert selectors.by_borough(date(2007, 4, 1), date(2007, 5, 1)) == [("Barnet", 240)]
    assert selectors.by_month(date(2007, 4, 1), date(2007, 5, 1)) == [(date(2007, 4, 1), 240)]


def _with_room(day, minutes):
    return selectors.with_room_in(**selectors.room_asked(day, minutes)).values_list("person_id")
