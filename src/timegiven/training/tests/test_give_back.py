"""Give a place back: nobody is asked why, and whoever waits moves up by itself."""

from datetime import timedelta

import pytest

from tests.builders import (
    NOW,
    Role,
    a_booking,
    a_borough,
    a_course,
    a_session,
    a_volunteer,
    an_mvpm,
    someone_appointed,
    the_central_team,
    time_given,
)
from timegiven.concerns import services as concerns
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.training import services
from timegiven.training.models import Booking

pytestmark = pytest.mark.django_db


def _give_back(booking, by=None):
    services.give_back(booking, by=by or booking.volunteer.person, at=NOW)


def _statuses(session):
    return list(Booking.objects.filter(session=session).order_by("pk").values_list("status", flat=True))


def test_the_first_who_waits_has_the_place_and_a_letter():
    session = a_session(places=1)
    holder = a_booking(session)
    second = a_booking(session, status="WAITING", asked_at=NOW + timedelta(minutes=2))
    first = a_booking(session, status="WAITING", asked_at=NOW + timedelta(minutes=1))

    _give_back(holder)

    assert _statuses(session) == ["GIVEN_BACK", "WAITING", "BOOKED"]
    assert {(each.template, each.recipient) for each in Letter.objects.all()} == {
        ("training/given_back", holder.volunteer.person.reference),
        ("training/moved_up", first.volunteer.person.reference),
    }
    assert "METHOD:CANCEL" in Letter.objects.get(template="training/given_back").calendar
    assert "METHOD:PUBLISH" in Letter.objects.get(template="training/moved_up").calendar
    assert second.status == "WAITING"


@pytest.mark.clause(34, 35)
def test_who_cannot_come_keeps_the_turn_and_the_next_has_the_place():
    session = a_session(places=1)
    holder = a_booking(session)
    full = a_booking(session, status="WAITING")
    time_given(full.volunteer, minutes=39 * 60, on=session.on)
    busy = a_booking(session, status="WAITING")
    a_booking(a_session(a_course("IND")), busy.volunteer)
    free = a_booking(session, status="WAITING")

    _give_back(holder)

    assert [Booking.objects.get(pk=each.pk).status for each in (full, busy, free)] == ["WAITING", "WAITING", "BOOKED"]


def test_leaving_the_waiting_list_moves_nobody():
    session = a_session(places=1)
    a_booking(session)
    waiting = a_booking(session, status="WAITING")

    _give_back(waiting)

    assert _statuses(session) == ["BOOKED", "GIVEN_BACK"]


def test_what_is_over_is_not_given_back_and_nothing_is_given_back_twice():
    held = a_session(status="HELD")
    booking = a_booking(a_session(a_course("IND")))
    _give_back(booking)

    with pytest.raises(NotAllowed, match="this session is “held”"):
        _give_back(a_booking(held))
    with pytest.raises(NotAllowed, match="Nothing has changed"):
        _give_back(booking)


def test_who_gives_back_for_whom():
    session = a_session()
    may = [an_mvpm(), someone_appointed(Role.TRAINING, a_borough())]
    may_not = [a_volunteer().person, an_mvpm(a_borough("Barnet")), the_central_team()]

    for person in may:
        _give_back(a_booking(session), by=person)
    for person in may_not:
        with pytest.raises(NotPermitted):
            _give_back(a_booking(session), by=person)

    assert _statuses(session).count("GIVEN_BACK") == len(may)


@pytest.mark.clause(120)
def test_whoever_leaves_gives_back_every_place():
    session = a_session(places=1)
    leaver = a_booking(session)
    a_booking(session, status="WAITING")

    concerns.end_volunteering(leaver.volunteer, by=leaver.volunteer.person, at=NOW)

    assert _statuses(session) == ["GIVEN_BACK", "BOOKED"]


def test_the_pages_of_a_place(client, time_stands):
    session = a_session(places=1, joining_words="Ring the bell twice")
    booking, waiting = a_booking(session), a_booking(session, status="WAITING")
    address = f"/training/places/{booking.reference}/"
    client.force_login(waiting.volunteer.person)
    others, own = client.get(address), client.get(f"/training/places/{waiting.reference}/").content.decode()
    client.force_login(booking.volunteer.person)

    shown = client.get(address).content.decode()
    file = client.get(f"{address}calendar.ics")
    asked = client.get(f"{address}give-back/").content.decode()
    done = client.post(f"{address}give-back/", {"once": "1"})

    assert others.status_code == 404
    assert "You are number 1 on the waiting list" in own
    assert "Ring the bell twice" in shown
    assert "BEGIN:VEVENT" in file.content.decode()
    assert "RRULE:FREQ=YEARLY" in file.content.decode()  # a mere list of clock changes is left unread by some programs
    assert "No reason is needed." in asked
    assert (done.status_code, done.url) == (302, "/training/")
    assert _statuses(session) == ["GIVEN_BACK", "BOOKED"]
