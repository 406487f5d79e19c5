"""Read reports: lists, one report, the paper form, and what waits."""

import pytest
from django.core.paginator import Paginator
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import builders as build
from timegiven.attendance import selectors
from timegiven.attendance.models import SessionReport
from timegiven.attendance.tests.conftest import AFTER, Scene
from timegiven.kernel.time import london_day

pytestmark = pytest.mark.usefixtures("clock")
LIST = reverse("attendance:reports")


def test_everybody_lists_the_reports_that_concern_them(scene: Scene, client: Client) -> None:
    report = scene.report()
    stores = build.a_ready_volunteer(unit=build.a_unit("Stores"))
    other = scene.report(placement=stores, by=stores.volunteer.person)

    listed = {}
    for person in (scene.volunteer, scene.manager, scene.mvpm, scene.stranger):
        client.force_login(person)
        listed[person] = set(client.get(LIST).context["page_obj"])

    assert listed == {
        scene.volunteer: {report},
        scene.manager: {report},
        scene.mvpm: {report, other},
        scene.stranger: set(),
    }


def test_a_list_can_be_narrowed(scene: Scene, client: Client) -> None:
    report = scene.report()
    client.force_login(scene.mvpm)

    def found(**chosen: str) -> list:
        return list(client.get(LIST, chosen).context["page_obj"])

    assert found(words="okafor", since="1/5/2007", until="1/5/2007") == [report]
    assert found(words=scene.placement.volunteer.reference) == [report]
    assert found(words="nobody") == found(since="2/5/2007") == found(until="30/4/2007") == []


def test_thousands_of_reports_are_easy_to_read(scene: Scene, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    scene.report()
    client.force_login(scene.mvpm)
    monkeypatch.setattr(Paginator, "count", 6267)

    assert "<strong>6,267</strong> reports" in client.get(LIST).text


def test_a_wrong_day_narrows_nothing_and_the_name_still_does(scene: Scene, client: Client) -> None:
    report = scene.report()
    stores = build.a_ready_volunteer(unit=build.a_unit("Stores"))
    scene.report(placement=stores, by=stores.volunteer.person)
    client.force_login(scene.mvpm)

    page = client.get(LIST, {"since": "32/13/2027", "words": scene.volunteer.name})

    assert list(page.context["page_obj"]) == [report]
    assert "The day to begin from must be a real date" in page.text
    assert "as if you had left “From” empty. Your other filters are used." in page.text


def test_ones_own_reports_have_no_filters_to_be_wrong(scene: Scene, client: Client) -> None:
    report = scene.report()
    client.force_login(scene.volunteer)

    page = client.get(LIST, {"since": "32/13/2027", "until": "1/1/2001"})

    assert list(page.context["page_obj"]) == [report]
    assert "There is a problem" not in page.text


def test_a_list_costs_the_same_for_one_and_for_many(scene: Scene, client: Client) -> None:
    scene.report()
    client.force_login(scene.mvpm)
    client.get(LIST)
    with CaptureQueriesContext(connection) as one:
        client.get(LIST)
    for _ in range(6):
        build.a_report(build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version))
    with CaptureQueriesContext(connection) as many:
        client.get(LIST)

    assert len(many) == len(one)


def test_a_unit_manager_sees_times_and_tasks_and_not_the_words(scene: Scene, client: Client) -> None:
    report = scene.report(how_it_went="Between us.", something_else="Between us too.")
    shown = {}
    for person in (scene.volunteer, scene.mvpm, scene.manager):
        client.force_login(person)
        page = client.get(reverse("attendance:session", args=[report.reference])).content.decode()
        shown[person] = ("Between us" in page, "Greet visitors" in page)

    assert shown == {
        scene.volunteer: (True, True),
        scene.mvpm: (True, True),
        scene.manager: (False, True),
    }


def test_a_report_of_another_borough_does_not_exist(scene: Scene, client: Client) -> None:
    report = scene.report()
    client.force_login(scene.stranger)

    for name in ("session", "correct", "thanks"):
        assert client.get(reverse(f"attendance:{name}", args=[report.reference])).status_code == 404
    assert client.get(reverse("attendance:paper", args=[scene.placement.reference])).status_code == 404


@pytest.mark.clause(40)
def test_the_mvp_manager_keys_in_for_someone_without_email(scene: Scene, client: Client) -> None:
    person = scene.volunteer
    person.email = None
    person.save()
    client.force_login(scene.mvpm)

    found = client.get(reverse("attendance:key_in"), {"words": "okafor"})
    page = reverse("attendance:report_other", args=[found.context["page_obj"][0].reference])
    client.post(page, {"day": "1/5/2007", "starts": "10am", "ends": "2pm", "tasks": ["1"]})

    report = selectors.reports_of(person).get()
    assert (report.minutes, report.reported_by) == (240, scene.mvpm)


@pytest.mark.parametrize(("role", "status"), [("mvpm", 200), ("manager", 403), ("volunteer", 403)])
def test_keying_in_is_for_mvp_managers(scene: Scene, client: Client, role: str, status: int) -> None:
    client.force_login(getattr(scene, role))

    assert client.get(reverse("attendance:key_in")).status_code == status


@pytest.mark.clause(38, 39)
def test_a_duty_that_is_over_asks_how_it_went(scene: Scene) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")

    (before,) = selectors.needs(scene.volunteer, offer.duty.on)
    (after,) = selectors.needs(scene.volunteer, london_day(AFTER))

    assert before.url_name == "attendance:here"
    assert (after.text, after.args) == ("Tell us how Tuesday went", (offer.reference,))
    assert selectors.needs(scene.mvpm, london_day(AFTER)) == []


@pytest.mark.postgres
def test_postgresql_knows_how_many_reports_stand(scene: Scene) -> None:
    """Where it takes all to have been replaced it asks for each by itself: a list of 60,000 took 4.5 seconds."""
    scene.report()

    assert "Anti Join" in SessionReport.objects.filter(SessionReport.STANDING).explain()
    assert "Anti Join" not in SessionReport.objects.filter(replaced_by=None, voided_at=None).explain()
