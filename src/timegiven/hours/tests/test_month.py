"""A volunteer's month on the page."""

import html
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.builders import (
    NOW,
    TODAY,
    Role,
    a_borough,
    a_ready_volunteer,
    a_unit,
    a_unit_manager,
    a_volunteer,
    an_mvpm,
    someone_appointed,
    the_central_team,
    the_force,
    time_given,
)
from timegiven.kernel.time import add_months

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def the_day(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def _page(client, volunteer, viewer, query=""):
    client.force_login(viewer)
    return client.get(f"/hours/{volunteer.reference}/{query}")


@pytest.mark.clause(34, 35, 36)
def test_what_was_given_what_is_left_and_thanks(client):
    volunteer = a_volunteer()
    time_given(volunteer, minutes=210)
    time_given(volunteer, minutes=60, kind="TRAINING")
    time_given(volunteer, minutes=600, on=TODAY.replace(month=3))

    page = _page(client, volunteer, volunteer.person).content.decode()

    shown = [
        "Thank you. You have given 4 hours 30 minutes so far.",
        "35 hours 30 minutes of the month’s 40 hours are left.",
        "so that everyone gets a turn",
        "Tuesday 24 April 2007",
        "3 hours 30 minutes",
        "Training",
        "14 hours 30 minutes",
        '<progress class="tg-meter" id="month-given" max="2400" value="270">',
    ]
    assert [text for text in shown if text not in page] == []


@pytest.mark.clause(37, 45)
@pytest.mark.parametrize(
    ("who", "hopes"), [(lambda v: v.person, True), (lambda v: an_mvpm(), False), (lambda v: the_central_team(), False)]
)
def test_the_hope_is_shown_to_the_volunteer_alone(client, who, hopes):
    volunteer = a_volunteer()

    page = _page(client, volunteer, who(volunteer)).content.decode()

    assert ("in a fortnight" in page) == hopes


@pytest.mark.clause(45)
def test_an_empty_month_presses_nobody(client):
    volunteer = a_volunteer()

    page = _page(client, volunteer, volunteer.person).content.decode()

    assert "Nothing is on record this month so far. Come when it suits you." in page


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", "April 2007"),
        ("?month=2007-03", "March 2007"),
        ("?month=2007-05", "April 2007"),
        ("?month=2007-13", "April 2007"),
        ("?month=nonsense", "April 2007"),
    ],
)
def test_other_months_can_be_looked_at_but_not_those_to_come(client, query, title):
    volunteer = a_volunteer()

    assert f"Your time in {title}" in _page(client, volunteer, volunteer.person, query).content.decode()


def test_every_month_in_which_time_was_given_has_a_link(client):
    volunteer = a_volunteer()
    for number in range(15):
        time_given(volunteer, minutes=60, on=add_months(TODAY, -number))

    page = _page(client, volunteer, volunteer.person).content.decode()

    assert [page.count(f'href="?month={add_months(TODAY, -number):%Y-%m}"') for number in range(15)] == [0] + [1] * 14
    assert "Earlier months" in page


@pytest.mark.parametrize(
    ("who", "status"),
    [
        (lambda v: v.person, 200),
        (lambda v: an_mvpm(), 200),
        (lambda v: the_central_team(), 200),
        (lambda v: someone_appointed(Role.AUDITOR, the_force()), 200),
        (lambda v: an_mvpm(a_borough("Barnet")), 404),
        (lambda v: a_unit_manager(a_unit()), 404),
        (lambda v: a_volunteer().person, 404),
    ],
)
def test_who_opens_a_month(client, who, status):
    volunteer = a_volunteer()

    assert _page(client, volunteer, who(volunteer)).status_code == status


def test_a_unit_manager_of_the_placement_does_not_open_it(client):
    placement = a_ready_volunteer(unit=a_unit())

    assert _page(client, placement.volunteer, a_unit_manager(placement.unit)).status_code == 404


@pytest.mark.parametrize("query", ["", "?month=2007-03"])
def test_my_own_month_has_a_short_address(client, query):
    volunteer = a_volunteer()
    client.force_login(volunteer.person)

    assert client.get(f"/hours/{query}").url == f"/hours/{volunteer.reference}/{query}"


def test_the_month_stays_when_one_signs_in_on_the_way(client):
    asked = client.get("/hours/?month=2007-03")

    assert parse_qs(urlsplit(asked.url).query)["next"] == ["/hours/?month=2007-03"]


def test_whoever_adds_no_time_after_all_is_back_at_the_month_that_they_looked_at(client):
    volunteer = a_volunteer()

    page = _page(client, volunteer, an_mvpm(), "?month=2007-03").content.decode()
    link = re.search(r'href="(/hours/[^"]+/add/[^"]*)"', page)[1]
    form = client.get(html.unescape(link)).content.decode()

    assert f'href="/hours/{volunteer.reference}/?month=2007-03"' in html.unescape(form)


def test_somebody_who_is_no_volunteer_has_no_month(client):
    client.force_login(an_mvpm())

    assert client.get("/hours/").status_code == 404


def test_many_entries_cost_what_one_does(client):
    volunteer = a_volunteer()

    def queries():
        _page(client, volunteer, volunteer.person)
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/hours/{volunteer.reference}/")
        return len(asked)

    time_given(volunteer, minutes=30)
    one = queries()
    for _ in range(20):
        time_given(volunteer, minutes=30)

    assert queries() == one
