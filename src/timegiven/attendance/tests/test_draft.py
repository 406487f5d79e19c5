"""Save and finish later: what was typed is kept on the server."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as build
from timegiven.attendance.models import Draft, SessionReport
from timegiven.attendance.tests.conftest import Scene

pytestmark = pytest.mark.usefixtures("clock")


def test_a_draft_comes_back_on_the_next_visit_and_goes_when_it_is_sent(scene: Scene, client: Client) -> None:
    client.force_login(scene.volunteer)
    address = reverse("attendance:report_other", args=[scene.placement.reference])
    typed = {"day": "1 May", "starts": "10", "ends": "", "tasks": ["2"], "how_it_went": "Half a thought"}

    saved = client.post(address, typed | {"later": "yes"})
    back = client.get(address).content.decode()
    client.post(address, typed | {"day": "1/5/2007", "starts": "10am", "ends": "2pm"})

    assert saved.url == reverse("attendance:report")
    assert "Half a thought" in back
    assert 'value="1 May"' in back
    assert SessionReport.objects.count() == 1
    assert Draft.objects.count() == 0


def test_a_draft_is_sealed_and_belongs_to_its_page_and_its_writer(scene: Scene, client: Client) -> None:
    client.force_login(scene.volunteer)
    address = reverse("attendance:report_other", args=[scene.placement.reference])
    client.post(address, {"how_it_went": "Half a thought", "later": "yes"})
    offer = build.an_offer(scene.placement, status="ACCEPTED")

    other_page = client.get(reverse("attendance:report", args=[offer.reference])).content.decode()
    client.force_login(scene.mvpm)
    other_reader = client.get(address).content.decode()

    assert "Half a thought" not in other_page
    assert "Half a thought" not in other_reader
    assert Draft.objects.extra(select={"raw": "typed"}).get().raw.find("thought") == -1


def test_the_choice_of_sessions_leads_back_to_the_draft(scene: Scene, client: Client) -> None:
    client.force_login(scene.volunteer)
    address = reverse("attendance:report_other", args=[scene.placement.reference])
    client.post(address, {"how_it_went": "Half a thought", "later": "yes"})

    assert client.get(reverse("attendance:report")).context["draft_address"] == address
