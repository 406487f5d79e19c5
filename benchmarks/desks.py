"""What a first page costs before it is kept for a minute: everything that waits for somebody, asked anew.

    python -m benchmarks.desks      with the database as benchmarks.setting has filled it

Nothing is promised of it but that it does not grow with all that was ever written. Each chapter is asked for what waits
for the busiest of the cast; the middle of seven times counts, of the processor here and of the clock, in which
PostgreSQL's own time is.
"""

import statistics
import time
from datetime import date
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from benchmarks import setting  # sets Django up
from timegiven.home.selectors import CHAPTERS
from timegiven.people.models import Person

WHO = "camden-mvpm", "camden-counter", "camden-volunteer", "central-team"
TIMES = 7


def asked(chapter: Any, who: Person, day: date) -> tuple[float, float, int]:
    """(milliseconds of the processor, of the clock, queries); the person is read anew, so nothing is known of them."""
    own, clock = [], []
    for _ in range(TIMES):
        person = Person.objects.get(pk=who.pk)
        began, start = time.process_time(), time.perf_counter()
        chapter.needs(person, day)
        own.append((time.process_time() - began) * 1000)
        clock.append((time.perf_counter() - start) * 1000)
    person = Person.objects.get(pk=who.pk)
    with CaptureQueriesContext(connection) as queries:
        chapter.needs(person, day)
    return statistics.median(own), statistics.median(clock), len(queries)


def main() -> None:
    day = timezone.localdate()
    print(setting.facts())
    for code in WHO:
        who = setting.cast(code)
        with setting.awake():
            found = {chapter.__name__.split(".")[1]: asked(chapter, who, day) for chapter in CHAPTERS}
        own, clock, queries = (sum(column) for column in zip(*found.values(), strict=True))
        print(f"{code}: {own:.0f} ms of processor, {clock:.0f} ms in all, {queries} queries")
        for name, (one, whole, number) in found.items():
            print(f"  {name:12} {one:7.1f} {whole:7.1f} {number:4}")


if __name__ == "__main__":
    main()
