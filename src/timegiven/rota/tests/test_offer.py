"""Ask placed volunteers whether a duty would suit them."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import builders as build
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.placements.models import Placement
from timegiven.rota import access, selectors, services
from timegiven.rota.models import Duty, Offer
from timegiven.rota.tests.conftest import Scene


def _offer(duty: Duty, scene: Scene, *placements: Placement, **changes: object) -> list[Offer]:
    facts = {"by": scene.manager, "at": build.NOW} | changes
    return services.offer(duty, placements=[each.reference for each in placements], **facts)


@pytest.mark.clause(33, 45)
def test_an_offer_is_a_question_with_a_calendar_file(scene: Scene) -> None:
    duty = build.a_duty(scene.placement)

    (offer,) = _offer(duty, scene, scene.placement)

    letter = Letter.objects.get()
    assert (offer.status, offer.person) == ("OPEN", scene.volunteer)
    assert [step.status for step in offer.steps.all()] == ["OPEN"]
    assert letter.subject == "Can you give time on Tuesday 1 May 2007, 10am to 2pm?"
    assert "STATUS:TENTATIVE" in letter.calendar


def test_nobody_is_asked_twice(scene: Scene) -> None:
    duty = build.a_duty(scene.placement)
    _offer(duty, scene, scene.placement)

    with pytest.raises(NotAllowed, match="has been asked already"):
        _offer(duty, scene, scene.placement)


def test_who_is_not_ready_is_not_asked_and_the_page_says_why(scene: Scene) -> None:
    scene.volunteer.clearances.update(until_on=datetime(2007, 4, 30, tzinfo=UTC).date())
    duty = build.a_duty(scene.placement)

    (candidate,) = selectors.candidates(duty, build.TODAY)

    assert candidate.reasons == [
        "There is no security check at NPPV level 2 (abbreviated) in force on Tuesday 1 May 2007."
    ]
    with pytest.raises(NotAllowed, match="cannot be asked just now"):
        _offer(duty, scene, scene.placement)


@pytest.mark.clause(34)
def test_the_months_cap_and_other_duties_stand_in_the_way_of_an_offer(scene: Scene) -> None:
    build.time_given(scene.placement.volunteer, minutes=2200, on=datetime(2007, 5, 1, tzinfo=UTC).date())
    duty = build.a_duty(scene.placement)
    build.an_offer(scene.placement, duty=build.a_duty(scene.placement), status="ACCEPTED")

    (candidate,) = selectors.candidates(duty, build.TODAY)

    assert candidate.reasons == [
        "It overlaps with another duty already agreed to (Tuesday 1 May 2007, 10am to 2pm).",
        (
            "Time given and agreed to in May 2007 would come to 44 hours 40 minutes; the limit is 40 hours so that "
            "everyone gets a turn."
        ),
    ]


def test_someone_not_placed_here_is_not_asked(scene: Scene) -> None:
    elsewhere = build.a_ready_volunteer(unit=build.a_unit("Stores"))

    with pytest.raises(NotAllowed, match="not placed in this role"):
        _offer(build.a_duty(scene.placement), scene, elsewhere)


@pytest.mark.parametrize("wrong", ["called off", "begun"])
def test_a_duty_that_is_off_or_has_begun_is_not_offered(scene: Scene, wrong: str) -> None:
    duty = build.a_duty(scene.placement)
    if wrong == "called off":
        Duty.objects.update(cancelled_at=build.NOW)

    with pytest.raises(NotAllowed):
        _offer(duty, scene, scene.placement, at=build.NOW if wrong == "called off" else duty.starts_at)


def test_who_may_offer(scene: Scene) -> None:
    duty = build.a_duty(scene.placement)
    people = [scene.manager, scene.mvpm, scene.stranger, scene.volunteer]

    assert [access.offer(person, duty, build.TODAY) for person in people] == [True, True, False, False]
    with pytest.raises(NotPermitted):
        _offer(duty, scene, scene.placement, by=scene.volunteer)


def test_candidates_cost_the_same_for_one_and_for_many(scene: Scene) -> None:
    duty = Duty.objects.select_related("version__profile", "unit__borough").get(pk=build.a_duty(scene.placement).pk)
    with CaptureQueriesContext(connection) as one:
        selectors.candidates(duty, build.TODAY)
    for _ in range(5):
        build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version)

    with CaptureQueriesContext(connection) as many:
        found = selectors.candidates(duty, build.TODAY)

    assert len(found) == 6
    assert len(many) == len(one)


@pytest.mark.usefixtures("clock")
def test_the_page_asks_those_who_are_ticked(scene: Scene, client: Client) -> None:
    duty = build.a_duty(scene.placement)
    client.force_login(scene.mvpm)
    address = reverse("rota:offer", args=[duty.reference])

    empty = client.post(address, {"once": "first"})
    asked = client.post(address, {"placements": [scene.placement.reference]})
    Offer.objects.update(status="ACCEPTED")
    full = client.get(address)

    assert "Choose at least one person" in empty.content.decode()
    assert "Room for 1 person." in empty.text
    assert "Every place is taken: whoever you ask can join the waiting list." in full.text
    assert asked.url == reverse("rota:duty", args=[duty.reference])
    assert Offer.objects.get().person == scene.volunteer


@pytest.mark.usefixtures("clock")
def test_a_duty_of_another_borough_does_not_exist(scene: Scene, client: Client) -> None:
    duty = build.a_duty(scene.placement)
    client.force_login(scene.stranger)

    for name in ("duty", "offer", "cancel"):
        assert client.get(reverse(f"rota:{name}", args=[duty.reference])).status_code == 404
