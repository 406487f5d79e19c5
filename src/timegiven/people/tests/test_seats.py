"""The seats of the Steering Group are data: the Central Team adds and ends them, and appoints who sits there."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import builders as a
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.people import selectors, services
from timegiven.people.models import Appointment, Seat
from timegiven.programme.content.seats import SEATS

pytestmark = pytest.mark.django_db
TOMORROW = a.TODAY + timedelta(days=1)


def seat_someone(seat, *, by, **more):
    facts = {"role": a.Role.STEERING_GROUP, "unit": a.the_force(), "from_on": a.TODAY, "by": by, "at": a.NOW}
    return services.appoint(more.pop("person", None) or a.a_person(), seat=seat, **facts | more)


@pytest.mark.clause(62)
def test_a_programme_starts_with_its_seats_the_staff_side_among_them():
    services.load_seats(a.TODAY)
    Seat.objects.filter(code="HR").update(name="People")
    services.load_seats(TOMORROW)

    assert [seat.code for seat in selectors.seats(a.TODAY)] == [spec.code for spec in SEATS]
    assert list(Seat.objects.filter(is_staff_side=True).values_list("code", flat=True)) == ["STAFF_SIDE"]
    assert Seat.objects.get(code="HR").name == "People"


def test_a_seat_has_one_holder_and_any_number_of_deputies():
    by, seat = a.the_central_team(), a.a_seat("SAFETY")
    holder = seat_someone(seat, by=by)

    with pytest.raises(NotAllowed, match="holds the seat “Health and Safety”"):
        seat_someone(seat, by=by)
    for _ in range(2):
        seat_someone(seat, by=by, is_deputy=True)
    services.end_appointment(holder, until_on=TOMORROW, by=by, at=a.NOW)
    seat_someone(seat, by=by, from_on=TOMORROW)

    assert [held.is_deputy for held in selectors.sitting(TOMORROW)] == [False, True, True]


def test_a_deputy_needs_a_seat():
    with pytest.raises(NotAllowed, match="a deputy needs a seat"):
        seat_someone(None, by=a.the_central_team(), is_deputy=True)


def test_a_seat_is_added_and_ended_by_the_central_team_alone():
    by = a.the_central_team()
    facts = {"name": "Data protection", "from_on": a.TODAY, "at": a.NOW}

    seat = services.add_seat(by=by, **facts)
    with pytest.raises(NotAllowed, match="there is one called"):
        services.add_seat(by=by, **facts | {"name": "data protection"})
    with pytest.raises(NotPermitted):
        services.add_seat(by=a.a_member("CHAIR"), **facts | {"name": "Mine"})
    services.end_seat(seat, until_on=TOMORROW, by=by, at=a.NOW)

    assert [seat in selectors.seats(day) for day in (a.TODAY, TOMORROW)] == [True, False]


@pytest.mark.clause(62)
def test_the_last_seat_of_the_staff_side_never_ends_and_no_seat_with_somebody_in_it():
    by, union, safety = a.the_central_team(), a.a_seat("STAFF_SIDE"), a.a_seat("SAFETY")
    a.a_member("SAFETY", name="Jo Bloggs")

    with pytest.raises(NotAllowed, match="without a seat for the staff side"):
        services.end_seat(union, until_on=TOMORROW, by=by, at=a.NOW)
    with pytest.raises(NotAllowed, match="Jo Bloggs is appointed to it"):
        services.end_seat(safety, until_on=TOMORROW, by=by, at=a.NOW)
    services.add_seat(name="Second union", from_on=a.TODAY, is_staff_side=True, by=by, at=a.NOW)
    services.end_seat(union, until_on=TOMORROW, by=by, at=a.NOW)

    union.refresh_from_db()
    assert union.until_on == TOMORROW


def test_there_is_one_chair():
    by = a.the_central_team()
    a.a_seat("CHAIR")

    with pytest.raises(NotAllowed, match="has a chair already"):
        services.add_seat(name="Second chair", from_on=a.TODAY, is_chair=True, by=by, at=a.NOW)


# The pages


def test_the_pages_appoint_a_deputy_and_show_who_sits_where(client):
    a.a_seat("HR")
    client.force_login(a.the_central_team())
    today = timezone.localdate()
    typed = {
        "email": "jo@example.org", "name": "Jo Bloggs", "role": "STEERING_GROUP", "place": a.the_force().name,
        "from_on": f"{today.day}/{today.month}/{today.year}", "seat": "HR", "is_deputy": "on", "title": "",
    }  # fmt: skip

    done = client.post(reverse("people:appoint"), typed)
    page = client.get(reverse("people:seats")).content.decode()

    held = Appointment.objects.get(role=a.Role.STEERING_GROUP)
    assert (done.status_code, held.seat.code, held.is_deputy) == (302, "HR", True)
    assert "Jo Bloggs, deputy" in page


def test_the_pages_add_and_end_a_seat_and_say_why_not(client):
    client.force_login(a.the_central_team())

    added = client.post(reverse("people:add_seat"), {"name": "Data protection", "from_on": "3/3/2007"})
    refused = client.post(reverse("people:add_seat"), {"name": "Data protection", "from_on": "3/3/2007"})
    seat = Seat.objects.get()
    ended = client.post(reverse("people:end_seat", args=[seat.reference]), {"until_on": "3/3/2030"})

    assert (added.status_code, refused.status_code, ended.status_code) == (302, 200, 302)
    assert "there is one called" in refused.content.decode()
