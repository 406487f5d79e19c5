"""A volunteer books for the role that needs the course; the unit manager signs for those placed there."""

import pytest
from django.utils import timezone

from tests.builders import (
    NOW,
    TODAY,
    a_completion,
    a_course,
    a_placement,
    a_session,
    a_unit,
    a_unit_manager,
    a_volunteer,
    an_approved_version,
    an_mvpm,
)
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.people.models import Volunteer
from timegiven.placements import services
from timegiven.training.models import Booking, Completion, Course, NamedCourse, UnitTraining

pytestmark = pytest.mark.django_db


@pytest.fixture
def placed():
    unit = a_unit()
    version = an_approved_version(unit=unit, is_public_facing=True, title="Front desk")
    return a_placement(a_volunteer("Ann Bee"), version, unit=unit)


def _book(placement, session, by=None):
    volunteer = placement.volunteer
    return services.book_training(session, volunteer=volunteer, by=by or volunteer.person, at=NOW)


@pytest.mark.clause(87, 93)
def test_the_booking_names_the_role_that_needs_the_course(placed):
    a_placement(placed.volunteer, an_approved_version(unit=placed.unit, title="Archive"), status="OFFERED")

    els = _book(placed, a_session(a_course("ELS", needed_for="PUBLIC")))
    for_all = _book(placed, a_session(a_course("DPC"), starts_at=NOW.replace(month=6)))

    assert (els.version, for_all.version) == (placed.version, None)


@pytest.mark.clause(87, 88, 89)
def test_another_role_than_ones_own_gives_no_place(placed):
    an_approved_version(unit=placed.unit, is_lifting=True, title="Boxes")

    with pytest.raises(NotAllowed, match="the role does not ask for it"):
        _book(placed, a_session(a_course("MH", needed_for="LIFTING")))
    with pytest.raises(NotPermitted):
        _book(placed, a_session(), by=a_volunteer().person)


def test_the_volunteers_own_pages_from_what_is_needed_to_the_place(placed, client, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    session = a_session(a_course("ELS", needed_for="PUBLIC"), places=1)
    a_completion(placed.volunteer.person, a_course("HS"))
    client.force_login(placed.volunteer.person)
    address = f"/placements/training/{session.reference}/book/"

    needed = client.get("/training/", follow=True).content.decode()
    shown = client.get(address).content.decode()
    done = client.post(address, {"once": "1"}, follow=True).content.decode()
    mine = client.get("/training/", follow=True).content.decode()
    again = client.post(address, {"once": "2"}).content.decode()
    desk = client.get("/").content.decode()

    assert f'href="{address}"' in needed
    assert "For Front desk" in needed
    assert "Still needed" in needed
    assert ("Book my place" in shown, "1 of 1" in shown) == (True, True)
    assert "You have a place. A letter with the details is on its way." in done
    assert "Your places" in mine
    assert "there is a place for this course on" in again
    assert "You have a place on “Course ELS”" in desk


def test_of_whom_left_what_was_done_before_is_recorded_and_nothing_is_booked(placed, client):
    client.force_login(an_mvpm())
    address = f"/placements/people/{placed.volunteer.reference}/training/"

    before = client.get(address).content.decode()
    Volunteer.objects.update(status="LEFT", left_on=TODAY)
    after = client.get(address).content.decode()

    assert ("Record a course<" in before, "done before leaving" in before) == (True, False)
    assert ("Record a course<" in after, "Record a course done before leaving" in after) == (False, True)
    assert "left on Tuesday 24 April 2007. No course is booked any more." in after


def test_a_session_out_of_reach_is_not_there_and_staff_have_no_such_page(placed, client):
    far = a_session(unit=a_unit().borough)
    client.force_login(an_mvpm())

    assert client.get(f"/placements/training/{far.reference}/book/").status_code == 404


def _agreed(placed):
    course = Course.objects.create(code="LOG", title="Log book", minutes=30, needed_for="PROFILE", delivery="JOB")
    NamedCourse.objects.create(version=placed.version, course=course)
    UnitTraining.objects.create(
        course=course, unit=placed.unit, how="At the desk", status="AGREED", proposed_by=a_unit_manager(placed.unit),
        mvpm=an_mvpm(), training_unit=an_mvpm(),
    )  # fmt: skip
    return course


@pytest.mark.clause(94)
def test_the_unit_manager_signs_from_the_page_of_the_volunteer(placed, client, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    _agreed(placed)
    client.force_login(a_unit_manager(placed.unit))
    address = f"/placements/{placed.reference}/sign-training/"
    typed = {"course": "LOG", "on": "23/4/2007", "minutes_hours": "", "minutes_minutes": ""}

    record = client.get(f"/placements/people/{placed.volunteer.reference}/").content.decode()
    late = client.post(address, typed | {"on": "30/4/2007"}).content.decode()
    done = client.post(address, typed, follow=True).content.decode()
    client.force_login(an_mvpm())

    assert f'href="{address}"' in record
    assert "must be on or before Tuesday 24 April 2007" in late
    assert "“Log book” is signed." in done
    assert Completion.objects.get().version == placed.version
    assert client.get(address).status_code == 403


@pytest.mark.clause(94)
def test_nobody_signs_for_a_placement_that_has_ended_or_at_another_unit(placed):
    course = _agreed(placed)
    facts = {"course": course, "on": TODAY, "minutes": 30, "at": NOW}

    with pytest.raises(NotPermitted):
        services.sign_training(placed, by=a_unit_manager(a_unit("Store")), **facts)
    type(placed).objects.filter(pk=placed.pk).update(status="ENDED")
    placed.refresh_from_db()
    with pytest.raises(NotAllowed, match="the placement has ended"):
        services.sign_training(placed, by=a_unit_manager(placed.unit), **facts)

    assert Booking.objects.count() == 0
