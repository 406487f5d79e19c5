"""The cast are there, and stand where their cards say."""

from datetime import date

import pytest

from timegiven.demonstration.cast import PLAYERS
from timegiven.demonstration.make.stage import Stage
from timegiven.hours import selectors as hours
from timegiven.joining.models import Application, Reference
from timegiven.letters.models import Letter
from timegiven.people.models import Person

pytestmark = pytest.mark.django_db


def _player(code: str) -> Person:
    return Person.objects.get(reference=PLAYERS[code].reference)


def test_everybody_of_the_cast_is_there_under_their_own_name(stage: Stage) -> None:
    names = dict(Person.objects.values_list("reference", "name"))

    assert {player.code: names.get(player.reference) for player in PLAYERS.values()} == {
        player.code: player.name for player in PLAYERS.values()
    }


def test_late_in_a_month_somebody_is_two_hours_from_the_cap(stage: Stage) -> None:
    assert hours.given_in(_player("camden-near-cap"), date(2007, 4, 24)) == 38 * 60


def test_the_applicant_in_the_middle_waits_for_two_referees_who_have_a_link(stage: Stage) -> None:
    application = Application.objects.get(person=_player("applicant-references"))
    asked = application.references.filter(status=Reference.Status.ASKED).exclude(link_digest="")

    assert application.status == Application.Status.APPLIED
    assert asked.count() == 2
    assert Letter.objects.filter(to_email__in=asked.values("email")).count() == 2
