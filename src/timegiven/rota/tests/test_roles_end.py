"""A role is retired or rests, or a placement in it ends: the rota follows, and everybody is told once."""

from datetime import date, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as build
from timegiven.letters import services as post
from timegiven.letters.models import Letter
from timegiven.library import services as library
from timegiven.placements import services as placements
from timegiven.rota import services
from timegiven.rota.models import Duty, Offer, Pattern
from timegiven.rota.tests.conftest import Scene

SOON = build.NOW + timedelta(minutes=10)


def stop(scene: Scene) -> None:
    version = scene.placement.version
    library.report_change(version, unit=scene.unit, what="Water", is_stop=True, by=scene.manager, at=build.NOW)


def go_on(scene: Scene) -> None:
    newest = build.a_risk_assessment(scene.placement.version)
    scene.placement.version.changes.update(answered_by=newest)


def letters(template: str) -> list[str]:
    return sorted(Letter.objects.filter(template=template).values_list("to_name", flat=True))


@pytest.mark.clause(52)
def test_what_is_to_come_in_a_retired_role_is_called_off_and_its_patterns_end(scene: Scene) -> None:
    build.an_offer(scene.placement, status="ACCEPTED")
    services.make_pattern(
        scene.placement.version,
        scene.unit,
        weekdays=[1],
        every_weeks=1,
        starts=time(10),
        ends=time(14),
        least=1,
        most=1,
        from_on=date(2007, 5, 1),
        by=scene.manager,
        at=build.NOW,
    )
    library.retire(scene.placement.version, why="Closed", by=scene.mvpm, at=build.NOW)

    called_off = [services.call_off_retired(at=SOON), services.call_off_retired(at=SOON)]

    assert called_off == [1, 0]
    assert Duty.objects.get().why_cancelled == "The role has been retired."
    assert Pattern.objects.get().until_on == date(2007, 5, 1)
    assert letters("rota/cancelled") == [scene.volunteer.name]


def test_whoever_ended_a_placement_is_not_expected_any_more(scene: Scene) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    placements.end(scene.placement, by=scene.volunteer, at=build.NOW)

    released = [services.release_ended(at=SOON), services.release_ended(at=SOON)]

    offer.refresh_from_db()
    assert (released, offer.status) == ([1, 0], "RELEASED")
    assert letters("rota/taken_off") == [scene.volunteer.name]
    assert scene.manager.name in letters("rota/place_open")


@pytest.mark.clause(60)
def test_whoever_is_coming_is_asked_not_to_while_it_is_not_safe_and_told_when_it_goes_on(scene: Scene) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    stop(scene)
    told = [services.tell_of_rests(at=SOON), services.tell_of_rests(at=SOON)]
    post.send_owed(at=SOON)

    go_on(scene)
    told += [services.tell_of_rests(at=SOON), services.tell_of_rests(at=SOON)]

    offer.refresh_from_db()
    assert (told, offer.status) == ([1, 0, 1, 0], "ACCEPTED")
    assert letters("rota/rests") == letters("rota/goes_on") == [scene.volunteer.name]


@pytest.mark.usefixtures("clock")
def test_the_page_of_a_duty_does_not_welcome_to_a_role_that_rests(scene: Scene, client: Client) -> None:
    stop(scene)
    asked = build.an_offer(scene.placement)
    client.force_login(scene.volunteer)
    page = reverse("rota:offered", args=[asked.reference])

    before = client.get(page).text
    Offer.objects.update(status="ACCEPTED")
    after = client.get(page).text

    assert ("Yes, I can come" in before, "No, thank you" in before) == (False, True)
    assert ("We look forward" in after, "Please ring us before you come" in after) == (False, True)
