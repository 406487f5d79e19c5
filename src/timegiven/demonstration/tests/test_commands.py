"""The two commands: make a demonstration, and print its cast."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests import builders
from timegiven.attendance.models import SessionReport
from timegiven.demonstration.cast import PLAYERS
from timegiven.demonstration.management.commands.cast import Command as Cast
from timegiven.demonstration.management.commands.demonstrate import Command as Demonstrate
from timegiven.people.models import Person


@pytest.mark.django_db
def test_demonstrate_refuses_a_database_in_which_somebody_is() -> None:
    builders.a_person()

    with pytest.raises(CommandError, match=r"people in this database already.*add --fresh"):
        call_command(Demonstrate(), "--small", "--quiet")

    assert Person.objects.count() == 1


@pytest.mark.django_db
def test_demonstrate_never_empties_a_database_of_real_people() -> None:
    builders.a_person()

    with pytest.raises(CommandError, match="are not a demonstration's"):
        call_command(Demonstrate(), "--small", "--fresh", "--quiet")

    assert Person.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_demonstrate_with_fresh_begins_again() -> None:
    stranger = builders.a_person("Someone From Before")
    builders.a_person(reference=PLAYERS["central-team"].reference)
    said = StringIO()

    call_command(Demonstrate(stdout=said), "--small", "--fresh", "--quiet", "--today", "2007-04-24")

    assert said.getvalue() == "Made 60 volunteers and 500 session reports, alive on 2007-04-24.\n"
    assert not Person.objects.filter(reference=stranger.reference).exists()
    assert SessionReport.objects.count() == 500


def test_cast_prints_everybody_and_where_to_sign_in() -> None:
    said = StringIO()

    call_command(Cast(stdout=said, no_color=True))

    assert [player.name for player in PLAYERS.values() if player.name not in said.getvalue()] == []
    assert said.getvalue().rstrip().endswith("/demonstration/")


def test_no_two_of_the_cast_share_a_code_a_name_or_a_reference() -> None:
    assert len({player.name for player in PLAYERS.values()}) == len(PLAYERS)
    assert len({player.reference for player in PLAYERS.values()}) == len(PLAYERS)
