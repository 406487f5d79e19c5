"""How often one may knock: as many times as was said, and again when the time has run out."""

from itertools import count
from zlib import crc32

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from timegiven.kernel.patience import allows

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
