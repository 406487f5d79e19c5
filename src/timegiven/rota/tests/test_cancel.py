"""Call a duty off."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as build
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.rota import access, services
from timegiven.rota.models import Duty, Offer
from timegiven.rota.tests.conftest import Scene


def test_everybody_who_was_asked_hears_the_reason_at_once(scene: Scene) -> None:
    duty = build.a_duty(scene.placement, places=3)
    others = [build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version) for _ in range(2)]
    build.an_offer(scene.placement, duty=duty, status="ACCEPTED")
    build.an_offer(others[0], duty=duty)
    declined = build.an_offer(others[1], duty=duty, status="DECLINED")

    services.cancel(duty, why="The counter is being painted.", by=scene.manager, at=build.NOW)

    letters = Letter.objects.filter(template="rota/cancelled")
    assert {letter.recipient for letter in letters} == {scene.volunteer.reference, others[0].volunteer.person.reference}
    assert all("The counter is being painted." in letter.text for letter in letters)
    assert all("METHOD:CANCEL" in letter.calendar for letter in letters)
    assert Offer.objects.get(pk=declined.pk).status == "DECLINED"
    assert Offer.objects.filter(status="RELEASED").count() == 2


def test_a_duty_is_called_off_once_and_before_it_begins(scene: Scene) -> None:
    duty = build.a_duty(scene.placement)

    with pytest.raises(NotAllowed):
        services.cancel(duty, why="Late", by=scene.manager, at=duty.starts_at)
    services.cancel(duty, why="Painted", by=scene.manager, at=build.NOW)
    with pytest.raises(NotAllowed, match="was called off"):
        services.cancel(duty, why="Again", by=scene.manager, at=build.NOW)

    assert Duty.objects.get().why_cancelled == "Painted"


def test_who_may_call_a_duty_off(scene: Scene) -> None:
    duty = build.a_duty(scene.placement)
    people = [scene.manager, scene.mvpm, scene.stranger, scene.volunteer]

    assert [access.cancel(person, duty, build.TODAY) for person in people] == [True, True, False, False]
    with pytest.raises(NotPermitted):
        services.cancel(duty, why="No", by=scene.volunteer, at=build.NOW)


@pytest.mark.usefixtures("clock")
def test_the_page_asks_for_a_reason(scene: Scene, client: Client) -> None:
    duty = build.a_duty(scene.placement)
    client.force_login(scene.manager)
    address = reverse("rota:cancel", args=[duty.reference])

    silent, told = client.post(address, {"why": " "}), client.post(address, {"why": "Painted"})

    assert "Say why it is called off" in silent.content.decode()
    assert told.url == reverse("rota:duty", args=[duty.reference])
    assert Duty.objects.get().cancelled_at == build.NOW
