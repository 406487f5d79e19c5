"""Two who take the last place at once: one has it, one waits. Without the lock both have it."""

from threading import Barrier

import pytest
from django.db import transaction

from tests.builders import NOW, a_booking, a_course, a_session, a_volunteer
from tests.races import outcomes, together
from timegiven.training import services
from timegiven.training.models import Booking, Session

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def _booking(session, volunteer):
    return lambda: services.book(session, volunteer=volunteer, version=None, by=volunteer.person, at=NOW).status


def test_of_six_who_book_the_last_two_places_two_have_them_and_four_wait():
    session, volunteers = a_session(places=2), [a_volunteer() for _ in range(6)]

    answers = together(*(_booking(session, each) for each in volunteers))

    assert sorted(answers) == ["BOOKED"] * 2 + ["WAITING"] * 4
    assert Booking.objects.filter(status="BOOKED").count() == 2


def test_without_the_lock_two_have_the_last_place():
    """The negative control: the same steps in the same order, with the guard off."""
    session, both_have_read = a_session(places=1), Barrier(2)

    def unguarded(volunteer):
        with transaction.atomic():
            seen = Session.objects.get(pk=session.pk)  # not select_for_update
            free = seen.places - Booking.objects.filter(session=seen, status="BOOKED").count()
            both_have_read.wait(timeout=10)
            status = "BOOKED" if free > 0 else "WAITING"
            Booking.objects.create(session=seen, volunteer=volunteer, status=status, asked_at=NOW)
        return status

    first, second = a_volunteer(), a_volunteer()
    answers = together(lambda: unguarded(first), lambda: unguarded(second))

    assert answers == ["BOOKED", "BOOKED"]
    assert Booking.objects.filter(status="BOOKED").count() == 2  # on one place


def test_two_who_give_back_while_two_wait_let_both_in_once():
    session = a_session(places=2)
    holders = [a_booking(session) for _ in range(2)]
    for _ in range(3):
        a_booking(session, status="WAITING")

    together(
        *(lambda each=each: services.give_back(each, by=each.volunteer.person, at=NOW) for each in holders),
        _booking(a_session(a_course("IND")), a_volunteer()),
    )

    found = Booking.objects.filter(session=session)
    assert sorted(found.values_list("status", flat=True)) == ["BOOKED"] * 2 + ["GIVEN_BACK"] * 2 + ["WAITING"]


def test_the_same_person_twice_at_once_has_one_place():
    session, volunteer = a_session(), a_volunteer()

    book = _booking(session, volunteer)

    assert outcomes(book, book) == ["done", "refused"]
    assert Booking.objects.count() == 1
