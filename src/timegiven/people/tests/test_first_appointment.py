"""The first of the Central Team is appointed from the console, once, and appoints everybody else."""

import pytest
from django.core.management import CommandError, call_command

from tests.builders import the_force
from timegiven.people.access import Role, holds
from timegiven.people.models import Appointment, Person, Seat

pytestmark = pytest.mark.django_db


def first(name="Thea First", email="Thea@example.org"):
    call_command("first_appointment", name=name, email=email)


def test_whoever_is_named_is_the_central_team_and_the_seats_are_there(capsys):
    force = the_force()

    first()

    (held,) = Appointment.objects.select_related("person")
    assert (held.role, held.unit, held.person.email) == (Role.CENTRAL_TEAM, force, "thea@example.org")
    assert holds(held.person, Role.CENTRAL_TEAM, at=force, day=held.from_on)
    assert not held.person.has_usable_password()
    assert Seat.objects.filter(is_chair=True).count() == 1
    assert "Forgot your password?" in capsys.readouterr().out


def test_nobody_is_appointed_this_way_where_there_is_a_central_team():
    the_force()
    first()

    with pytest.raises(CommandError, match="has members already"):
        first("Somebody Else", "else@example.org")
    assert Person.objects.filter(email="else@example.org").count() == 0


def test_not_before_the_programme_is_there():
    with pytest.raises(CommandError, match="the organisation is empty"):
        first()
    assert not Person.objects.exists()
