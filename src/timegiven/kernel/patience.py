"""How often one may knock at a door: a count in the shared cache, of whom no more is kept than a digest."""

import base64
import pickle
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from zlib import crc32

from django.core.cache import cache
from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.db import connection

HOUR = 60 * 60
_ADD = """
INSERT INTO {0} (cache_key, value, expires) VALUES (%s, %s, %s)
ON CONFLICT (cache_key) DO UPDATE SET value = excluded.value, expires = excluded.expires WHERE {0}.expires < %s
"""


class Knocks(DatabaseCache):
    """The cache that all processes share. What is new is added in one statement instead of Django's five.

    Django counts the whole table first, in case it is too full: here one addition in a hundred does.
    """

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        kept = self.make_and_validate_key(key, version=version)
        if timeout is None or crc32(kept.encode()) % 100 == 0:
            return bool(super().add(key, value, timeout, version))
        sealed = base64.b64encode(pickle.dumps(value, self.pickle_protocol)).decode("latin1")
        moments = [self.get_backend_timeout(each) for each in (timeout, 0)]  # when it ends, and now
        with connection.cursor() as cursor:
            until, now = (connection.ops.adapt_datetimefield_value(_whole(each)) for each in moments)
            table = connection.ops.quote_name(self._table)  # type: ignore[attr-defined]  # which the stubs do not know
            cursor.execute(_ADD.format(table), [kept, sealed, until, now])
            return bool(cursor.rowcount)


def _whole(seconds: float | None) -> datetime:
    """A moment without its fraction of a second, as Django's cache keeps it."""
    return datetime.fromtimestamp(int(seconds or 0), UTC)


def allows(door: str, who: str, *, most: int, seconds: int = HOUR) -> bool:
    """Whether this is one of the first ``most`` knocks at a door within ``seconds``."""
    key = f"patience-{door}-{sha256(who.encode()).hexdigest()[:32]}"
    if cache.add(key, 1, seconds):
        return True
    try:
        return int(cache.incr(key)) <= most
    except ValueError:
        return True  # it ran out between the two lines
