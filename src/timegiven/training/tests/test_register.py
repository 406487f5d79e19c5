"""Close the register of a session: who came has completed the course."""

from datetime import date, timedelta

import pytest

from tests.builders import (
    NOW,
    Role,
    a_booking,
    a_borough,
    a_course,
    a_session,
    a_unit,
    a_unit_manager,
    a_volunteer,
    an_mvpm,
    someone_appointed,
    the_central_team,
    time_given,
)
from timegiven.hours import selectors as hours
from timegiven.hours.models import Entry
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.training import selectors, services
from timegiven.training.models import Booking, Completion, Course, CourseRequest, Session

pytestmark = pytest.mark.django_db


def _this_morning(**more):
    course = Course.objects.create(code="ELS", title="Life Saving", minutes=180, valid_months=12, needed_for="ALL")
    return a_session(course, starts_at=NOW - timedelta(hours=4), hours=3, **more)


def _close(session, *came, minutes=180, by=None):
    by = by or someone_appointed(Role.TRAINING, a_borough())
    return services.close_register(session, came={each.reference for each in came}, minutes=minutes, by=by, at=NOW)


@pytest.mark.clause(35, 93)
def test_who_came_has_evidence_an_end_and_time_in_the_month_and_the_others_hear_nothing():
    session = _this_morning()
    came, away, waited = a_booking(session), a_booking(session), a_booking(session, status="WAITING")

    (done,) = _close(session, came)

    assert (done.person, done.on, done.expires_on, done.minutes) == (
        came.volunteer.person,
        date(2007, 4, 24),
        date(2008, 4, 24),
        180,
    )
    assert done.evidence == "Register of 24 Apr 2007, Room 2, 12 Holmes Road; trainer: Leila Haddad"
    entry = Entry.objects.get()
    assert (entry.kind, entry.minutes, entry.source) == ("TRAINING", 180, done.reference)
    assert [Booking.objects.get(pk=each.pk).status for each in (came, away, waited)] == ["CAME", "AWAY", "FULL"]
    assert [letter.template for letter in Letter.objects.all()] == ["training/recorded"]
    assert Session.objects.get().status == "HELD"


@pytest.mark.clause(34, 35)
def test_when_one_month_has_no_room_nothing_is_kept_and_the_name_is_told():
    session = _this_morning()
    fits, full = a_booking(session), a_booking(session, a_volunteer("Cal Dee"))
    time_given(full.volunteer, minutes=2400 - 60)

    with pytest.raises(NotAllowed) as refusal:
        _close(session, fits, full)
    _close(Session.objects.get(), fits)

    assert "Cal Dee: We have not added this time." in refusal.value.reason
    assert "Take the tick away beside Cal Dee" in refusal.value.next_step
    assert hours.given_in(fits.volunteer.person, session.on) == 180
    assert hours.given_in(full.volunteer.person, session.on) == 2340


@pytest.mark.clause(88)
def test_the_agreement_beyond_the_role_is_kept_with_it_and_is_used_up():
    session = _this_morning()
    Course.objects.update(needed_for="PROFILE")
    booking = a_booking(session)
    volunteer = booking.volunteer
    facts = {"volunteer": volunteer, "course": session.course, "asked_by": volunteer.person, "asked_at": NOW}
    booking.request = CourseRequest.objects.create(status="AGREED", because="Fire drill", wish="x", **facts)
    booking.save()

    (done,) = _close(session, booking)

    assert done.agreed_because == "Fire drill"
    assert CourseRequest.objects.get().status == "DONE"


def test_not_before_it_has_begun_and_not_twice():
    coming = a_session(a_course())
    session = _this_morning()
    _close(session)

    with pytest.raises(NotAllowed, match="the session is on Tuesday 1 May 2007, and has not begun"):
        _close(coming)
    with pytest.raises(NotAllowed, match="this session is “held”"):
        _close(session)


def test_a_tick_for_somebody_of_another_session_does_nothing():
    session, other = _this_morning(), a_booking(a_session(a_course()))

    assert _close(session, other) == []
    assert Completion.objects.count() == 0


def test_who_closes_it():
    session, mvpm = _this_morning(), an_mvpm()

    for person in (
        an_mvpm(a_borough("Barnet")),
        someone_appointed(Role.TRAINING, a_borough("Barnet")),
        a_unit_manager(a_unit()),
        the_central_team(),
        a_booking(session).volunteer.person,
    ):
        with pytest.raises(NotPermitted):
            _close(session, by=person)
    assert _close(session, by=mvpm) == []


def test_the_page_closes_it_and_the_paper_has_every_name(client, time_stands):
    session = _this_morning()
    booking = a_booking(session, a_volunteer("Ann Bee"))
    client.force_login(someone_appointed(Role.TRAINING, a_borough()))
    address = f"/training/sessions/{session.reference}/"

    paper = client.get(f"{address}register.pdf")
    shown = client.get(f"{address}register/").content.decode()
    typed = {"came": [booking.reference], "minutes_hours": "2", "minutes_minutes": "30"}
    done = client.post(f"{address}register/", typed, follow=True).content.decode()

    assert paper["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")
    assert "Ann Bee, Camden" in shown
    assert "The register is closed. 1 person completed the course" in done
    assert Completion.objects.get().minutes == 150


def test_the_page_closes_an_empty_register_only_on_purpose(client, time_stands):
    session = _this_morning()
    booking = a_booking(session, a_volunteer("Ann Bee"))
    client.force_login(someone_appointed(Role.TRAINING, a_borough()))
    address, typed = f"/training/sessions/{session.reference}/register/", {"minutes_hours": "2", "minutes_minutes": "0"}

    slip = client.post(address, typed).content.decode()
    both = client.post(address, typed | {"came": [booking.reference], "nobody": "on"}).content.decode()
    meant = client.post(address, typed | {"nobody": "on"}, follow=True).content.decode()

    assert "Tick those who came. If there was nobody, tick “Nobody came”" in slip
    assert "Take this tick away, or those of the people who came" in both
    assert "The register is closed. Nobody was there." in meant


def test_it_waits_on_the_desk_of_those_who_train_until_it_is_closed():
    session, trainer = _this_morning(), someone_appointed(Role.TRAINING, a_borough())

    before = [need.text for need in selectors.needs(trainer, NOW.date())]
    _close(session)

    assert before == ["Say who came to “Life Saving” on 24 Apr 2007"]
    assert selectors.needs(trainer, NOW.date()) == []
