"""Move a duty, change it, call off a day or a series."""

from datetime import UTC, date, datetime, time

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as build
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter, TextMessage
from timegiven.rota import services
from timegiven.rota.models import Duty, Offer, Wish
from timegiven.rota.tests.conftest import Scene

THURSDAY = {"day": date(2007, 5, 3), "starts": time(10), "ends": time(14)}


@pytest.mark.clause(33, 45)
def test_nobodys_yes_is_carried_over_to_another_time(scene: Scene) -> None:
    duty = build.a_duty(scene.placement)
    offer = build.an_offer(scene.placement, duty=duty, status="ACCEPTED")

    told = services.move(duty, by=scene.manager, at=build.NOW, **THURSDAY)

    offer.refresh_from_db()
    letter = Letter.objects.get()
    assert (told, offer.status) == (1, "OPEN")
    assert letter.subject == "A new time: Thursday 3 May 2007, 10am to 2pm"
    assert "The time on Tuesday 1 May 2007, 10am to 2pm has moved" in letter.text
    assert "STATUS:TENTATIVE" in letter.calendar


def test_a_draft_moves_without_a_word(scene: Scene) -> None:
    duty = build.a_duty(scene.placement, is_draft=True)
    services.offer(duty, placements=[scene.placement.reference], by=scene.manager, at=build.NOW)

    assert services.move(duty, by=scene.manager, at=build.NOW, **THURSDAY) == 0
    assert (Letter.objects.count(), Duty.objects.get().on) == (0, date(2007, 5, 3))


@pytest.mark.parametrize("wrong", ["past", "skipped", "called off"])
def test_a_duty_does_not_move_where_it_cannot_be(scene: Scene, wrong: str) -> None:
    duty = build.a_duty(scene.placement)
    to = {"past": {"day": date(2007, 4, 20)}, "skipped": {"day": date(2008, 3, 30), "starts": time(1, 30)}}.get(
        wrong, {}
    )
    if wrong == "called off":
        Duty.objects.update(cancelled_at=build.NOW)

    with pytest.raises(NotAllowed):
        services.move(duty, by=scene.manager, at=build.NOW, **(THURSDAY | to))
    with pytest.raises(NotPermitted):
        services.move(duty, by=scene.volunteer, at=build.NOW, **THURSDAY)


def test_a_duty_that_is_put_where_it_is_has_not_been_moved(scene: Scene) -> None:
    duty = build.a_duty(scene.placement)
    same = {"day": date(2007, 5, 1), "starts": time(10), "ends": time(14)}

    with pytest.raises(
        NotAllowed, match="not moved this duty: it is planned for Tuesday 1 May 2007, 10am to 2pm already"
    ):
        services.move(duty, by=scene.manager, at=build.NOW, **same)
    with pytest.raises(NotAllowed, match="not moved this duty: it would last 9 hours"):
        services.move(duty, by=scene.manager, at=build.NOW, **same | {"ends": time(19)})

    assert Duty.objects.get().changes == 0


@pytest.mark.usefixtures("clock")
def test_the_page_of_a_duty_that_was_called_off_has_no_room(scene: Scene, client: Client) -> None:
    duty = build.a_duty(scene.placement)
    client.force_login(scene.manager)
    page = reverse("rota:duty", args=[duty.reference])
    before = client.get(page).text
    services.cancel(duty, why="The station is closed", by=scene.manager, at=build.NOW)

    after = client.get(page).text

    assert ("0 of 1, 1 more hoped for." in before, "Who is coming" in before) == (True, True)
    assert ("0 of 1" in after, "Who is coming" in after, "Who was asked" in after) == (False, False, True)


@pytest.mark.usefixtures("clock")
def test_the_form_moves_as_dragging_does(scene: Scene, client: Client) -> None:
    duty = build.a_duty(scene.placement)
    client.force_login(scene.manager)
    page = reverse("rota:move", args=[duty.reference])

    shown = client.get(f"{page}?day=2007-05-03")
    client.post(page, {"day": "3/5/2007", "starts": "10am", "ends": "2pm"})

    assert 'value="3/5/2007"' in shown.content.decode()
    assert Duty.objects.get().when == "Thursday 3 May 2007, 10am to 2pm"


@pytest.mark.usefixtures("clock")
def test_when_a_move_is_refused_the_page_says_which_time_stands_and_keeps_the_one_typed(
    scene: Scene, client: Client
) -> None:
    duty = build.a_duty(scene.placement)
    client.force_login(scene.manager)
    page = reverse("rota:move", args=[duty.reference])

    shown = client.post(page, {"day": "3/5/2006", "starts": "11am", "ends": "3pm"}).content.decode()

    assert "It is planned for Tuesday 1 May 2007, 10am to 2pm, and stays there until you move it." in shown
    assert ('value="3/5/2006"' in shown, 'value="11am"' in shown) == (True, True)


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("act", ["move", "change", "cancel", "offer"])
def test_a_duty_that_was_called_off_has_no_form_to_change_it(scene: Scene, client: Client, act: str) -> None:
    duty = build.a_duty(scene.placement)
    client.force_login(scene.manager)
    page = reverse(f"rota:{act}", args=[duty.reference])
    before = client.get(page).status_code
    services.cancel(duty, why="The station is closed", by=scene.manager, at=build.NOW)

    after = client.get(page)

    assert (before, after.status_code) == (200, 409)
    assert "this duty was called off" in after.content.decode()
    assert "Nothing has been changed" not in after.content.decode()  # it says "Nothing has changed" already
    assert reverse("rota:duty", args=[duty.reference]) in after.content.decode()


