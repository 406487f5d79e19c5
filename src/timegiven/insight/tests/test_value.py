"""The comparator value of time is a report for the Central Team alone."""

import pytest
from django.urls import reverse

from tests.builders import (
    TODAY,
    Role,
    a_borough,
    a_ready_volunteer,
    a_unit,
    an_mvpm,
    someone_appointed,
    the_central_team,
    the_finance_office,
    the_force,
    the_strand,
)
from timegiven.hours.models import Total
from timegiven.insight import access, selectors
from timegiven.programme.models import PolicyValue

pytestmark = pytest.mark.django_db


@pytest.mark.clause(136)
def test_only_the_central_team_sees_it():
    placement = a_ready_volunteer(unit=a_unit())
    people = [
        placement.volunteer.person,
        an_mvpm(a_borough()),
        the_finance_office(),
        someone_appointed(Role.AUDITOR, the_force()),
        the_central_team(),
    ]

    assert [access.see_value(person, TODAY) for person in people] == [False, False, False, False, True]


@pytest.mark.clause(136)
def test_each_month_is_compared_at_its_own_rate():
    for month in (3, 4):
        facts = {"borough": a_borough(), "strand": the_strand(), "minutes": 600}
        Total.objects.create(starts_on=TODAY.replace(month=month, day=1), **facts)
    PolicyValue.objects.create(name="insight.comparator_high_pence", from_on=TODAY.replace(day=1), value=2_000)

    (year,) = selectors.compared_by_year(TODAY)

    assert (year.minutes, year.low, year.high) == (1_200, 20 * 535, 10 * 1_300 + 10 * 2_000)


def test_the_rates_are_on_the_handbooks_page_for_the_central_team_alone(client):
    address = reverse("programme:policies")
    assert "is compared with" not in client.get(address).text
    client.force_login(the_central_team())

    assert "What an hour of time given is compared with at most" in client.get(address).text
    assert "Comparator value of time" in client.get(reverse("insight:value")).text
