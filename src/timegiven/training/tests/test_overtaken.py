"""A letter about a place on a course that waits when the place is given back or the course is off does not leave."""

from datetime import timedelta

import pytest

from tests.builders import NOW, TODAY, a_completion, a_course, a_session, a_volunteer, an_mvpm
from timegiven.letters import services as letters
from timegiven.letters.models import Letter
from timegiven.training import services
from timegiven.training.models import Booking
from timegiven.training.services import recording

pytestmark = pytest.mark.django_db


@pytest.fixture
def booking() -> Booking:
    volunteer = a_volunteer(email=None)
    return services.book(a_session(), volunteer=volunteer, version=None, by=an_mvpm(), at=NOW)


def overtaken() -> dict[str, str]:
    return dict(Letter.objects.filter(status="OVERTAKEN").values_list("template", "why_overtaken"))


def test_a_place_that_is_given_back_is_not_confirmed_by_post(booking):
    services.give_back(booking, by=booking.volunteer.person, at=NOW)

    assert overtaken() == {"training/booked": "The place was given back"}


def test_nor_is_one_on_a_course_that_is_off(booking):
    services.call_off(booking.session, why="Flood", by=an_mvpm(), at=NOW)

    assert overtaken() == {"training/booked": "Called off: Flood"}
    assert Letter.objects.filter(template="training/called_off", status="TO_PRINT").count() == 1


def test_nor_after_the_course_has_begun(booking):
    starts = booking.session.starts_at

    assert [letters.overtake_late(at=moment) for moment in (starts - timedelta(minutes=1), starts)] == [0, 1]


def test_that_it_is_at_another_time_is_not_told_once_it_is_off_nor_after_it_would_have_begun(booking):
    session, mvpm = booking.session, an_mvpm()
    session.status = "OPEN"
    facts = {name: getattr(session, name) for name in ("starts_at", "ends_at", "places")}
    services.change(session, materials=[], by=mvpm, at=NOW, venue="Elsewhere", **facts)
    changed = Letter.objects.get(template="training/changed")
    assert changed.until_at == session.starts_at

    services.call_off(session, why="Flood", by=mvpm, at=NOW)

    assert overtaken()["training/changed"] == "Called off: Flood"
    assert Letter.objects.get(template="training/called_off").until_at == session.starts_at


@pytest.mark.parametrize(
    ("deed", "why"), [("decline", "It has been answered"), ("withdraw", "The request was taken back")]
)
def test_an_mvp_manager_is_not_asked_about_a_course_that_waits_no_longer(deed, why):
    mvpm, volunteer = an_mvpm(), a_volunteer()
    course = a_course("CTV", needed_for="PROFILE")
    request = services.ask(volunteer, course=course, wish="Help at the fair", by=volunteer.person, at=NOW)
    told = {"because": "Not now", "by": mvpm} if deed == "decline" else {"by": volunteer.person}

    getattr(services, deed)(request, at=NOW, **told)

    assert overtaken() == {"training/asked": why}


def test_that_a_course_runs_out_is_not_told_when_it_has_been_done_again_or_has_run_out():
    volunteer = a_volunteer(email=None)
    a_completion(volunteer.person, a_course("HS"), expires_on=TODAY + timedelta(days=30))
    services.give_notice(at=NOW)
    letter = Letter.objects.get(template="training/runs_out")
    assert letters.overtake_late(at=NOW + timedelta(days=29)) == 0

    recording._tell([a_completion(volunteer.person, a_course("HS"), on=TODAY)], at=NOW)

    assert overtaken() == {"training/runs_out": "The course has been done again"}
    assert letter.until_at is not None
    assert letter.until_at.date() == TODAY + timedelta(days=29)  # the last evening before, in UTC
