"""How often one may knock at a door: a count in the shared cache, of whom no more is kept than a digest."""

import base64
import pickle
from datetime import UTC, datetime
from hashlib import sha256
from ipaddress import IPv6Network, ip_address
from typing import Any
from zlib import crc32

from django.conf import settings
from django.core.cache import cache
from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.db import connection
from django.http import HttpRequest

HOUR = 60 * 60
_ADD = """
INSERT INTO {0} (cache_key, value, expires) VALUES (%s, %s, %s)
ON CONFLICT (cache_key) DO UPDATE SET value = excluded.value, expires = excluded.expires WHERE {0}.expires < %s
"""
_COUNTED = "SELECT value FROM {0} WHERE cache_key = %s AND expires >= %s"
_COUNT_ON = "UPDATE {0} SET value = %s WHERE cache_key = %s AND value = %s"


class Knocks(DatabaseCache):
    """The cache that all processes share. What is new is added in one statement instead of Django's five.

    Django counts the whole table first, in case it is too full: here one addition in a hundred does.
    """

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        kept = self.make_and_validate_key(key, version=version)
        if timeout is None or crc32(kept.encode()) % 100 == 0:
            return bool(super().add(key, value, timeout, version))
        moments = [self.get_backend_timeout(each) for each in (timeout, 0)]  # when it ends, and now
        with connection.cursor() as cursor:
            until, now = (connection.ops.adapt_datetimefield_value(_whole(each)) for each in moments)
            cursor.execute(_ADD.format(self._named()), [kept, self._sealed(value), until, now])
            return bool(cursor.rowcount)

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        """Count on, to the end that was set at first, and lose nothing of what others count at the same time.

        Django would set the end anew with each count, five minutes ahead: whoever waited as long could begin again,
        and where somebody knocks every few minutes no count would ever end.
        """
        kept = self.make_and_validate_key(key, version=version)
        now = connection.ops.adapt_datetimefield_value(_whole(self.get_backend_timeout(0)))
        with connection.cursor() as cursor:
            while True:
                cursor.execute(_COUNTED.format(self._named()), [kept, now])
                found = cursor.fetchone()
                if found is None:
                    raise ValueError(f"Key '{key}' not found")
                counted: int = pickle.loads(base64.b64decode(found[0])) + delta  # noqa: S301 - Django's cache, as ever
                cursor.execute(_COUNT_ON.format(self._named()), [self._sealed(counted), kept, found[0]])
                if cursor.rowcount:
                    return counted

    def _named(self) -> str:
        return str(connection.ops.quote_name(self._table))  # type: ignore[attr-defined]  # which the stubs do not know

    def _sealed(self, value: Any) -> str:
        return base64.b64encode(pickle.dumps(value, self.pickle_protocol)).decode("latin1")


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


def network(request: HttpRequest) -> str:
    """Where somebody knocks from: their address, or the first half of an IPv6 address, of which each line has all.

    Behind our own proxy it is what the proxy says last; what stands before that the visitor may have made up.
    """
    told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip() if settings.BEHIND_PROXY else ""
    address = told or str(request.META.get("REMOTE_ADDR", ""))
    try:
        known = ip_address(address)
    except ValueError:
        return address
    return str(known if known.version == 4 else IPv6Network((known, 64), strict=False))
