"""The time of many people at once is entered as if each had been entered alone, or not at all."""

from datetime import date

import pytest
from django.db import transaction

from tests.builders import NOW, a_borough, a_volunteer, an_mvpm, time_given
from timegiven.hours import selectors, services
from timegiven.hours.models import Closing, Entry, Month, Total
from timegiven.kernel.time import month_of

pytestmark = pytest.mark.django_db

MARCH, APRIL = date(2007, 3, 20), date(2007, 4, 20)


def _gifts():
    one, other = a_volunteer(), a_volunteer(borough=a_borough("Barnet"))
    time_given(one, minutes=100, on=APRIL)
    rows = [(one, APRIL, 60), (one, APRIL, 30), (other, APRIL, 60), (other, MARCH, 45)]
    return [(*row, f"S{place}") for place, row in enumerate(rows)]


def _give(rows, **more):
    gifts = [
        services.Gift(who.person_id, who.borough_id, who.strand_id, (who.person_id, month_of(on)), on, minutes, source)
        for who, on, minutes, source in rows
    ]
    cap = selectors.caps_of({who.person_id for who, *_ in rows}, {who.strand for who, *_ in rows})
    services.give_many(gifts, kind="TRAINING", cap=cap, by=an_mvpm(), at=NOW, **more)


def _kept():
    return (
        set(Entry.objects.values_list("person", "month__starts_on", "minutes", "source", "borough", "why")),
        set(Month.objects.values_list("person", "starts_on", "minutes", "cap_minutes")),
        set(Total.objects.values_list("borough", "strand", "starts_on", "minutes")),
    )


@pytest.mark.clause(34, 35)
def test_it_leaves_what_giving_one_by_one_leaves():
    gifts, before = _gifts(), transaction.savepoint()
    _give(gifts)
    together = _kept()
    transaction.savepoint_rollback(before)

    for volunteer, on, minutes, source in gifts:
        services.give(volunteer, on=on, minutes=minutes, kind="TRAINING", source=source, by=an_mvpm(), at=NOW)

    assert together == _kept()
    assert sorted(minutes for _, _, minutes, _ in together[1]) == [45, 60, 190]


@pytest.mark.clause(34, 35)
def test_one_month_without_room_holds_back_all_and_each_is_told_by_its_place():
    gifts = _gifts()
    time_given(gifts[0][0], minutes=2400 - 100 - 70, on=APRIL)
    before = _kept()

    with pytest.raises(services.Refusals, match="It would take April 2007 to 40 hours 20 minutes") as refusal:
        _give(gifts)

    assert (list(refusal.value.by_place), _kept()) == ([1], before)


def test_a_closed_month_wants_a_reason_which_shows_beside_its_entries_alone():
    gifts = _gifts()
    Closing.objects.create(starts_on=date(2007, 3, 1), closed_at=NOW, minutes=0, entries=0)

    with pytest.raises(services.Refusals, match="March 2007 is closed"):
        _give(gifts)
    _give(gifts, why="The letter was late")

    assert list(Entry.objects.filter(is_after_closing=True).values_list("source", "why")) == [
        ("S3", "The letter was late")
    ]
