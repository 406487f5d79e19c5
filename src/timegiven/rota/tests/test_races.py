"""Answers at the same moment, on PostgreSQL: each guard beside a control that fails with the guard off."""

from collections.abc import Callable
from datetime import UTC, datetime
from threading import Barrier, Thread

import pytest
from django.db import connection

from tests import builders as build
from timegiven.kernel.refusals import NotAllowed
from timegiven.rota import services
from timegiven.rota.models import Offer
from timegiven.rota.services import holding
from timegiven.rota.tests.conftest import Scene, set_the_scene

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def together(*deeds: Callable[[], object]) -> list[NotAllowed | None]:
    """Do all at once; the refusal of each, or None."""
    answers: list[NotAllowed | None] = [None] * len(deeds)
    start = Barrier(len(deeds))

    def run(number: int) -> None:
        start.wait()
        try:
            deeds[number]()
        except NotAllowed as refusal:
            answers[number] = refusal
        finally:
            connection.close()

    threads = [Thread(target=run, args=(number,)) for number in range(len(deeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def without_the_guard(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """Everybody reads before anybody writes, and nobody waits for a lock."""
    barrier = Barrier(count)

    def unheld(offer: Offer) -> holding.Held:
        found = holding.read(offer)
        barrier.wait(timeout=20)
        return found

    monkeypatch.setattr(holding, "hold", unheld)


def _accepted() -> int:
    return Offer.objects.filter(status="ACCEPTED").count()


def _for_the_last_place(scene: Scene) -> list[Offer]:
    duty = build.a_duty(scene.placement, places=1)
    others = [build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version) for _ in range(4)]
    return [build.an_offer(placement, duty=duty) for placement in (scene.placement, *others)]


def _accepting(offers: list[Offer]) -> list[Callable[[], object]]:
    fresh = [Offer.objects.get(pk=offer.pk) for offer in offers]
    return [lambda offer=offer: services.accept(offer, by=offer.person, at=build.NOW) for offer in fresh]


def test_five_people_say_yes_to_the_last_place_and_one_has_it() -> None:
    answers = together(*_accepting(_for_the_last_place(set_the_scene())))

    assert _accepted() == 1
    assert len([answer for answer in answers if answer]) == 4


def test_without_the_guard_the_last_place_is_taken_by_all(monkeypatch: pytest.MonkeyPatch) -> None:
    offers = _for_the_last_place(set_the_scene())
    without_the_guard(monkeypatch, len(offers))

    together(*_accepting(offers))

    assert _accepted() == 5


def _overlapping(scene: Scene) -> list[Offer]:
    starts = [datetime(2007, 5, 1, hour, tzinfo=UTC) for hour in (9, 11)]
    return [
        build.an_offer(scene.placement, duty=build.a_duty(scene.placement, starts_at=each, places=3)) for each in starts
    ]


def test_one_person_says_yes_to_two_places_at_once_and_has_one() -> None:
    answers = together(*_accepting(_overlapping(set_the_scene())))

    assert _accepted() == 1
    assert len([answer for answer in answers if answer]) == 1


def test_without_the_guard_one_person_is_in_two_places(monkeypatch: pytest.MonkeyPatch) -> None:
    offers = _overlapping(set_the_scene())
    without_the_guard(monkeypatch, len(offers))

    together(*_accepting(offers))

    assert _accepted() == 2
