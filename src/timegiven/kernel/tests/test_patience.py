"""How often one may knock: as many times as was said, and again when the time has run out."""

from datetime import datetime
from itertools import count
from zlib import crc32

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from timegiven.kernel.patience import allows, network

pytestmark = pytest.mark.django_db


def key(*, counts: bool) -> str:
    """A key that is added in one statement, or one with which the whole table is counted."""
    named = (f"knock-{number}" for number in count())
    return next(each for each in named if (crc32(cache.make_key(each).encode()) % 100 == 0) == counts)


def test_a_door_opens_so_many_times_and_no_more() -> None:
    assert [allows("door", "somebody", most=3) for _ in range(5)] == [True, True, True, False, False]
    assert allows("door", "somebody else", most=3)


@pytest.mark.parametrize("counts", [True, False])
def test_what_is_there_is_not_added_again_until_its_time_has_run_out(*, counts: bool) -> None:
    kept = key(counts=counts)

    added = [cache.add(kept, number, 60) for number in (1, 2)]
    first = cache.get(kept)
    cache.set(kept, 1, -5)
    again = cache.add(kept, 3, 60)

    assert (added, first, again, cache.get(kept)) == ([True, False], 1, True, 3)


def test_to_add_takes_one_statement() -> None:
    with CaptureQueriesContext(connection) as asked:
        cache.add(key(counts=False), 1, 60)

    assert len(asked) == 1


def ends() -> list[datetime]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT expires FROM cache")
        return [each for (each,) in cursor.fetchall()]


def test_to_knock_again_does_not_move_the_end_of_the_hour() -> None:
    allows("door", "somebody", most=3)
    first = ends()

    for _ in range(5):
        allows("door", "somebody", most=3)

    assert ends() == first


def test_what_has_run_out_is_counted_no_further() -> None:
    cache.set("knock", 7, -5)

    with pytest.raises(ValueError, match="not found"):
        cache.incr("knock")


FROM = "192.0.2.7"


@pytest.mark.parametrize(
    ("is_behind_proxy", "told", "counted_as"),
    [
        (False, "", "10.0.0.1"),
        (False, FROM, "10.0.0.1"),  # nobody but the visitor has said so
        (True, "", "10.0.0.1"),
        (True, FROM, FROM),
        (True, f"198.51.100.1, {FROM}", FROM),  # what stands before it was made up
        (True, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (True, "unknown", "unknown"),
    ],
)
def test_who_knocks_is_what_our_own_proxy_says(
    settings: Settings, *, is_behind_proxy: bool, told: str, counted_as: str
) -> None:
    settings.BEHIND_PROXY = is_behind_proxy
    said = {"headers": {"X-Forwarded-For": told}} if told else {}

    assert network(RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", **said)) == counted_as
