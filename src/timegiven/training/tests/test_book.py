"""Book a place on a session: for one's role, within one's month, and once."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from tests.builders import (
    NOW,
    Role,
    a_booking,
    a_borough,
    a_completion,
    a_course,
    a_session,
    a_unit,
    a_unit_manager,
    a_volunteer,
    an_approved_version,
    an_mvpm,
    someone_appointed,
    the_central_team,
    the_force,
    the_strand,
    time_given,
)
from timegiven.audit.models import Event
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people.models import Volunteer
from timegiven.training import selectors, services
from timegiven.training.models import Booking, Course, CourseRequest, NamedCourse, Prerequisite, Session

pytestmark = pytest.mark.django_db


def _book(session, volunteer, *, version=None, by=None):
    return services.book(session, volunteer=volunteer, version=version, by=by or volunteer.person, at=NOW)


def _refused(session, volunteer, **more):
    with pytest.raises(NotAllowed) as refusal:
        _book(session, volunteer, **more)
    assert Booking.objects.filter(volunteer=volunteer, session=session).count() == 0
    assert refusal.value.next_step
    return refusal.value.reason


@pytest.mark.clause(90)
def test_a_place_is_booked_and_the_letter_brings_the_calendar():
    volunteer, session = a_volunteer(), a_session(joining_words="There is a lift")

    booking = _book(session, volunteer)

    assert (booking.status, [step.status for step in booking.steps.all()]) == ("BOOKED", ["BOOKED"])
    letter = Letter.objects.get()
    assert (letter.template, letter.to_email) == ("training/booked", volunteer.person.email)
    assert "Tuesday 1 May 2007, 10am to midday" in letter.text
    assert "There is a lift" in letter.text
    assert "METHOD:PUBLISH" in letter.calendar
    assert "DTSTART;TZID=Europe/London:20070501T100000" in letter.calendar
    assert Event.objects.get(act="booked a course").about == volunteer.person.reference


def test_when_it_is_full_there_is_a_waiting_list_in_the_order_of_asking():
    session = a_session(places=1)
    a_booking(session)
    first = _book(session, a_volunteer())
    second = _book(session, a_volunteer())

    assert (first.status, second.status) == ("WAITING", "WAITING")
    assert [selectors.turn_of(first), selectors.turn_of(second)] == [1, 2]
    assert Letter.objects.filter(template="training/waiting", calendar="").count() == 2


@pytest.mark.clause(87, 88, 89)
def test_a_course_that_the_role_does_not_need_is_refused_in_plain_words_until_it_is_agreed_to():
    volunteer, course = a_volunteer(), a_course("CTV", needed_for="PROFILE")
    session, version = a_session(course), an_approved_version(unit=a_unit())

    said = _refused(session, volunteer, version=version)
    request = CourseRequest.objects.create(
        volunteer=volunteer, course=course, wish="Help out", asked_by=volunteer.person, asked_at=NOW
    )
    still = _refused(session, volunteer, version=version)
    CourseRequest.objects.filter(pk=request.pk).update(status="AGREED", because="CCTV in June")
    booking = _book(session, volunteer, version=version)

    assert "the role does not ask for it" in said
    assert "can be seen as a payment for time given" in said
    assert still == said
    assert booking.request == request


@pytest.mark.clause(95)
def test_a_course_that_the_role_names_is_booked_for_that_role():
    course, version = a_course("CTV", needed_for="PROFILE"), an_approved_version(unit=a_unit())
    NamedCourse.objects.create(version=version, course=course)

    booking = _book(a_session(course), a_volunteer(), version=version)

    assert (booking.version, booking.request) == (version, None)


@pytest.mark.clause(96)
def test_what_comes_before_volunteering_is_for_the_volunteers_of_the_games():
    module = a_course("G1", needed_for="BEFORE")
    session = a_session(module)
    the_strand("GAMES")

    booking = _book(session, a_volunteer(strand="GAMES"))
    said = _refused(session, a_volunteer())

    assert booking.status == "BOOKED"
    assert "the role does not ask for it" in said


@pytest.mark.clause(34, 35)
def test_the_months_limit_counts_what_is_given_and_what_is_booked():
    volunteer, other = a_volunteer(), a_session(a_course("IND"), starts_at=datetime(2007, 5, 8, 9, tzinfo=UTC), hours=3)
    time_given(volunteer, minutes=36 * 60, on=datetime(2007, 5, 2, tzinfo=UTC).date())
    a_booking(other, volunteer)
    Session.objects.filter(pk=other.pk).update(status="OPEN")

    said = _refused(a_session(hours=2), volunteer)
    fits = _book(a_session(a_course("DPC"), starts_at=datetime(2007, 5, 15, 9, tzinfo=UTC), hours=1), volunteer)
    june = _book(a_session(starts_at=datetime(2007, 6, 5, 9, tzinfo=UTC)), volunteer)

    assert "It would take May 2007 to 41 hours; the limit is 40 hours, training included" in said
    assert (fits.status, june.status) == ("BOOKED", "BOOKED")


@pytest.mark.clause(34)
def test_the_refusal_offers_two_ways_out():
    volunteer = a_volunteer()
    time_given(volunteer, minutes=39 * 60, on=datetime(2007, 5, 2, tzinfo=UTC).date())

    with pytest.raises(NotAllowed) as refusal:
        _book(a_session(), volunteer)

    assert refusal.value.next_step == (
        "You can choose a session in another month than May 2007 or ask the training unit about a shorter way to take "
        "it."
    )


def test_what_stands_in_the_way_is_said():
    volunteer, course = a_volunteer(), a_course()
    session = a_session(course)
    later = a_session(course, starts_at=session.starts_at + timedelta(days=7))
    clash = a_session(a_course("IND"), starts_at=session.starts_at + timedelta(hours=1))
    second = a_course("MH")
    Prerequisite.objects.create(course=second, first=course)
    of_second = a_session(second, starts_at=session.starts_at + timedelta(days=1))

    first_missing = _refused(of_second, volunteer)
    _book(session, volunteer)
    twice = _refused(later, volunteer)
    at_once = _refused(clash, volunteer)
    after = _book(of_second, volunteer)

    assert first_missing == "The place on “Course MH” is not booked: “Course HS” comes first."
    assert twice == "Nothing has changed: there is a place for this course on Tuesday 1 May 2007 already."
    assert at_once == "The place is not booked: there is a place on “Course HS” at the same time already."
    assert after.status == "BOOKED"


@pytest.mark.parametrize(
    ("expires", "may"), [(None, False), (timedelta(days=90), False), (timedelta(days=60), True), (timedelta(1), True)]
)
def test_a_course_is_taken_again_when_it_runs_out_soon(expires, may):
    volunteer, session = a_volunteer(), a_session()
    a_completion(volunteer.person, session.course, expires_on=session.on + expires if expires else None)

    if may:
        assert _book(session, volunteer).status == "BOOKED"
    else:
        assert "this course has been done, and it is good" in _refused(session, volunteer)


def test_a_session_that_is_over_called_off_or_of_another_borough_is_not_booked():
    here, there = a_volunteer(), a_volunteer(borough=a_borough("Barnet"))
    over = a_session(starts_at=NOW - timedelta(hours=3))
    off = a_session(a_course("IND"), status="CALLED_OFF")
    ours = a_session(a_course("DPC"))
    for_all = a_session(a_course("ELS"), is_for_all=True, starts_at=NOW + timedelta(days=2))
    forces = a_session(a_course("AWB"), unit=the_force(), starts_at=NOW + timedelta(days=3))

    assert "this session is over" in _refused(over, here)
    assert "has been called off" in _refused(off, here)
    assert "for volunteers of Camden" in _refused(ours, there)
    assert [_book(each, there).status for each in (for_all, forces)] == ["BOOKED", "BOOKED"]
    assert [each.pk for each in selectors.sessions_to_book(there, NOW)] == [for_all.pk, forces.pk]


def test_somebody_who_has_left_books_nothing():
    volunteer = a_volunteer()
    Volunteer.objects.update(status="LEFT", left_on=NOW.date())
    volunteer.refresh_from_db()

    said = [_refused(a_session(), volunteer, by=who) for who in (volunteer.person, an_mvpm())]

    assert "you have left the programme" in said[0]
    assert f"{volunteer.person.name} has left the programme" in said[1]


def test_who_books_for_whom():
    session, volunteer = a_session(), a_volunteer()
    may = [volunteer.person, an_mvpm(), someone_appointed(Role.TRAINING, a_borough())]
    may_not = [
        a_volunteer().person,
        an_mvpm(a_borough("Barnet")),
        someone_appointed(Role.TRAINING, a_borough("Barnet")),
        a_unit_manager(a_unit()),
        the_central_team(),
        someone_appointed(Role.AUDITOR, the_force()),
    ]

    for person in may:
        booking = _book(session, volunteer, by=person)
        services.give_back(booking, by=person, at=NOW)
    for person in may_not:
        with pytest.raises(NotPermitted):
            _book(session, volunteer, by=person)

    assert Booking.objects.filter(status="GIVEN_BACK").count() == len(may)


def test_the_page_for_the_training_unit_books_for_somebody_who_rang(client, time_stands):
    session, volunteer = a_session(places=1), a_volunteer("Ann Bee")
    a_volunteer("Far Away", borough=a_borough("Barnet"))
    client.force_login(someone_appointed(Role.TRAINING, a_borough()))
    address = f"/training/sessions/{session.reference}/add/"

    shown = client.get(address, {"find": "ann"}).content.decode()
    done = client.post(address, {"volunteer": volunteer.reference, "version": ""}, follow=True).content.decode()
    again = client.post(address, {"volunteer": volunteer.reference, "version": ""}).content.decode()

    assert ("Ann Bee, Camden" in shown, "Far Away" in shown) == (True, False)
    assert "Ann Bee: place booked." in done
    assert "1 of 1 place booked" in done
    assert "there is a place for this course" in again


def test_the_number_of_questions_does_not_grow_with_what_can_be_booked(django_assert_num_queries):
    volunteer, courses = a_volunteer(), [a_course(code) for code in ("A", "B", "C", "D")]
    a_session(courses[0])

    with django_assert_num_queries(6):
        few = selectors.stands(volunteer, Course.objects.filter(code="A"), NOW)
    for course in courses:
        a_session(course)
        a_completion(volunteer.person, course)
    with django_assert_num_queries(6):
        many = selectors.stands(volunteer, Course.objects.order_by("code"), NOW)

    assert (len(few), len(many)) == (1, 4)
    assert [stand.is_due for stand in few + many] == [True, False, False, False, False]


@pytest.mark.parametrize(
    ("where", "to_them", "of_them"),
    [
        ("Camden", "ask for the course first and say what", "the volunteer asks for the course first and says what"),
        ("Barnet", "a session in your own borough", "a session in the volunteer’s own borough"),
    ],
)
def test_what_stands_in_the_way_speaks_to_the_volunteer_and_of_them_to_whoever_books(where, to_them, of_them):
    unit = a_unit(borough=a_borough(where)).borough
    session, volunteer = a_session(a_course("CTV", needed_for="PROFILE"), unit=unit), a_volunteer("Ann Bee")
    trainer = someone_appointed(Role.TRAINING, a_borough())

    said = []
    for who in (volunteer.person, trainer):
        with pytest.raises(NotAllowed) as told:
            _book(session, volunteer, by=who)
        said.append(str(told.value))

    own, other = said
    assert (to_them in own, of_them in own) == (True, False)
    assert (to_them in other, of_them in other) == (False, True)
    assert not re.search(r"\bthe volunteer\b", own)
