"""The slowest pages: everybody of the cast opens every page whose address names nobody and nothing.

    python -m benchmarks.slowest      with the database as benchmarks.setting has filled it

Nothing is promised of most of them. This finds the page that has grown with the programme while nobody looked. Each is
opened once to warm it and three times to measure; the middle one counts.
"""

import logging
import statistics
import time
from collections.abc import Iterator

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse

from benchmarks import setting  # sets Django up
from tests.doors.addresses import addresses
from timegiven.demonstration.cast import PLAYERS

SHOWN = 40
NOT_OPENED = "account"  # Django's and allauth's own pages; to open some of them is to sign out


def times(client: Client, address: str) -> tuple[float, int] | None:
    """The milliseconds of a page and its queries; None where it is not shown to this person."""
    if client.get(address).status_code != 200:
        return None
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        client.get(address)
        taken.append((time.perf_counter() - start) * 1000)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return statistics.median(taken), len(asked)


def visits() -> Iterator[tuple[float, int, str, str]]:
    """(milliseconds, queries, page, who) of all pages that are shown to somebody."""
    names = sorted({each.name for each in addresses(get_resolver()) if not each.wants})
    for code in PLAYERS:
        client = Client(headers={"host": "localhost"}, raise_request_exception=False)
        client.force_login(setting.cast(code))
        for name in names:
            if not name.startswith(NOT_OPENED) and (found := times(client, reverse(name))):
                yield *found, name, code


def main() -> None:
    setting.settings.ROOT_URLCONF = "timegiven.site.urls"
    logging.disable(logging.ERROR)  # a door that is shut is no trouble
    print(setting.facts())
    with setting.awake():
        found = sorted(visits(), reverse=True)
    print(f"# {len(found):,} pages of {len(PLAYERS)} people, the {SHOWN} slowest")
    for took, queries, name, who in found[:SHOWN]:
        print(f"{took:8.1f} ms {queries:4} queries  {name:36} {who}")


if __name__ == "__main__":
    main()
