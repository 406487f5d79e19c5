"""Registrations that may be one person: the scan of everybody, and the check of one who registers.

    python -m benchmarks.joining

115,000 made-up people, 5,750 of them there twice with slips (benchmarks/people.py). Printed: recall, precision and
time of the full scan beside the least it could take (a dictionary of the birth dates), and the time of the check of
one new registration beside `SELECT 1`, with the index in the database. Nothing of it stays in the database.
"""

import gc
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime

from django.db import connection, transaction

from benchmarks import people, setting
from timegiven.joining import selectors, services
from timegiven.joining.models import MatchKey
from timegiven.joining.rules import duplicates
from timegiven.joining.rules.duplicates import Record, matches, matches_of
from timegiven.people.models import Person

ROUNDS = 300
TIMES = 8  # each again, for another may be busy just then; all of them are printed
AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def seconds(deed: Callable[[], object]) -> tuple[float, float, object]:
    """How long a deed takes by the clock on the wall, how long this process was at it, and what came of it."""
    gc.collect()
    wall, own = time.perf_counter(), time.process_time()
    came = deed()
    return time.perf_counter() - wall, time.process_time() - own, came


def scan() -> list[people.Facts]:
    """The full scan, in memory."""
    everybody, pairs = people.made()
    prepared = seconds(lambda: people.records(everybody))
    records: list[Record] = prepared[2]  # type: ignore[assignment]
    least = seconds(lambda: {each.born_on: each for each in records})
    scans = [seconds(lambda: matches(records)) for _ in range(TIMES)]
    best = min(scans, key=lambda each: each[0])
    found = {(each.one, each.other) for each in best[2]}  # type: ignore[attr-defined]
    right = len(found & pairs)
    print(f"{len(everybody):,} people, {len(pairs):,} there twice; {len(found):,} pairs found")
    print(f"recall {right / len(pairs):.3f}, precision {right / len(found):.3f}")
    print(f"making records comparable: {prepared[0]:.2f} s, of which {prepared[1]:.2f} s in this process")
    print(f"the scan: {best[0]:.2f} s, of which {best[1]:.2f} s in this process; a bare dictionary {least[1]:.2f} s")
    print("all scans on the wall: " + ", ".join(f"{each[0]:.2f} s" for each in scans))
    return everybody


def store(everybody: list[people.Facts]) -> None:
    """Everybody and their keys, in the database."""
    rows = [
        Person(**{**facts, "email": f"b{number}.{facts['email']}"}, is_synthetic=True)
        for number, facts in enumerate(everybody)
    ]
    Person.objects.bulk_create(rows, batch_size=2000)
    keys = [
        MatchKey(person_id=row.pk, key=key) for row in rows for key in set(selectors.digests(selectors.record_of(row)))
    ]
    MatchKey.objects.bulk_create(keys, batch_size=5000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"{Person.objects.count():,} people and {MatchKey.objects.count():,} keys in the database")


def milliseconds(deeds: list[Callable[[], object]], clock: Callable[[], float] = time.perf_counter) -> list[float]:
    taken = []
    for deed in deeds:
        start = clock()
        deed()
        taken.append((clock() - start) * 1000)
    return sorted(taken)


def p95(taken: list[float]) -> float:
    return taken[int(len(taken) * 0.95)]


def single() -> None:
    """The check of one new registration: its keys, the candidates from the index, and their scores."""
    some = list(Person.objects.order_by("?")[:ROUNDS])
    records = [selectors.record_of(person) for person in some]

    def check(one: Record) -> int:
        return len(matches_of(one, selectors.candidates(one)))

    cursor = connection.cursor()
    rounds, floor = [], []
    for _ in range(TIMES):
        rounds.append(milliseconds([lambda one=one: check(one) for one in records]))  # type: ignore[misc]
        floor += milliseconds([lambda: cursor.execute("SELECT 1").fetchone()] * ROUNDS)
    best, least = min(rounds, key=p95), statistics.median(floor)
    print(f"SELECT 1 {least:.3f} ms; one check: median {statistics.median(best):.3f} ms, p95 {p95(best):.3f} ms")
    print("p95 of all rounds: " + ", ".join(f"{p95(each):.3f} ms" for each in rounds))
    own = milliseconds([lambda one=one: check(one) for one in records], clock=time.thread_time)  # type: ignore[misc]
    print(f"of which in this process: median {statistics.median(own):.3f} ms, p95 {p95(own):.3f} ms")
    noticed = milliseconds([lambda one=one: services.notice(one, at=AT) for one in some])  # type: ignore[misc]
    print(f"check, index kept and likenesses written: median {statistics.median(noticed):.3f} ms")


def whole() -> None:
    """What the worker does each night: read and open everybody, compare, write down."""
    wall, own, found = seconds(lambda: services.scan(at=AT))
    print(f"the nightly scan, decryption included: {wall:.1f} s, of which {own:.1f} s in this process; {found:,} pairs")


def main() -> None:
    print(setting.facts())
    print(f"compared when two share a key of at most {duplicates.CROWD} people; likely from {duplicates.LIKELY} of 100")
    everybody = scan()
    with transaction.atomic():
        store(everybody)
        single()
        whole()
        transaction.set_rollback(True)


if __name__ == "__main__":
    main()
