"""A place on a course is time agreed to like any other: nobody is asked for a duty over it."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils import timezone

from tests import builders as build
from timegiven.kernel.refusals import NotAllowed
from timegiven.rota import selectors, services
from timegiven.rota.models import Offer
from timegiven.rota.tests.conftest import Scene

COURSE = "a place on the course “Course HS” (Tuesday 1 May 2007, 11am to 3pm)"


def _booked(scene: Scene, *, hours: int = 4) -> None:
    session = build.a_session(starts_at=datetime(2007, 5, 1, 10, tzinfo=UTC), hours=hours)
    build.a_booking(session, scene.placement.volunteer)


def _accept(offer: Offer) -> None:
    services.accept(offer, by=offer.person, at=build.NOW)


def test_a_duty_at_the_time_of_a_course_is_neither_offered_nor_taken(scene: Scene) -> None:
    _booked(scene)
    offer = build.an_offer(scene.placement)

    (candidate,) = selectors.candidates(build.a_duty(scene.placement), build.TODAY)
    with pytest.raises(NotAllowed) as refusal:
        _accept(offer)

    assert candidate.reasons == [f"It overlaps with {COURSE}."]
    assert refusal.value.reason == f"We have not put your name down: it overlaps with {COURSE}."


def test_a_turn_on_a_waiting_list_keeps_nobody_from_a_duty(scene: Scene) -> None:
    session = build.a_session()
    build.a_booking(session, scene.placement.volunteer, status="WAITING")
    offer = build.an_offer(scene.placement)

    _accept(offer)

    assert Offer.objects.get().status == "ACCEPTED"


@pytest.mark.clause(34, 35)
@pytest.mark.parametrize(("given", "is_refused"), [(1920, False), (1921, True)])
def test_the_time_of_a_booked_course_counts_under_the_cap(scene: Scene, given: int, is_refused: bool) -> None:
    course = build.a_session(starts_at=datetime(2007, 5, 8, 9, tzinfo=UTC), hours=4)
    build.a_booking(course, scene.placement.volunteer)
    build.time_given(scene.placement.volunteer, minutes=given, on=datetime(2007, 5, 2, tzinfo=UTC).date())
    offer = build.an_offer(scene.placement)

    if is_refused:
        with pytest.raises(NotAllowed, match="Time given and agreed to in May 2007 would come to 40 hours 1 minute"):
            _accept(offer)
    else:
        _accept(offer)
        assert Offer.objects.get().status == "ACCEPTED"


def test_a_course_booked_over_a_duty_stands_on_the_first_page_until_one_is_given_back(scene: Scene) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    before = [need.text for need in selectors.needs(scene.volunteer, build.TODAY)]
    _booked(scene)

    first = selectors.needs(scene.volunteer, build.TODAY)[0]
    services.cannot_come(offer, by=scene.volunteer, at=build.NOW)
    after = selectors.needs(scene.volunteer, build.TODAY)

    assert before == ["You are coming on Tuesday 1 May 2007, 10am to 2pm"]
    assert first.text == "Two things at once on Tuesday 1 May 2007"
    assert "the course “Course HS”, 11am to 3pm. Give one of the two back." in first.hint
    assert (first.url_name, first.args, after) == ("rota:offered", (offer.reference,), [])


@pytest.mark.parametrize(("hours", "is_told"), [(4, True), (1, False)])
def test_whoever_books_a_course_is_told_at_once_of_a_duty_at_the_same_time(
    scene: Scene, client: Client, hours: int, is_told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: build.NOW)
    build.an_offer(scene.placement, status="ACCEPTED")  # 10am to 2pm
    course = build.a_course("ELS")
    starts = datetime(2007, 5, 1, 10 if hours == 4 else 13, tzinfo=UTC)
    session = build.a_session(course, starts_at=starts, hours=hours)
    client.force_login(scene.volunteer)

    page = client.post(f"/placements/training/{session.reference}/book/", {"once": "1"}, follow=True).content.decode()

    assert "You have a place. A letter with the details is on its way." in page
    told = "You have also said yes to a duty on Tuesday 1 May 2007, 10am to 2pm, which is at the same time."
    assert (told in page) == is_told


def test_who_books_for_somebody_is_told_too(scene: Scene, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: build.NOW)
    build.an_offer(scene.placement, status="ACCEPTED")
    session = build.a_session(build.a_course("ELS"), starts_at=datetime(2007, 5, 1, 10, tzinfo=UTC))
    client.force_login(scene.mvpm)
    typed = {"volunteer": scene.placement.volunteer.reference, "version": ""}

    page = client.post(f"/training/sessions/{session.reference}/add/", typed, follow=True).content.decode()

    assert f"{scene.volunteer.name} has also said yes to a duty on Tuesday 1 May 2007, 10am to 2pm" in page
