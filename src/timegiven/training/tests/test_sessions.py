"""Set up a session, change it, call it off."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

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
    the_force,
)
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.training import selectors, services
from timegiven.training.models import Booking, Course, Session

pytestmark = pytest.mark.django_db


def _trainer(borough=None):
    return someone_appointed(Role.TRAINING, borough or a_borough())


def _facts(**more):
    starts_at = NOW + timedelta(days=7)
    facts = {"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=2), "venue": "Room 2", "trainer": "Lee"}
    return facts | {"places": 8, "is_for_all": False, "joining_words": "", "materials": ()} | more


def _set_up(*, by=None, course=None, unit=None, **more):
    facts = _facts(**more)
    return services.set_up(course or a_course(), unit=unit or a_borough(), by=by or _trainer(), at=NOW, **facts)


def test_a_session_is_set_up_with_its_materials():
    session = _set_up(materials=[("Read this", "https://example.org/read")])

    assert (session.status, [step.status for step in session.steps.all()]) == ("OPEN", ["OPEN"])
    assert [(each.title, each.url) for each in session.materials.all()] == [("Read this", "https://example.org/read")]


def test_who_sets_up_changes_and_calls_off():
    may = [_trainer(), an_mvpm(), _trainer(the_force())]
    may_not = [
        _trainer(a_borough("Barnet")),
        an_mvpm(a_borough("Barnet")),
        a_unit_manager(a_unit()),
        the_central_team(),
        someone_appointed(Role.AUDITOR, the_force()),
        a_volunteer().person,
    ]
    session = a_session()

    for person in may:
        assert _set_up(by=person).set_up_by == person
    for person in may_not:
        with pytest.raises(NotPermitted):
            _set_up(by=person)
        with pytest.raises(NotPermitted):
            services.change(session, by=person, at=NOW, **_facts())
        with pytest.raises(NotPermitted):
            services.call_off(session, why="Ill", by=person, at=NOW)


def test_not_for_a_course_without_sessions():
    online = Course.objects.create(
        code="DPC", title="Data", minutes=60, needed_for="ALL", delivery="ONLINE", link="https://example.org"
    )

    with pytest.raises(NotAllowed, match="is not given in sessions"):
        _set_up(course=online)


def test_a_new_time_is_told_to_those_who_have_a_place_and_nothing_else_is():
    session = a_session()
    booking = a_booking(session)
    a_booking(session, status="WAITING")
    same = _facts(starts_at=session.starts_at, ends_at=session.ends_at, venue=session.venue)

    services.change(session, by=_trainer(), at=NOW, **same | {"trainer": "Somebody else", "places": 1})
    quiet = Letter.objects.count()
    services.change(session, by=_trainer(), at=NOW, **same | {"venue": "Room 9", "places": 1})

    assert quiet == 0
    letter = Letter.objects.get()
    assert (letter.template, letter.recipient) == ("training/changed", booking.volunteer.person.reference)
    assert "Room 9" in letter.text
    assert "LOCATION:Room 9" in letter.calendar


def test_a_larger_room_lets_those_who_wait_in_and_a_smaller_one_turns_nobody_away():
    session = a_session(places=2)
    for status in ("BOOKED", "BOOKED", "WAITING", "WAITING"):
        a_booking(session, status=status)
    same = _facts(starts_at=session.starts_at, ends_at=session.ends_at, venue=session.venue)

    with pytest.raises(NotAllowed, match="2 places are booked, and you would leave 1"):
        services.change(session, by=_trainer(), at=NOW, **same | {"places": 1})
    services.change(session, by=_trainer(), at=NOW, **same | {"places": 3})

    assert Booking.objects.filter(session=session, status="BOOKED").count() == 3


def test_called_off_everybody_is_told_and_the_calendar_put_right():
    session = a_session()
    a_booking(session)
    a_booking(session, status="WAITING")

    number = services.call_off(session, why="The trainer is ill", by=_trainer(), at=NOW)

    assert number == 2
    assert set(Booking.objects.values_list("status", flat=True)) == {"OFF"}
    assert Session.objects.get().status == "CALLED_OFF"
    assert Letter.objects.filter(template="training/called_off", calendar__contains="METHOD:CANCEL").count() == 2
    assert "The trainer is ill" in Letter.objects.first().text
    with pytest.raises(NotAllowed):
        services.call_off(session, why="Again", by=_trainer(), at=NOW)


@pytest.mark.parametrize(("hours", "told"), [(72, 0), (47, 1), (1, 1), (-1, 0)])
def test_a_reminder_comes_two_days_before_and_once(hours, told):
    a_booking(a_session(starts_at=NOW + timedelta(hours=hours)))

    assert [services.remind(at=NOW), services.remind(at=NOW)] == [told, 0]


def _typed(**more):
    return {
        "course": "HS",
        "day": "1/5/2007",
        "starts": "10am",
        "ends": "midday",
        "venue": "Room 2",
        "joining_words": "",
        "trainer": "Leila Haddad",
        "places": "8",
        "is_for_all": "no",
        "materials": "",
    } | more


def test_the_pages_set_up_change_and_call_off(client, time_stands):
    a_course()
    client.force_login(_trainer())

    wrong = client.post("/training/sessions/new/", _typed(materials="{read} javascript:alert(1)")).content.decode()
    past = client.post("/training/sessions/new/", _typed(day="1/4/2007")).content.decode()
    done = client.post("/training/sessions/new/", _typed(materials="What to read https://example.org/a"))
    session = Session.objects.get()
    address = f"/training/sessions/{session.reference}/"
    before = client.get(f"{address}change/").content.decode()
    client.post(f"{address}change/", _typed(venue="Room 7"))
    shown = client.get(address).content.decode()
    client.post(f"{address}call-off/", {"why": "No trainer"})

    assert "{read} javascript:alert(1)" in wrong
    assert "does not end with the address of a page" in wrong
    assert "it would have begun already" in past
    assert 'value="Leila Haddad"' in past
    assert done.url == address
    assert "What to read https://example.org/a" in before
    assert "Room 7" in shown
    assert "Nobody has booked yet." in shown
    assert Session.objects.get().status == "CALLED_OFF"


def test_the_list_costs_the_same_for_many_and_has_its_filters(client, time_stands):
    client.force_login(_trainer())
    a_session()
    a_session(a_course("IND"), starts_at=NOW - timedelta(days=1))
    client.get("/training/sessions/")
    with CaptureQueriesContext(connection) as one:
        client.get("/training/sessions/")
    for number in range(6):
        a_booking(a_session(a_course(f"C{number}")))
    with CaptureQueriesContext(connection) as many:
        page = client.get("/training/sessions/").content.decode()

    open_ones = client.get("/training/sessions/?when=open").content.decode()
    empty = client.get("/training/sessions/?when=past").content.decode()

    assert len(many) == len(one)
    assert "1 register to close" in page
    assert ("Course IND" in open_ones, "Course C1</a>" in open_ones) == (True, False)
    assert "Nothing has been held yet." in empty


def test_who_sees_a_session():
    session = a_session()
    sees = [_trainer(), an_mvpm(), the_central_team(), someone_appointed(Role.AUDITOR, the_force())]
    sees_not = [_trainer(a_borough("Barnet")), a_unit_manager(a_unit()), a_volunteer().person]

    found = [list(selectors.sessions_seen_by(each, NOW.date())) == [session] for each in [*sees, *sees_not]]

    assert found == [True] * len(sees) + [False] * len(sees_not)
