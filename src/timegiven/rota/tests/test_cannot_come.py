"""I cannot come after all: two taps, no reason, and the place is open again."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as build
from timegiven.kernel.refusals import NotAllowed
from timegiven.letters.models import Letter
from timegiven.rota import access, services
from timegiven.rota.models import CalendarFeed, Offer
from timegiven.rota.tests.conftest import Scene


@pytest.mark.clause(47, 48)
def test_a_place_is_given_back_and_those_who_plan_are_told(scene: Scene) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")

    services.cannot_come(offer, by=scene.volunteer, at=build.NOW)

    told = {letter.recipient: letter.subject for letter in Letter.objects.all()}
    assert told == {
        scene.mvpm.reference: "A place is open again: Tuesday 1 May 2007, 10am to 2pm",
        scene.manager.reference: "A place is open again: Tuesday 1 May 2007, 10am to 2pm",
        scene.volunteer.reference: "Thank you for telling us: Tuesday 1 May 2007, 10am to 2pm",
    }
    assert "METHOD:CANCEL" in Letter.objects.get(recipient=scene.volunteer.reference).calendar
    assert Offer.objects.get().status == "RELEASED"
    assert offer.steps.get().why == ""


@pytest.mark.clause(48)
def test_a_relative_may_ring_the_unit(scene: Scene) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    people = [scene.volunteer, scene.mvpm, scene.manager, scene.stranger]

    assert [access.cannot_come(person, offer, build.TODAY) for person in people] == [True, True, True, False]


def test_the_place_can_be_taken_by_someone_who_had_said_no(scene: Scene) -> None:
    duty = build.a_duty(scene.placement)
    other = build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version)
    first, second = (
        build.an_offer(scene.placement, duty=duty, status="ACCEPTED"),
        build.an_offer(other, duty=duty, status="DECLINED"),
    )

    services.cannot_come(first, by=scene.volunteer, at=build.NOW)
    services.accept(second, by=second.person, at=build.NOW)

    assert Offer.objects.get(pk=second.pk).status == "ACCEPTED"


def test_time_already_told_of_is_not_given_back(scene: Scene) -> None:
    with pytest.raises(NotAllowed):
        services.cannot_come(build.an_offer(scene.placement, status="GIVEN"), by=scene.volunteer, at=build.NOW)


@pytest.mark.usefixtures("clock")
def test_the_page_needs_two_taps(scene: Scene, client: Client) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    page = reverse("rota:cannot_come", args=[offer.reference])
    client.force_login(scene.volunteer)

    first, second = client.get(page), client.post(page)

    assert "No reason is needed" in first.content.decode()
    assert second.url == reverse("rota:offered", args=[offer.reference])
    assert Offer.objects.get().status == "RELEASED"


@pytest.mark.clause(120)
def test_a_leaver_is_let_go_from_everything_to_come(scene: Scene) -> None:
    coming, asked = build.an_offer(scene.placement, status="ACCEPTED"), build.an_offer(scene.placement)
    past = build.a_duty(scene.placement, starts_at=build.NOW - timedelta(days=7))
    told = build.an_offer(scene.placement, duty=past, status="ACCEPTED")
    CalendarFeed.objects.create(person=scene.volunteer, link_digest="x", made_at=build.NOW)

    released = services.release_all(scene.volunteer, by=scene.volunteer, at=build.NOW)

    assert released == 2
    assert {offer.pk: offer.status for offer in Offer.objects.all()} == {
        coming.pk: "RELEASED",
        asked.pk: "RELEASED",
        told.pk: "ACCEPTED",
    }
    assert CalendarFeed.objects.count() == 0


def test_offers_nobody_answered_lapse_when_the_duty_begins(scene: Scene) -> None:
    offer = build.an_offer(scene.placement)

    before = services.lapse_passed(at=offer.duty.starts_at - timedelta(minutes=1))
    after = services.lapse_passed(at=offer.duty.starts_at)

    assert (before, after) == (0, 1)
    assert Offer.objects.get().status == "LAPSED"
