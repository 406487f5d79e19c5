# ruff: noqa: S608 - every word of the statements is Django's own
"""What the time given adds up to: ten years at 150,000 hours a year, and the Games: 70,000 people, ten sessions each.

    python -m benchmarks.totals              fill a database of its own anew, and measure
    python -m benchmarks.totals --filled     measure with the database as it is

Printed: the table of a year, borough by month, as the statement that the page asks, as the plain one
(a row a cell) and as the selector of the page makes it, names and all, beside `SELECT 1` in turns with them and beside
counting the entries themselves; and whether the totals are what the entries come to, each of them, to the minute.
"""

import argparse
import os
import random
import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

os.environ.setdefault("TIMEGIVEN_VAR", str(Path(__file__).resolve().parents[1] / "var" / "benchmarks" / "totals"))

from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Sum
from django.db.models.functions import TruncMonth
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from benchmarks import setting  # sets Django up
from timegiven.hours import selectors, services
from timegiven.hours.models import Entry, Month, Total
from timegiven.kernel import bulk
from timegiven.kernel.references import new_references
from timegiven.kernel.time import month_of
from timegiven.people.models import Person, Volunteer
from timegiven.programme.models import Strand, Unit

YEARS, A_YEAR, PEOPLE, GAMES, SESSIONS = 10, 38_500, 7_000, 70_000, 10  # sessions of about four hours: 150,000 hours
ROUNDS, MOST = 400, 5.0
YEAR = date(2012, 1, 1), date(2013, 1, 1)  # the year of the Games


