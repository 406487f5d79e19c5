"""Somebody looked for by name while it is typed, among 115,000 volunteers.

    python -m benchmarks.joining_find

The question itself beside `SELECT 1`, in turns over one connection, for the Central Team (all 115,000) and for one
borough; then the same over HTTP, one letter after the other as somebody types. What was put in is taken out again.
"""

import statistics
import time
from collections.abc import Callable
from datetime import date
from http.client import HTTPConnection
from itertools import cycle
from urllib.parse import urlencode

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from benchmarks import people, server, setting
from timegiven.joining import selectors, services
from timegiven.joining.models import Application, NameKey
from timegiven.people.models import Person, Volunteer
from timegiven.programme import selectors as programme

TODAY = date.today()  # noqa: DTZ011 - the machine's own day, as the appointments of the demonstration have it
ROUNDS, WARM = 400, 60


def store() -> int:
    """Everybody, as a volunteer of some borough; return the key of the last person who was there before."""
    last = Person.objects.order_by("-pk").values_list("pk", flat=True)[0]
    everybody, _ = people.made()
    rows = [
        Person(name=str(facts["name"]), email=f"f{number}@example.org", is_synthetic=True)
        for number, facts in enumerate(everybody, start=1)
    ]
    Person.objects.bulk_create(rows, batch_size=2000)
    strand = Application.objects.values_list("strand", flat=True)[0]
    boroughs = cycle(programme.boroughs())
    Volunteer.objects.bulk_create(
        [Volunteer(person=row, borough=next(boroughs), strand_id=strand, since_on=TODAY) for row in rows],
        batch_size=2000,
    )
    start = time.perf_counter()
    services.index_names()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    took = time.perf_counter() - start
    print(f"{NameKey.objects.count():,} names of {Person.objects.count():,} people indexed in {took:.0f} s")
    return last


def beginnings(last: int) -> list[str]:
    """What is typed: two letters to the whole of a name, given name or family name first."""
    names = Person.objects.filter(pk__gt=last).order_by("reference").values_list("name", flat=True)[:ROUNDS]
    orders = (name if number % 2 else " ".join(reversed(name.split())) for number, name in enumerate(names))
    return [name[: 2 + number % 9] for number, name in enumerate(orders)]


def asked(viewer: Person, typed: list[str]) -> list[str]:
    """The SQL of each search, as it goes to the database: whose name begins so and what they are, in one question."""
    Person.appointments_on(viewer, TODAY)
    found = []
    for each in typed:
        with CaptureQueriesContext(connection) as seen:
            selectors.found_by_name(viewer, TODAY, each)
        assert len(seen) == 1, each
        found.append(seen[0]["sql"].replace("%", "%%"))
    return found


def milliseconds(deed: Callable[[], object]) -> float:
    start = time.perf_counter()
    deed()
    return (time.perf_counter() - start) * 1000


def told(what: str, taken: list[float], least: list[float]) -> None:
    median, floor = statistics.median(taken), statistics.median(least)
    p95, p95_floor = (statistics.quantiles(each, n=20)[-1] for each in (taken, least))
    print(f"{what}: median {median:.3f} ms, {median / floor:.1f} times SELECT 1 ({floor:.3f} ms); p95 {p95:.3f} ms, "
          f"{p95 / p95_floor:.1f} times ({p95_floor:.3f} ms)")  # fmt: skip


def in_sql(what: str, viewer: Person, typed: list[str]) -> None:
    """Each question and `SELECT 1` in turns: sent, answered, read."""
    search, least = [], []
    with connection.cursor() as cursor:
        for sql in asked(viewer, typed):
            search.append(milliseconds(lambda sql=sql: cursor.execute(sql, []).fetchall()))  # type: ignore[misc]
            least.append(milliseconds(lambda: cursor.execute("SELECT 1").fetchall()))
    told(what, search[10:], least[10:])


def over_http(what: str, viewer: Person, typed: list[str], port: int, workers: list[int]) -> None:
    """Each letter and an empty view in turns, once the workers' threads have a connection to the database each."""
    visitor, headers = HTTPConnection("127.0.0.1", port, timeout=60), server.signed_in(viewer)
    taken, empty = [], []
    for number, each in enumerate(typed[:WARM] + typed):
        if number == WARM:
            before = server.own_seconds(workers)
        address = f"{reverse('joining:find')}?{urlencode({'words': each, 'part': ''})}"
        taken.append(milliseconds(lambda address=address: server.ask(visitor, address, headers)))  # type: ignore[misc]
        empty.append(milliseconds(lambda: server.ask(visitor, "/empty/", {})))
    own = (server.own_seconds(workers) - before) * 1000 / len(typed)
    p95, floor = (statistics.quantiles(each[WARM:], n=20)[-1] for each in (taken, empty))
    median, least = (statistics.median(each[WARM:]) for each in (taken, empty))
    print(f"{what} over HTTP: median {median:.1f} ms, p95 {p95:.1f} ms; an empty view: {least:.1f} and {floor:.1f} ms; "
          f"CPU of the workers for both {own:.1f} ms")  # fmt: skip


def main() -> None:
    print(setting.facts())
    last = store()
    try:
        typed = beginnings(last)
        viewers = {"all volunteers": setting.cast("central-team"), "one borough": setting.cast("camden-mvpm")}
        for what, viewer in viewers.items():
            in_sql(what, viewer, typed)
        with server.served() as (port, workers):
            for what, viewer in viewers.items():
                over_http(what, viewer, typed, port, workers)
    finally:
        NameKey.objects.filter(person__gt=last).delete()
        Volunteer.objects.filter(person__gt=last).delete()
        Person.objects.filter(pk__gt=last).delete()


if __name__ == "__main__":
    main()
