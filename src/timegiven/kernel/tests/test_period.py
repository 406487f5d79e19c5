"""Half-open periods: the last day is the first that is not in."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from tests import builders as a

Appointment = a.Appointment

FROM, UNTIL = date(2007, 1, 1), date(2007, 4, 24)
pytestmark = pytest.mark.django_db


def _held(until_on):
    return Appointment.objects.create(
        person=a.a_person(), role="MVPM", unit=a.a_borough(), from_on=FROM, until_on=until_on
    )


@pytest.mark.parametrize(
    ("day", "in_force"),
    [
        (FROM - timedelta(days=1), False),
        (FROM, True),
        (UNTIL - timedelta(days=1), True),
        (UNTIL, False),
    ],
)
def test_a_row_and_a_question_agree_on_the_days(day, in_force):
    held = _held(UNTIL)

    assert (held.covers(day), Appointment.objects.on(day).exists()) == (in_force, in_force)


def test_without_an_end_it_goes_on():
    held = _held(None)

    assert (held.covers(date(2099, 1, 1)), Appointment.objects.on(date(2099, 1, 1)).get()) == (True, held)


def test_a_row_that_ended_today_has_ended():
    held = _held(UNTIL)

    assert Appointment.objects.ended_by(UNTIL).get() == held
    assert not Appointment.objects.ended_by(UNTIL - timedelta(days=1)).exists()


def test_the_table_refuses_an_end_before_the_beginning():
    with pytest.raises(IntegrityError):
        _held(FROM - timedelta(days=1))