def fill() -> None:
    call_command("migrate", verbosity=0)
    if Entry.objects.exists():
        raise SystemExit(f"There is a ledger here already: --filled measures it. It is in {setting.settings.VAR}.")
    call_command("load_programme", verbosity=0)
    dice = random.Random(2012)  # noqa: S311 - the same ledger each time
    boroughs = list(Unit.objects.filter(kind=Unit.Kind.BOROUGH).values_list("pk", flat=True))
    mvp, games = (Strand.objects.get_or_create(code=code, defaults={"name": code})[0].pk for code in ("MVP", "GAMES"))
    with transaction.atomic():
        people = bulk.new_keys(Person, PEOPLE + GAMES)
        at = datetime(2003, 1, 1, tzinfo=UTC)
        names = [f"Person {number}" for number in range(len(people))]
        emails = [f"person{number}@example.org" for number in range(len(people))]
        own = {"reference": new_references(len(people)), "name": names, "email": emails}
        bulk.write(Person, {"id": people, **own}, is_synthetic=True)
        given = [(people[number % PEOPLE], mvp, date(2003, 1, 1) + timedelta(days=number * 3652 // (YEARS * A_YEAR)),
                  dice.choice((180, 240, 240, 270))) for number in range(YEARS * A_YEAR)]  # fmt: skip
        given += [(people[PEOPLE + number // SESSIONS], games,
                   date(2012, 7, 20) + timedelta(days=number % SESSIONS * 2), 480)
                  for number in range(GAMES * SESSIONS)]  # fmt: skip
        home = {person: dice.choice(boroughs) for person in people}
        _ledger(given, home, at)
    services.recount()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")  # as a site's does by itself


def _ledger(given: list[tuple[int, int, date, int]], home: dict[int, int], at: datetime) -> None:
    sums: dict[tuple[int, date], int] = {}
    for person, _, on, minutes in given:
        sums[person, month_of(on)] = sums.get((person, month_of(on)), 0) + minutes
    keys = dict(zip(sums, bulk.new_keys(Month, len(sums)), strict=True))
    columns = {
        "id": list(keys.values()),
        "person_id": [each[0] for each in sums],
        "starts_on": [each[1].isoformat() for each in sums],
        "minutes": list(sums.values()),
    }
    bulk.write(Month, columns, cap_minutes=100 * 60)
    references = new_references(len(given))
    bulk.write(
        Entry,
        {
            "reference": references,
            "source": references,
            "month_id": [keys[each[0], month_of(each[2])] for each in given],
            "person_id": [each[0] for each in given],
            "borough_id": [home[each[0]] for each in given],
            "strand_id": [each[1] for each in given],
            "on": [each[2].isoformat() for each in given],
            "minutes": [each[3] for each in given],
            "by_id": [each[0] for each in given],
        },
        kind=Entry.Kind.SESSION,
        at=at,
    )


def in_turns(*deeds: Callable[[], object], rounds: int = ROUNDS) -> list[tuple[float, float]]:
    """(median, fastest tenth) of each in milliseconds, done in turns so that all meet the same machine.

    On a busy machine the median says how long one waits for a processor; the fastest tenth, what the work takes.
    """
    taken: list[list[float]] = [[] for _ in deeds]
    for _ in range(rounds):
        for place, deed in enumerate(deeds):
            start = time.perf_counter()
            deed()
            taken[place].append(time.perf_counter() - start)
    return [(statistics.median(each) * 1000, sorted(each)[len(each) // 10] * 1000) for each in taken]


def beside(what: str, least: tuple[float, float], other: tuple[float, float]) -> str:
    """Both numbers, and how many times `SELECT 1` they are."""
    ratios = " and ".join(f"{mine / floor:.1f}" for mine, floor in zip(other, least, strict=True))
    return (
        f"{what}: median {other[0]:.3f} ms, fastest tenth {other[1]:.3f} ms; SELECT 1 {least[0]:.3f} and "
        f"{least[1]:.3f} ms: {ratios} times (promised {MOST:.0f})"
    )


def asked() -> str:
    """The statement about totals that the page's table asks, with its values in it."""
    selectors.table(*YEAR)
    with CaptureQueriesContext(connection) as queries:
        selectors.table(*YEAR)
    (sql,) = (each["sql"] for each in queries if Total._meta.db_table in each["sql"])
    return str(sql)


def run(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def proved() -> str:
    """Every total beside the sum of its entries, and the page's table beside the same table counted anew."""
    counted = {
        (row["borough_id"], row["strand_id"], row["starts_on"]): row["minutes"]
        for row in Entry.objects.annotate(starts_on=TruncMonth("on"))
        .values("borough_id", "strand_id", "starts_on")
        .annotate(minutes=Sum("minutes"))
        .order_by()
    }
    kept = {
        (each.borough_id, each.strand_id, each.starts_on): each.minutes for each in Total.objects.exclude(minutes=0)
    }
    shown = sum(cell.minutes for cell in selectors.table(*YEAR))
    raw = Entry.objects.filter(on__gte=YEAR[0], on__lt=YEAR[1]).aggregate(sum=Sum("minutes"))["sum"]
    assert kept == counted, "A total is not what its entries come to."
    assert shown == raw, "The table is not what the entries come to."
    return f"{len(kept):,} totals, each of them what its entries come to; the year {shown:,} minutes both ways"


def _give(volunteers: list[Volunteer], by: Person) -> None:
    """A thousand more, by the way of every report, and some taken back."""
    for number, source in enumerate(new_references(1_000)):
        each = volunteers[number % len(volunteers)]
        on = date(2012, 1 + number % 3, 1 + number % 28)
        at = timezone.now()
        entry = services.give(each, on=on, minutes=15, kind="SESSION", source=source, by=by, at=at)
        if number % 4 == 0:
            services.take_back(entry, by=by, at=at, why="A slip")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--filled", action="store_true")
    if not parser.parse_args().filled:
        fill()
    print(setting.facts())
    print(f"# {Entry.objects.count():,} entries, {Total.objects.count():,} totals")
    print(proved())
    totals, entries = Total._meta.db_table, Entry._meta.db_table
    year = f"'{YEAR[0]}' AND {{day}} < '{YEAR[1]}'"
    short = (
        f"SELECT borough_id, starts_on, sum(minutes) FROM {totals} "
        f"WHERE starts_on >= {year.format(day='starts_on')} GROUP BY starts_on, borough_id"
    )
    month = "strftime('%%Y-%%m', \"on\")" if connection.vendor == "sqlite" else "date_trunc('month', \"on\")"
    raw = (
        f"SELECT borough_id, {month.replace('%%', '%')}, sum(minutes) FROM {entries} "
        f'WHERE "on" >= {year.format(day=chr(34) + "on" + chr(34))} GROUP BY 1, 2'
    )
    packed = asked()
    least, months, plain, whole = in_turns(
        lambda: run("SELECT 1"), lambda: run(packed), lambda: run(short), lambda: selectors.table(*YEAR)
    )
    print(beside(f"the year's table in SQL as the page asks for it, {len(run(packed))} rows", least, months))
    print(beside(f"a row for each of its {len(run(short))} cells", least, plain))
    print(beside("in Python, by strand and with the names", least, whole))
    (counted,) = in_turns(lambda: run(raw), rounds=5)
    print(f"counting the entries themselves: {counted[0]:.0f} ms, {counted[0] / plain[0]:.0f} times the table")
    person = Person.objects.order_by("pk").first()
    borough, strand = Unit.objects.filter(kind=Unit.Kind.BOROUGH).first(), Strand.objects.get(code="MVP")
    with transaction.atomic():
        some = [
            Volunteer.objects.create(person=each, borough=borough, strand=strand, since_on=date(2003, 1, 1))
            for each in Person.objects.filter(volunteer=None).order_by("pk")[:50]
        ]
        start = time.perf_counter()
        _give(some, person)
        took = time.perf_counter() - start
        print(f"after 1,000 more given and 250 taken back ({took * 1000 / 1250:.1f} ms each): {proved()}")
        transaction.set_rollback(True)


if __name__ == "__main__":
    main()
