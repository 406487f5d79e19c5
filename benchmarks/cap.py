"""The check of the hours' cap: one query, answered from an index.

    python -m benchmarks.cap

What a person has given in a month is one row, kept beside the entries. Printed: how many queries the check makes, the
plan of the database, and how long it takes beside `SELECT 1`, with and without the ORM.
"""

import statistics
import time
from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from benchmarks import setting
from timegiven.hours import selectors as hours
from timegiven.hours.models import Month

ROUNDS = 500
INDEX = "hours_one_month"


def milliseconds(deed: Callable[[], object]) -> float:
    """The median time of a deed."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        deed()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1000


def run(sql: str) -> list[tuple]:
    """What the database answers."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def main() -> None:
    print(setting.facts())
    person, day = setting.cast("camden-volunteer"), timezone.localdate()
    with CaptureQueriesContext(connection) as seen:
        hours.given_in(person, day)
    (query,) = [each["sql"] for each in seen]
    print(f"{Month.objects.count():,} months on record; queries: {len(seen)}")
    explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN (ANALYZE, COSTS OFF)"
    plan = [str(row[-1]) for row in run(f"{explain} {query}")]
    print("\n".join(f"  {line}" for line in plan))
    assert INDEX in " ".join(plan) or "sqlite_autoindex_hours_month" in " ".join(plan), "The check uses no index."
    least, plain = milliseconds(lambda: run("SELECT 1")), milliseconds(lambda: run(query))
    whole = milliseconds(lambda: hours.given_in(person, day))
    print(f"SELECT 1 {least:.3f} ms; the check's query {plain:.3f} ms, {plain / least:.2f} times")
    print(f"the whole check, through the ORM: {whole:.3f} ms, {whole / least:.2f} times")


if __name__ == "__main__":
    main()
