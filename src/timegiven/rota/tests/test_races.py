"""Answers at the same moment, on PostgreSQL: each guard beside a control that fails with the guard off."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from threading import Barrier

import pytest

from tests import builders as build
from tests.front_counter import a_front_counter
from tests.races import refused, together
from timegiven.letters.models import Letter
from timegiven.people.models import Person
from timegiven.rota import services
from timegiven.rota.models import Duty, Incident, Offer
from timegiven.rota.services import holding
from timegiven.rota.tests.conftest import Scene

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


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
    answers = together(*_accepting(_for_the_last_place(a_front_counter())))

    assert _accepted() == 1
    assert refused(answers) == 4


def test_without_the_guard_the_last_place_is_taken_by_all(monkeypatch: pytest.MonkeyPatch) -> None:
    offers = _for_the_last_place(a_front_counter())
    without_the_guard(monkeypatch, len(offers))

    together(*_accepting(offers))

    assert _accepted() == 5


def _overlapping(scene: Scene) -> list[Offer]:
    starts = [datetime(2007, 5, 1, hour, tzinfo=UTC) for hour in (9, 11)]
    return [
        build.an_offer(scene.placement, duty=build.a_duty(scene.placement, starts_at=each, places=3)) for each in starts
    ]


def test_one_person_says_yes_to_two_places_at_once_and_has_one() -> None:
    answers = together(*_accepting(_overlapping(a_front_counter())))

    assert _accepted() == 1
    assert refused(answers) == 1


def test_without_the_guard_one_person_is_in_two_places(monkeypatch: pytest.MonkeyPatch) -> None:
    offers = _overlapping(a_front_counter())
    without_the_guard(monkeypatch, len(offers))

    together(*_accepting(offers))

    assert _accepted() == 2


# Two hundred at once


def _crowd(places: int, people: int) -> tuple[Scene, list[Duty], list[Person]]:
    """Two duties at the same time with few places, and a crowd that is ready for either."""
    scene = a_front_counter()
    duties = [build.a_duty(scene.placement, places=places) for _ in range(2)]
    crowd = build.a_ready_crowd(people, like=scene.placement)
    return scene, duties, crowd


def in_waves(deeds: list[Callable[[], object]], size: int = 40) -> list[object]:
    """All deeds, so many at a time as the database takes connections."""
    return [each for first in range(0, len(deeds), size) for each in together(*deeds[first : first + size])]


def _choosing(crowd: list[Person], duties: list[Duty]) -> list[Callable[[], object]]:
    """Half of them sign up for the one, half for the other, each by two windows at once."""
    return [
        lambda person=person, duty=duty: services.sign_up(
            Duty.objects.select_related("version__profile", "unit__borough").get(pk=duty.pk), by=person, at=build.NOW
        )
        for person in crowd
        for duty in duties
    ]


def test_two_hundred_race_for_the_last_places_and_none_is_lost_or_booked_twice() -> None:
    _, duties, crowd = _crowd(places=5, people=100)

    answers = in_waves(_choosing(crowd, duties))

    taken = Offer.objects.filter(status="ACCEPTED")
    assert [taken.filter(duty=duty).count() for duty in duties] == [5, 5]
    assert taken.values("person").distinct().count() == 10
    assert refused(answers) == 190
    assert Offer.objects.count() == 10  # a refused one leaves nothing behind


def test_without_the_guard_more_come_than_there_are_places(monkeypatch: pytest.MonkeyPatch) -> None:
    _, duties, crowd = _crowd(places=1, people=6)
    without_the_guard(monkeypatch, 6)

    together(*_choosing(crowd, duties[:1]))

    assert Offer.objects.filter(status="ACCEPTED").count() == 6


def test_a_duty_is_called_off_while_people_say_yes_and_nobody_is_left_coming() -> None:
    scene = a_front_counter()
    duty = build.a_duty(scene.placement, places=10)
    crowd = build.a_ready_crowd(10, like=scene.placement)
    offers = [build.an_offer(person.volunteer.placements.get(), duty=duty) for person in crowd]
    calling_off = [lambda: services.cancel(Duty.objects.get(pk=duty.pk), why="Flood", by=scene.manager, at=build.NOW)]

    together(*_accepting(offers[:5]), *calling_off, *_accepting(offers[5:]))

    assert set(Offer.objects.values_list("status", flat=True)) == {"RELEASED"}
    assert Letter.objects.filter(template="rota/cancelled").count() == 10


def test_two_managers_publish_the_same_week_and_each_person_gets_one_letter() -> None:
    scene = a_front_counter()
    for number in range(3):
        starts_at = datetime(2007, 5, 1 + number, 9, tzinfo=UTC)
        duty = build.a_duty(scene.placement, starts_at=starts_at, is_draft=True)
        build.an_offer(scene.placement, duty=duty, status="PREPARED")
    references = list(Duty.objects.values_list("reference", flat=True))

    answers = together(
        lambda: services.publish(references, by=scene.manager, at=build.NOW),
        lambda: services.publish(references[::-1], by=scene.mvpm, at=build.NOW),
    )

    assert refused(answers) == 1
    assert Letter.objects.filter(template="rota/published").count() == 1
    assert set(Offer.objects.values_list("status", flat=True)) == {"OPEN"}


def test_of_signing_up_and_an_offer_for_the_last_place_one_has_it() -> None:
    scene = a_front_counter()
    duty = build.a_duty(scene.placement)
    other = build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version)
    offer = build.an_offer(other, duty=duty)
    signing_up = lambda: services.sign_up(Duty.objects.get(pk=duty.pk), by=scene.volunteer, at=build.NOW)  # noqa: E731

    answers = together(*_accepting([offer]), signing_up)

    assert _accepted() == 1
    assert refused(answers) == 1


def test_two_who_give_back_at_once_move_up_two_who_wait() -> None:
    scene = a_front_counter()
    duty = build.a_duty(scene.placement, places=2)
    crowd = build.a_ready_crowd(4, like=scene.placement)
    coming, waiting = (
        [build.an_offer(person.volunteer.placements.get(), duty=duty, status=status) for person in people]
        for people, status in ((crowd[:2], "ACCEPTED"), (crowd[2:], "WAITING"))
    )
    fresh = [Offer.objects.select_related("duty", "person").get(pk=each.pk) for each in coming]

    together(*(lambda each=each: services.cannot_come(each, by=each.person, at=build.NOW) for each in fresh))
    services.move_up(at=build.NOW)

    assert set(Offer.objects.filter(pk__in=[each.pk for each in waiting]).values_list("status", flat=True)) == {
        "ACCEPTED"
    }


# A call-out


def _called_out(places: int, people: int) -> list[Offer]:
    """A crowd called out at once for two things at the same time, each with few places."""
    scene = a_front_counter()
    crowd = build.a_ready_crowd(people, like=scene.placement)
    incident = services.open_incident(scene.unit.borough, name="Flood", by=scene.mvpm, at=build.NOW)
    told = {"day": build.TODAY, "starts": time(14), "ends": time(18), "places": places, "kind": "USUAL"}
    for _ in range(2):
        services.call_out(
            incident,
            scene.placement.version,
            scene.unit,
            placements=[person.volunteer.placements.get().reference for person in crowd],
            answer_by=build.NOW + timedelta(hours=1),
            by=scene.mvpm,
            at=build.NOW,
            **told,
        )
    return list(Offer.objects.order_by("duty", "pk"))


def _saying_yes(offers: list[Offer]) -> list[Callable[[], object]]:
    whole = Offer.objects.select_related("duty__unit__borough", "placement__volunteer", "person")
    fresh = [whole.get(pk=offer.pk) for offer in offers]
    return [lambda offer=offer: services.say_yes(offer, by=offer.person, at=build.NOW) for offer in fresh]


@pytest.mark.clause(142)
def test_at_a_call_out_places_are_filled_nobody_is_in_two_and_the_rest_stand_in_line() -> None:
    offers = _called_out(places=3, people=12)

    together(*_saying_yes(offers))

    taken = Offer.objects.filter(status="ACCEPTED")
    assert [taken.filter(duty=duty).count() for duty in Duty.objects.order_by("pk")] == [3, 3]
    assert taken.values("person").distinct().count() == 6
    assert set(Offer.objects.exclude(status="ACCEPTED").values_list("status", flat=True)) <= {"WAITING", "OPEN"}


def test_without_the_guard_a_call_out_is_over_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    offers = _called_out(places=1, people=5)[:5]
    without_the_guard(monkeypatch, 5)

    together(*_saying_yes(offers))

    assert _accepted() == 5


def test_standing_down_while_people_say_yes_leaves_nobody_coming() -> None:
    offers = _called_out(places=10, people=6)
    incident, mvpm = Incident.objects.get(), Incident.objects.get().opened_by
    standing_down = [lambda: services.stand_down(incident, by=mvpm, at=build.NOW)]

    together(*_saying_yes(offers[:3]), *standing_down, *_saying_yes(offers[3:6]))

    assert set(Offer.objects.values_list("status", flat=True)) == {"RELEASED"}
    assert Letter.objects.filter(template="rota/stood_down").count() == 6
