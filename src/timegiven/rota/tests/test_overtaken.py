"""A letter that waits when what it says is off, answered or over does not leave any more."""

from datetime import date, time, timedelta

import pytest

from tests import builders as build
from timegiven.letters import services as letters
from timegiven.letters.models import Letter
from timegiven.people.models import Person
from timegiven.rota import services
from timegiven.rota.models import CallOut, Incident, Offer
from timegiven.rota.tests.conftest import Scene

THURSDAY = {"day": date(2007, 5, 3), "starts": time(10), "ends": time(14)}


@pytest.fixture
def offer(scene: Scene) -> Offer:
    """A duty offered to somebody without e-mail: the letter waits to be posted."""
    Person.objects.filter(pk=scene.volunteer.pk).update(email=None)
    return offered(scene)


def offered(scene: Scene, **duty) -> Offer:
    placement = type(scene.placement).objects.get(pk=scene.placement.pk)
    made = build.a_duty(placement, **duty)
    (found,) = services.offer(made, placements=[placement.reference], by=scene.manager, at=build.NOW)
    return found


def waiting() -> list[str]:
    return list(Letter.objects.filter(status__in=Letter.WAITING).order_by("pk").values_list("template", flat=True))


def overtaken() -> dict[str, str]:
    return dict(Letter.objects.filter(status="OVERTAKEN").values_list("template", "why_overtaken"))


def test_who_has_not_read_of_a_duty_hears_neither_of_it_nor_that_it_is_off(scene: Scene, offer: Offer) -> None:
    services.cancel(offer.duty, why="The counter is painted.", by=scene.manager, at=build.NOW)

    assert (waiting(), overtaken()) == ([], {"rota/offered": "Called off: The counter is painted."})


def test_who_may_have_read_of_it_is_told_that_it_is_off(scene: Scene, offer: Offer) -> None:
    letters.bundle(Letter.objects.values_list("pk", flat=True), by=scene.mvpm, at=build.NOW)

    services.cancel(offer.duty, why="The counter is painted.", by=scene.manager, at=build.NOW)

    assert waiting() == ["rota/cancelled"]


def test_who_has_said_yes_by_telephone_is_told_that_it_is_off(scene: Scene, offer: Offer) -> None:
    services.accept(offer, by=scene.mvpm, at=build.NOW)
    assert (waiting(), overtaken()) == (["rota/accepted"], {"rota/offered": "They have answered already"})

    services.cancel(offer.duty, why="The counter is painted.", by=scene.manager, at=build.NOW)

    assert waiting() == ["rota/cancelled"]


def test_a_call_out_that_is_off_is_told_to_all_since_a_text_may_have_reached_them(scene: Scene, offer: Offer) -> None:
    of = {"area": scene.unit.borough, "opened_at": build.NOW, "opened_by": scene.mvpm}
    incident = Incident.objects.create(name="Flood", **of)
    made = {"answer_by": offer.duty.starts_at, "made_at": build.NOW, "made_by": scene.mvpm, "kind": "USUAL"}
    CallOut.objects.create(incident=incident, duty=offer.duty, **made)

    services.cancel(offer.duty, why="It is dry again.", by=scene.mvpm, at=build.NOW)

    assert waiting() == ["rota/cancelled"]


@pytest.mark.parametrize("says", [services.decline, services.cannot_come])
def test_who_has_said_no_is_not_asked_by_post(scene: Scene, offer: Offer, says) -> None:
    says(offer, by=scene.mvpm, at=build.NOW)

    assert "rota/offered" in overtaken()
    assert "rota/offered" not in waiting()


def test_a_time_that_has_moved_is_offered_as_it_is_now(scene: Scene, offer: Offer) -> None:
    services.move(offer.duty, by=scene.manager, at=build.NOW, **THURSDAY)

    assert (waiting(), overtaken()) == (["rota/published"], {"rota/offered": "The time has changed"})
    assert "Thursday 3 May 2007" in Letter.objects.get(status="TO_PRINT").text


def test_one_letter_about_two_duties_leaves_until_both_are_off(scene: Scene, offer: Offer) -> None:
    other = offered(scene, starts_at=offer.duty.starts_at + timedelta(days=1))
    Letter.objects.all().delete()
    services.telling.one_letter_each("rota/published", [offer, other], at=build.NOW, with_link=True)

    services.cancel(offer.duty, why="Painted", by=scene.manager, at=build.NOW)
    assert waiting() == ["rota/published", "rota/cancelled"]
    services.cancel(other.duty, why="Painted", by=scene.manager, at=build.NOW)
    assert "rota/published" in overtaken()


def test_after_the_duty_has_begun_nobody_is_asked_by_post(scene: Scene, offer: Offer) -> None:
    letters.overtake_late(at=offer.duty.starts_at)

    assert overtaken() == {"rota/offered": letters.letters.TIME_HAS_PASSED}


def test_that_it_is_not_safe_is_not_posted_when_it_goes_on(scene: Scene, offer: Offer) -> None:
    Offer.objects.update(status="ACCEPTED")
    services.telling.one_letter_each("rota/rests", [offer], at=build.NOW)

    not_heard = letters.overtake([offer], why="It goes on", at=build.NOW, template="rota/rests")

    assert (not_heard, overtaken()) == ({offer.reference}, {"rota/rests": "It goes on"})
    assert waiting() == ["rota/offered"]
