"""A month closes; later changes show; what it came to then can be counted again to the minute."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Sum

from tests.builders import NOW, a_borough, a_volunteer, an_mvpm, the_central_team, time_given
from timegiven.hours import selectors, services
from timegiven.hours.models import Closing, Entry, Month, Total
from timegiven.kernel.references import new_reference
from timegiven.kernel.refusals import NotAllowed, NotPermitted

pytestmark = pytest.mark.django_db
JANUARY = date(2007, 1, 1)
LATER = datetime(2007, 3, 18, 9, tzinfo=UTC)  # 45 days after the end of January


def _give(volunteer, minutes, *, on=date(2007, 1, 9), at=NOW, why=""):
    source = new_reference()
    told = {"kind": "SESSION", "source": source, "by": volunteer.person, "at": at, "why": why}
    return services.give(volunteer, on=on, minutes=minutes, **told)


def test_a_month_is_closed_when_its_day_has_come_and_not_before():
    _give(a_volunteer(), 240)

    assert services.close_due(at=datetime(2007, 3, 17, 9, tzinfo=UTC)) == 0
    assert services.close_due(at=LATER) == 1
    assert services.close_due(at=LATER) == 0

    closing = Closing.objects.get()
    assert (closing.starts_on, closing.minutes, closing.entries, closing.closed_by) == (JANUARY, 240, 1, None)


def test_only_the_central_team_closes_by_hand_and_never_early():
    team = the_central_team()

    with pytest.raises(NotPermitted):
        services.close(JANUARY, by=an_mvpm(), at=LATER)
    with pytest.raises(NotAllowed, match="reports may come until Saturday 17 March 2007"):
        services.close(JANUARY, by=team, at=datetime(2007, 3, 17, 9, tzinfo=UTC))

    assert services.close(JANUARY, by=team, at=LATER).closed_by == team


def test_a_closed_month_changes_only_for_a_reason_and_the_change_shows():
    volunteer = a_volunteer()
    entry = _give(volunteer, 240)
    services.close_due(at=LATER)

    for deed in (lambda: _give(volunteer, 60, at=LATER), lambda: services.take_back(entry, by=entry.by, at=LATER)):
        with pytest.raises(NotAllowed, match="January 2007 is closed"), transaction.atomic():
            deed()
    services.take_back(entry, by=entry.by, at=LATER, why="It was February")
    _give(volunteer, 60, at=LATER, why="A paper report that was found")

    (month,) = selectors.closed_months()
    assert (month.closing.minutes, month.counted_again, month.changed_by, month.changes) == (240, 240, -180, 2)
    assert month.is_the_same
    assert Month.objects.get().minutes == Total.objects.get().minutes == 60


def test_a_month_reproduces_to_the_minute_as_it_was_known_at_any_moment():
    volunteer = a_volunteer()
    first = datetime(2007, 1, 9, 18, tzinfo=UTC)
    second = datetime(2007, 1, 20, 18, tzinfo=UTC)
    entry = _give(volunteer, 240, at=first)
    services.take_back(entry, by=entry.by, at=second)
    _give(volunteer, 200, at=second)

    team, february = the_central_team(), date(2007, 2, 1)

    def known_at(moment):
        cells = selectors.as_known_at(moment, JANUARY, february, team, NOW.date())
        return [(cell.borough, cell.starts_on, cell.minutes) for cell in cells]

    assert [known_at(at) for at in (first, second, second + timedelta(seconds=1))] == [
        [],
        [("Camden", JANUARY, 240)],
        [("Camden", JANUARY, 200)],
    ]
    now = selectors.table(JANUARY, february, team, NOW.date())
    assert now == selectors.as_known_at(LATER, JANUARY, february, team, NOW.date())


def test_a_borough_that_gives_for_the_first_time_in_a_closed_month_needs_the_reason_too():
    time_given(a_volunteer(), minutes=60, on=JANUARY)
    services.recount()
    services.close_due(at=LATER)
    newcomer = a_volunteer(borough=a_borough("Barnet"))

    with pytest.raises(NotAllowed, match="is closed"):
        _give(newcomer, 60, at=LATER)


def test_a_recount_keeps_what_is_closed():
    _give(a_volunteer(), 240)
    services.close_due(at=LATER)

    services.recount()

    assert Total.objects.get().closed_at == LATER
    assert Total.objects.get().minutes == Entry.objects.aggregate(sum=Sum("minutes"))["sum"]


def test_the_table_wants_the_reason_as_well():
    entry = _give(a_volunteer(), 240)

    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(is_after_closing=True)
