"""A letter about a place on a course that waits when the place is given back or the course is off does not leave."""

from datetime import timedelta

import pytest

from tests.builders import NOW, a_session, a_volunteer, an_mvpm
from timegiven.letters import services as letters
from timegiven.letters.models import Letter
from timegiven.training import services
from timegiven.training.models import Booking

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
