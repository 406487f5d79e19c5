"""The programme in totals."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.builders import NOW, TODAY, a_borough, a_person, a_volunteer, an_mvpm, someone_appointed, the_force
from timegiven.concerns import services as concerns
from timegiven.hours import services as hours
from timegiven.insight import access, selectors
from timegiven.people.models import Appointment

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_noon(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def give(volunteer, minutes):
    hours.give(volunteer, on=TODAY, minutes=minutes, kind="SESSION", source="S", by=volunteer.person, at=NOW)


@pytest.mark.clause(136)
def test_a_year_of_hours_ends_with_this_month_and_has_its_empty_months():
    give(a_volunteer(), 250)

    year = selectors.year_of_hours(TODAY, None).by_month

    assert [name for name, _ in year][::11] == ["May", "Apr"]
    assert [given for _, given in year] == [0] * 11 + [4]


def test_half_hours_of_two_months_make_an_hour_of_the_year():
    volunteer = a_volunteer()
    for on in (TODAY, TODAY.replace(day=1) - timedelta(days=1)):
        hours.give(volunteer, on=on, minutes=90, kind="SESSION", source=f"{on}", by=volunteer.person, at=NOW)

    year = selectors.year_of_hours(TODAY, None)

    assert sum(given for _, given in year.by_month) == 2
    assert year.hours == 3


@pytest.mark.clause(120)
def test_the_hours_of_those_who_left_stay(client):
    volunteer = a_volunteer()
    give(volunteer, 240)
    concerns.end_volunteering(volunteer, by=volunteer.person, at=NOW)

    assert selectors.year_of_hours(TODAY, volunteer.borough).by_month[-1] == ("Apr", 4)
    assert selectors.hours_by_borough(TODAY) == [("Camden", 4)]
    assert selectors.volunteers_by_status(None) == {"Volunteering": 0, "On a break": 0, "Left": 1}


def test_volunteers_are_counted_by_borough():
    a_volunteer(borough=(camden := a_borough()))
    a_volunteer(borough=a_borough("Hackney"))

    assert selectors.volunteers_by_status(camden)["Volunteering"] == 1
    assert selectors.volunteers_by_status(None)["Volunteering"] == 2


def test_staff_see_the_totals_and_nobody_else():
    staff = [someone_appointed(role, the_force()) for role in Appointment.Role.values]

    assert [access.see_overview(person, TODAY) for person in staff] == [True] * len(staff)
    assert access.see_overview(a_person(), TODAY) is False


def test_the_page(client):
    give(a_volunteer(), 240)
    client.force_login(an_mvpm())

    page = client.get(reverse("insight:overview"))

    assert page.status_code == 200
    assert "Hours given by borough, last twelve months" in page.text
