"""The month of a borough or a unit."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import builders as build
from timegiven.rota.tests.conftest import Scene

MONTH = reverse("rota:month") + "?month=2007-05"
pytestmark = pytest.mark.usefixtures("clock")


@pytest.mark.clause(50)
def test_the_mvp_manager_sees_the_borough_and_the_unit_its_own(scene: Scene, client: Client) -> None:
    duty = build.a_duty(scene.placement, places=2)
    build.an_offer(scene.placement, duty=duty, status="ACCEPTED")
    stores = build.a_ready_volunteer(unit=build.a_unit("Stores"))
    build.a_duty(stores)

    shown = {}
    for person in (scene.mvpm, scene.manager, scene.stranger):
        client.force_login(person)
        weeks = client.get(MONTH).context["weeks"]
        shown[person.pk] = [(duty.taken, duty.most) for week in weeks for day in week for duty in day["duties"]]

    assert shown == {scene.mvpm.pk: [(1, 2), (0, 1)], scene.manager.pk: [(1, 2)], scene.stranger.pk: []}


def test_a_month_can_be_narrowed_to_a_unit(scene: Scene, client: Client) -> None:
    build.a_duty(scene.placement)
    stores = build.a_unit("Stores")
    client.force_login(scene.mvpm)

    page = client.get(f"{MONTH}&unit={stores.reference}")

    assert page.context["area"] == stores
    assert page.context["is_empty"] is True


def test_volunteers_have_a_calendar_of_their_own_instead(scene: Scene, client: Client) -> None:
    client.force_login(scene.volunteer)

    assert client.get(MONTH).status_code == 403


@pytest.mark.parametrize("typed", ["", "2007-13", "next", "0000-00", "0001-01", "9999-12"])
def test_a_month_that_is_none_is_this_month(scene: Scene, client: Client, typed: str) -> None:
    client.force_login(scene.mvpm)

    assert client.get(reverse("rota:month"), {"month": typed}).context["title"] == "April 2007"


def test_a_month_costs_the_same_queries_for_one_duty_and_for_many(scene: Scene, client: Client) -> None:
    build.an_offer(scene.placement)
    client.force_login(scene.mvpm)
    client.get(MONTH)
    for address in (MONTH, reverse("rota:gaps")):
        with CaptureQueriesContext(connection) as one:
            client.get(address)
        for number in range(12):
            starts_at = datetime(2007, 5, 2, 9, tzinfo=UTC) + timedelta(hours=2 * number)
            build.an_offer(scene.placement, duty=build.a_duty(scene.placement, starts_at=starts_at))
        with CaptureQueriesContext(connection) as many:
            client.get(address)

        assert len(many) == len(one)


def test_the_gaps_page_lists_what_still_has_places(scene: Scene, client: Client) -> None:
    gap, full = build.a_duty(scene.placement), build.a_duty(scene.placement)
    build.an_offer(scene.placement, duty=full, status="ACCEPTED")
    build.a_duty(scene.placement, starts_at=build.NOW + timedelta(days=15))
    client.force_login(scene.manager)

    assert list(client.get(reverse("rota:gaps")).context["page_obj"]) == [gap]


def test_the_duty_page_names_who_is_coming(scene: Scene, client: Client) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    client.force_login(scene.manager)

    page = client.get(reverse("rota:duty", args=[offer.duty.reference]))

    assert "Ada Okafor" in page.content.decode()
    assert (page.context["taken"], page.context["free"]) == (1, 0)


def test_the_week_beside_this_month_is_this_week_and_else_the_first_of_its_month(scene: Scene, client: Client) -> None:
    client.force_login(scene.mvpm)

    opens = [client.get(reverse("rota:month"), {"month": month}).context["opens"] for month in ("2007-04", "2007-05")]

    assert opens == [build.TODAY, date(2007, 5, 1)]


def test_on_a_telephone_whoever_reads_the_month_can_go_past_the_days_that_are_over(
    scene: Scene, client: Client
) -> None:
    client.force_login(scene.mvpm)
    address = reverse("rota:month")

    build.a_duty(scene.placement, starts_at=build.NOW + timedelta(days=2))
    only_ahead = client.get(address)
    build.a_duty(scene.placement, starts_at=build.NOW - timedelta(days=2))
    both = client.get(address)

    assert "tg-calendar__jump" not in only_ahead.text
    assert 'href="#next">Go to the next duties, Thursday 26 April 2007</a>' in both.text
    assert both.text.count('id="next"') == 1
