"""What the story needs of its own people, whatever the day."""

from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest
from django.db import transaction

from timegiven.demonstration.cast import PLAYERS
from timegiven.demonstration.tests.conftest import made
from timegiven.hours import selectors as hours
from timegiven.kernel.time import at_london, month_of
from timegiven.kernel.words import LONDON
from timegiven.people.models import Person
from timegiven.rota.models import Offer

pytestmark = pytest.mark.django_db


def _player(code: str) -> Person:
    return Person.objects.get(reference=PLAYERS[code].reference)


@pytest.fixture(params=[date(2007, 4, 24), date(2026, 12, 31), date(2027, 3, 1), date(2024, 2, 29)], ids=str)
def today(request: pytest.FixtureRequest) -> Iterator[date]:
    with transaction.atomic():
        made(today=request.param)
        yield request.param
        transaction.set_rollback(True)


def test_on_any_day_the_story_can_begin(today: date) -> None:
    volunteer, near = _player("camden-volunteer"), _player("camden-near-cap")
    yesterday = at_london(today - timedelta(days=1), time(10))
    due = Offer.objects.get(person=volunteer, duty__starts_at=yesterday)
    ahead = Offer.objects.filter(person=volunteer, duty__starts_at__date__gt=today).order_by("duty__starts_at")
    last_month = month_of(today) - timedelta(days=1)

    assert (due.status, due.duty.minutes, due.reports.count()) == (Offer.Status.ACCEPTED, 240, 0)
    assert [offer.status for offer in ahead] == [Offer.Status.ACCEPTED, Offer.Status.OPEN]
    assert [f"{offer.duty.starts_at.astimezone(LONDON):%a %H}" for offer in ahead] == ["Tue 10", "Fri 14"]
    assert volunteer.reports.filter(claims=None).exists()
    assert hours.given_in(near, last_month) == 38 * 60
    assert hours.given_in(near, today) <= 38 * 60
