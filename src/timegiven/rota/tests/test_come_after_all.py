"""Plans change back: whoever gave a place back, and finds that they can come after all, has a way to say so."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as build
from timegiven.kernel.refusals import NotAllowed
from timegiven.letters.models import Letter, TextMessage
from timegiven.people.models import Person
from timegiven.rota import selectors, services
from timegiven.rota.models import Duty, Offer, Wish
from timegiven.rota.tests.conftest import Scene


def given_back(scene: Scene) -> Offer:
    offer = build.an_offer(scene.placement)
    services.accept(offer, by=scene.volunteer, at=build.NOW)
    services.cannot_come(offer, by=scene.volunteer, at=build.NOW)
    return offer


@pytest.mark.clause(45, 48)
@pytest.mark.usefixtures("clock")
def test_a_slip_of_the_finger_is_put_right_on_the_same_page(scene: Scene, client: Client) -> None:
    offer = given_back(scene)
    page = reverse("rota:offered", args=[offer.reference])
    client.force_login(scene.volunteer)

    shown = client.get(page).text
    again = client.post(reverse("rota:accept", args=[offer.reference]), follow=True).text

    offer.refresh_from_db()
    assert "Can you come after all?" in shown
    assert "Yes, I can come" in shown
    assert "Your name is down" in again
    assert (offer.status, [step.status for step in offer.steps.order_by("pk")]) == (
        "ACCEPTED",
        ["ACCEPTED", "RELEASED", "ACCEPTED"],
    )


@pytest.mark.clause(48)
def test_whoever_heard_that_they_cannot_come_hears_that_they_can(scene: Scene) -> None:
    offer = given_back(scene)
    told = set(Letter.objects.filter(template="rota/place_open").values_list("recipient", flat=True))

    services.accept(offer, by=scene.volunteer, at=build.NOW)

    letters = Letter.objects.filter(template="rota/place_taken_again")
    assert {each.recipient for each in letters} == told == {scene.mvpm.reference, scene.manager.reference}
    assert "can come after all: Tuesday 1 May 2007, 10am to 2pm" in letters[0].subject


@pytest.mark.parametrize("first", ["nothing", "a no"])
def test_nobody_hears_of_a_return_who_never_heard_that_somebody_was_gone(scene: Scene, first: str) -> None:
    offer = build.an_offer(scene.placement)
    if first == "a no":
        services.decline(offer, by=scene.volunteer, at=build.NOW)

    services.accept(offer, by=scene.volunteer, at=build.NOW)

    assert set(Letter.objects.values_list("template", flat=True)) == {"rota/accepted"}


def test_on_the_day_itself_a_text_follows_the_text(scene: Scene) -> None:
    morning = datetime(2007, 5, 1, 7, tzinfo=UTC)
    Person.objects.filter(pk=scene.manager.pk).update(phone="07700 900123")
    Wish.objects.create(person=scene.manager, wants_texts=True, changed_at=build.NOW)
    offer = given_back(scene)

    services.accept(offer, by=scene.volunteer, at=morning)

    assert "can come today after all, 10am to 2pm, Front counter" in TextMessage.objects.get().text


def test_the_duty_stands_among_those_to_choose_and_is_taken_with_the_same_answer(scene: Scene) -> None:
    offer = given_back(scene)

    found = [each.duty for each in selectors.choices(scene.volunteer, build.NOW)]
    again = services.sign_up(offer.duty, by=scene.volunteer, at=build.NOW)

    assert found == [offer.duty]
    assert (again.pk, Offer.objects.get().status) == (offer.pk, "ACCEPTED")
    assert selectors.choices(scene.volunteer, build.NOW) == []
    with pytest.raises(NotAllowed, match="you have an answer on this duty already"):
        services.sign_up(offer.duty, by=scene.volunteer, at=build.NOW)


def test_when_somebody_else_has_the_place_one_waits_for_the_next(scene: Scene) -> None:
    offer = given_back(scene)
    other = build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version)
    build.an_offer(other, duty=offer.duty, status="ACCEPTED")

    with pytest.raises(NotAllowed, match="every place on this duty has been taken"):
        services.accept(offer, by=scene.volunteer, at=build.NOW)
    services.join_list(offer.duty, by=scene.volunteer, at=build.NOW)

    offer.refresh_from_db()
    assert offer.status == "WAITING"


@pytest.mark.usefixtures("clock")
def test_a_duty_that_was_called_off_does_not_come_back(scene: Scene, client: Client) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    services.cancel(Duty.objects.get(), why="Building works", by=scene.manager, at=build.NOW)
    client.force_login(scene.volunteer)

    page = client.get(reverse("rota:offered", args=[offer.reference])).text

    assert "This duty was called off" in page
    assert "Yes, I can come" not in page
