"""Say yes or no: one tap each, and no reason asked."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as build
from timegiven.hours.models import Extension, Month
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people.models import Person
from timegiven.rota import access, services
from timegiven.rota.models import Duty, Offer
from timegiven.rota.tests.conftest import Scene


def _accept(offer: Offer, by: Person | None = None, at: datetime = build.NOW) -> None:
    services.accept(offer, by=by or offer.person, at=at)


@pytest.mark.clause(45)
def test_a_yes_takes_a_place_and_sends_the_calendar_file(scene: Scene) -> None:
    offer = build.an_offer(scene.placement)

    _accept(offer)

    letter = Letter.objects.get()
    assert Offer.objects.get().status == "ACCEPTED"
    assert letter.subject == "Thank you: Tuesday 1 May 2007, 10am to 2pm"
    assert "STATUS:CONFIRMED" in letter.calendar


def test_a_no_is_a_no_and_may_become_a_yes_while_there_is_a_place(scene: Scene) -> None:
    offer = build.an_offer(scene.placement)

    services.decline(offer, by=scene.volunteer, at=build.NOW)
    _accept(Offer.objects.get())

    assert [step.status for step in offer.steps.order_by("pk")] == ["DECLINED", "ACCEPTED"]
    assert not any(step.why for step in offer.steps.all())


def test_the_last_place_is_taken_once(scene: Scene) -> None:
    duty = build.a_duty(scene.placement)
    other = build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version)
    build.an_offer(other, duty=duty, status="ACCEPTED")

    with pytest.raises(NotAllowed, match="every place on this duty has been taken"):
        _accept(build.an_offer(scene.placement, duty=duty))


@pytest.mark.clause(34)
def test_a_month_that_was_signed_for_has_room_for_the_duty(scene: Scene) -> None:
    build.time_given(scene.placement.volunteer, minutes=2400, on=date(2007, 5, 20))
    Month.objects.update(cap_minutes=3000, minutes=2400)
    signed = {"person": scene.volunteer, "starts_on": date(2007, 5, 1), "why": "A surge"}
    Extension.objects.create(cap_minutes=3000, signed_by=build.the_central_team(), signed_at=build.NOW, **signed)

    _accept(build.an_offer(scene.placement))

    assert Offer.objects.get().status == "ACCEPTED"


def test_two_places_at_once_are_refused(scene: Scene) -> None:
    build.an_offer(scene.placement, status="ACCEPTED")
    late = build.a_duty(scene.placement, starts_at=datetime(2007, 5, 1, 12, 59, tzinfo=UTC), hours=1)
    after = build.a_duty(scene.placement, starts_at=datetime(2007, 5, 1, 13, 0, tzinfo=UTC), hours=1)

    with pytest.raises(NotAllowed, match="overlaps with another duty"):
        _accept(build.an_offer(scene.placement, duty=late))
    _accept(build.an_offer(scene.placement, duty=after))


@pytest.mark.clause(34, 35)
@pytest.mark.parametrize(("given", "is_refused"), [(1920, False), (1921, True)])
def test_given_agreed_and_new_time_stay_within_the_month(scene: Scene, given: int, is_refused: bool) -> None:
    build.time_given(scene.placement.volunteer, minutes=given - 60, on=date(2007, 5, 2))
    build.time_given(scene.placement.volunteer, minutes=60, on=date(2007, 5, 2), kind="TRAINING")
    planned = build.a_duty(scene.placement, starts_at=datetime(2007, 5, 31, 22, 0, tzinfo=UTC))
    build.an_offer(scene.placement, duty=planned, status="ACCEPTED")
    elsewhere = build.a_duty(scene.placement, starts_at=datetime(2007, 5, 31, 23, 30, tzinfo=UTC))  # June in London
    offer = build.an_offer(scene.placement)

    if is_refused:
        with pytest.raises(NotAllowed, match="the limit is 40 hours"):
            _accept(offer)
    else:
        _accept(offer)
    assert elsewhere.on == date(2007, 6, 1)


def test_nobody_says_yes_before_they_are_ready(scene: Scene) -> None:
    offer = build.an_offer(scene.placement)
    scene.volunteer.passes.update(status="LOST")

    with pytest.raises(NotAllowed, match=r"We have not put your name down\. You have no pass that is in force"):
        _accept(offer)
    with pytest.raises(NotAllowed, match=r"We have not put this name down\. There is no volunteer pass in force"):
        _accept(offer, by=scene.mvpm)


def test_whose_turn_it_is_reads_right_to_the_volunteer_too(scene: Scene) -> None:
    offer = build.an_offer(scene.placement)
    build.a_break(scene.placement.volunteer, from_on=offer.duty.on)

    with pytest.raises(NotAllowed) as own:
        _accept(offer)
    with pytest.raises(NotAllowed) as noted:
        _accept(offer, by=scene.mvpm)

    assert own.value.next_step == "Enjoy it. When you would like to come back, say so on your record."
    assert own.value.ask == "Whose turn: yours."
    assert (noted.value.next_step[:12], noted.value.ask) == ("Leave them i", "Whose turn: Volunteer.")


@pytest.mark.parametrize("status", ["OPEN", "DECLINED", "RELEASED"])
@pytest.mark.parametrize("wrong", ["called off", "begun"])
def test_the_wrong_moment_is_refused(scene: Scene, wrong: str, status: str) -> None:
    offer = build.an_offer(scene.placement, status=status)
    if wrong == "called off":
        Duty.objects.update(cancelled_at=build.NOW)

    with pytest.raises(NotAllowed):
        _accept(offer, at=offer.duty.starts_at if wrong == "begun" else build.NOW)


def test_volunteers_answer_for_themselves_and_the_mvp_manager_notes_a_telephone_call(scene: Scene) -> None:
    offer = build.an_offer(scene.placement)
    people = [scene.volunteer, scene.mvpm, scene.manager, scene.stranger]

    assert [access.answer(person, offer, build.TODAY) for person in people] == [True, True, False, False]
    with pytest.raises(NotPermitted):
        _accept(offer, by=scene.manager)


@pytest.mark.usefixtures("clock")
def test_the_page_takes_an_answer_with_one_tap(scene: Scene, client: Client) -> None:
    offer = build.an_offer(scene.placement)
    page = reverse("rota:offered", args=[offer.reference])
    client.force_login(scene.volunteer)

    shown = client.get(page)
    said_no = client.post(reverse("rota:decline", args=[offer.reference]))
    said_yes = client.post(reverse("rota:accept", args=[offer.reference]))

    assert "Would this suit you?" in shown.content.decode()
    assert (said_no.url, said_yes.url) == (page, page)
    assert Offer.objects.get().status == "ACCEPTED"


@pytest.mark.usefixtures("clock")
def test_a_refused_yes_stays_on_the_page_and_says_why(scene: Scene, client: Client) -> None:
    offer = build.an_offer(scene.placement)
    build.an_offer(scene.placement, status="ACCEPTED")
    client.force_login(scene.volunteer)

    refused = client.post(reverse("rota:accept", args=[offer.reference]))

    assert refused.status_code == 200
    assert "overlaps with another duty" in refused.content.decode()


@pytest.mark.usefixtures("clock")
def test_an_offer_to_somebody_else_does_not_exist(scene: Scene, client: Client) -> None:
    offer = build.an_offer(scene.placement)
    client.force_login(build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version).volunteer.person)

    for name in ("offered", "accept", "decline", "cannot_come", "ics"):
        assert client.get(reverse(f"rota:{name}", args=[offer.reference])).status_code == 404
