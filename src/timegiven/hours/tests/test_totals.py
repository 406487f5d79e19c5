"""The totals of boroughs and months follow the entries, whatever happens to these."""

from datetime import date

import pytest

from tests.builders import NOW, TODAY, a_borough, a_volunteer
from timegiven.hours import selectors, services
from timegiven.hours.models import Total

pytestmark = pytest.mark.django_db

APRIL, MAY, JUNE = date(2007, 4, 1), date(2007, 5, 1), date(2007, 6, 1)


def give(volunteer, minutes, *, on=TODAY, source):
    return services.give(volunteer, on=on, minutes=minutes, kind="SESSION", source=source, by=volunteer.person, at=NOW)


@pytest.mark.clause(136)
def test_totals_by_month_and_borough():
    camden, hackney = a_volunteer(), a_volunteer(borough=a_borough("Hackney"))
    give(camden, 120, source="A")
    give(camden, 60, on=date(2007, 5, 2), source="B")
    give(hackney, 240, source="C")

    assert selectors.by_month(APRIL, JUNE) == [(APRIL, 360), (MAY, 60)]
    assert selectors.by_month(APRIL, JUNE, camden.borough) == [(APRIL, 120), (MAY, 60)]
    assert selectors.by_borough(APRIL, MAY) == [("Camden", 120), ("Hackney", 240)]


def test_what_is_taken_back_leaves_the_total():
    entry = give(a_volunteer(), 240, source="A")

    services.take_back(entry, by=entry.person, at=NOW)

    assert selectors.by_month(APRIL, MAY) == [(APRIL, 0)]


def test_counting_anew_gives_the_same():
    volunteer = a_volunteer()
    services.take_back(give(volunteer, 240, source="A"), by=volunteer.person, at=NOW)
    give(volunteer, 75, source="B")
    kept = list(Total.objects.values_list("borough", "strand", "starts_on", "minutes"))

    services.recount()

    assert list(Total.objects.values_list("borough", "strand", "starts_on", "minutes")) == kept
