"""A break and the rota: who is away is expected nowhere, and whoever plans hears of it as early as the break is."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests import builders as build
from timegiven.letters.models import Letter
from timegiven.placements import services as placements
from timegiven.rota import services
from timegiven.rota.models import Offer
from timegiven.rota.tests.conftest import Scene

SOON = build.NOW + timedelta(minutes=10)


def offer_on(scene: Scene, day: date, *, status: str = "ACCEPTED", hour: int = 9) -> Offer:
    starts_at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    return build.an_offer(scene.placement, duty=build.a_duty(scene.placement, starts_at=starts_at), status=status)


def statuses(*offers: Offer) -> list[str]:
    return [Offer.objects.get(pk=each.pk).status for each in offers]


@pytest.mark.clause(45, 47, 120)
def test_nobody_is_expected_on_the_days_of_a_break(scene: Scene) -> None:
    before, first, last, after = (offer_on(scene, date(2007, 5, day)) for day in (7, 8, 14, 15))
    asked, waiting = (
        offer_on(scene, date(2007, 5, 9), status="OPEN"),
        offer_on(scene, date(2007, 5, 9), status="WAITING"),
    )
    told = {"from_on": date(2007, 5, 8), "back_on": date(2007, 5, 15), "by": scene.volunteer, "at": build.NOW}
    placements.pause(scene.placement.volunteer, **told)

    released = [services.release_away(at=SOON), services.release_away(at=SOON)]

    assert released == [4, 0]
    assert statuses(first, last, asked, waiting) == ["RELEASED"] * 4
    assert statuses(before, after) == ["ACCEPTED", "ACCEPTED"]
    letter = Letter.objects.get(template="rota/taken_off")
    assert letter.to_name == scene.volunteer.name
    assert "You have told us of a break" in letter.text
    assert "Tuesday 8 May 2007" in letter.text
    assert "Monday 14 May 2007" in letter.text
    open_again = Letter.objects.filter(template="rota/place_open").values_list("to_name", flat=True)
    assert sorted(open_again) == sorted([scene.mvpm.name, scene.manager.name] * 2)


def test_days_are_those_of_london(scene: Scene) -> None:
    night = offer_on(scene, date(2007, 5, 7), hour=23)  # midnight of 8 May by London’s clocks
    placements.pause(
        scene.placement.volunteer, from_on=date(2007, 5, 8), back_on=None, by=scene.volunteer, at=build.NOW
    )

    services.release_away(at=SOON)

    assert statuses(night) == ["RELEASED"]


def test_who_comes_back_early_says_yes_anew(scene: Scene) -> None:
    offer = offer_on(scene, date(2007, 5, 8))
    placements.pause(scene.placement.volunteer, from_on=build.TODAY, by=scene.volunteer, at=build.NOW)
    services.release_away(at=SOON)
    volunteer = scene.placement.volunteer
    volunteer.refresh_from_db()

    placements.come_back(volunteer, by=scene.volunteer, at=SOON)
    services.accept(Offer.objects.get(), by=scene.volunteer, at=SOON)

    assert statuses(offer) == ["ACCEPTED"]
    assert services.release_away(at=SOON) == 0


def test_others_are_left_alone(scene: Scene) -> None:
    other = build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version)
    theirs = build.an_offer(other, status="ACCEPTED")
    placements.pause(scene.placement.volunteer, from_on=build.TODAY, by=scene.volunteer, at=build.NOW)

    assert services.release_away(at=SOON) == 0
    assert statuses(theirs) == ["ACCEPTED"]