def test_nobody_who_comes_loses_the_place_when_a_duty_is_made_smaller(scene: Scene) -> None:
    duty = build.a_duty(scene.placement, places=2)
    other = build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version)
    for placement in (scene.placement, other):
        build.an_offer(placement, duty=duty, status="ACCEPTED")

    with pytest.raises(NotAllowed, match="2 people are coming already"):
        services.change(duty, least=1, most=1, by=scene.manager, at=build.NOW)
    services.change(duty, least=2, most=4, tasks=[1], note="Side door", by=scene.manager, at=build.NOW)

    assert Duty.objects.values_list("least", "most", "note").get() == (2, 4, "Side door")


def test_a_day_is_called_off_with_one_letter_each(scene: Scene) -> None:
    for hour in (9, 14):
        duty = build.a_duty(scene.placement, starts_at=datetime(2007, 5, 1, hour, tzinfo=UTC), hours=3)
        build.an_offer(scene.placement, duty=duty, status="ACCEPTED")

    count = services.cancel_day(scene.unit, day=date(2007, 5, 1), why="No heating.", by=scene.manager, at=build.NOW)

    letter = Letter.objects.get()
    assert (count, letter.subject) == (2, "Called off: 2 of your times")
    assert letter.calendar.count("STATUS:CANCELLED") == 2
    assert set(Offer.objects.values_list("status", flat=True)) == {"RELEASED"}
    with pytest.raises(NotAllowed, match="no duty is still to come"):
        services.cancel_day(scene.unit, day=date(2007, 5, 1), why="Again", by=scene.manager, at=build.NOW)


def test_a_series_ends_and_what_is_laid_out_is_called_off(scene: Scene) -> None:
    made = {"weekdays": [1], "every_weeks": 1, "starts": time(10), "ends": time(14), "least": 1, "most": 1}
    pattern = services.make_pattern(
        scene.placement.version, scene.unit, from_on=date(2007, 5, 1), by=scene.manager, at=build.NOW, **made
    )
    services.lay_out(pattern, first=date(2007, 5, 1), weeks=4, by=scene.manager, at=build.NOW)

    count = services.cancel_series(pattern, first=date(2007, 5, 8), why="Over", by=scene.manager, at=build.NOW)

    assert (count, Duty.objects.filter(cancelled_at=None).count()) == (3, 1)
    assert services.lay_out(pattern, first=date(2007, 5, 8), weeks=4, by=scene.manager, at=build.NOW).duties == []


@pytest.mark.usefixtures("clock")
def test_a_series_of_which_nothing_is_laid_out_ends_too(scene: Scene, client: Client) -> None:
    made = {"weekdays": [1], "every_weeks": 1, "starts": time(10), "ends": time(14), "least": 1, "most": 1}
    pattern = services.make_pattern(
        scene.placement.version, scene.unit, from_on=date(2007, 5, 1), by=scene.manager, at=build.NOW, **made
    )
    client.force_login(scene.manager)
    page = reverse("rota:cancel_series", args=[pattern.reference])

    ended = client.post(page, {"first": "8/5/2007", "why": "Over"}, follow=True).text
    services.cancel_series(pattern, first=date(2007, 6, 5), why="Again", by=scene.manager, at=build.NOW)

    pattern.refresh_from_db()
    assert "The series has ended. No duty of it was still to come." in ended
    assert pattern.until_on == date(2007, 5, 8)  # what has ended is not made longer


def test_what_is_called_off_on_the_day_itself_goes_by_text_to_those_who_asked(scene: Scene) -> None:
    today = build.a_duty(scene.placement, starts_at=datetime(2007, 4, 24, 13, tzinfo=UTC))
    build.an_offer(scene.placement, duty=today, status="ACCEPTED")
    scene.volunteer.phone = "020 7946 0123"
    scene.volunteer.save()
    wish = Wish.objects.create(person=scene.volunteer, wants_texts=True, changed_at=build.NOW)
    wish.refresh_from_db()

    services.cancel(today, why="Burst pipe.", by=scene.manager, at=build.NOW)

    message = TextMessage.objects.get()
    assert (message.to_phone, message.text) == (
        "020 7946 0123",
        "Called off: 2pm to 6pm today, Front counter, Camden. Burst pipe.",
    )
    assert Letter.objects.count() == 1
