# ruff: noqa: S608 - every word of the statements is Django's own
"""115,000 sessions from spreadsheets: read, looked at, told what is wrong, entered; beside COPY of the same rows.

    python -m benchmarks.sessions_import [--rounds 3]

Six sheets, as large as one may be; three rows in a hundred are wrong, in eight ways. An import writes five tables, with
all their indexes and keys: the rows of the sheet, the ledger, the reports, their tasks, and the sealed record. The
reference is the same tables emptied again, and the very same rows put back by COPY (on SQLite: one prepared INSERT), in
turns with the import. Fills a database of its own anew.
"""

import argparse
import csv
import io
import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

os.environ.setdefault("TIMEGIVEN_VAR", str(Path(__file__).resolve().parents[1] / "var" / "benchmarks" / "import"))

from django.core.management import call_command
from django.db import connection, models, transaction

from benchmarks import setting  # sets Django up
from tests import builders as build
from timegiven.attendance import selectors, services
from timegiven.attendance.models import Import, ImportRow, SessionReport
from timegiven.audit.models import Chain, Event
from timegiven.hours.models import Entry, Month, Total
from timegiven.people.models import Person, Volunteer
from timegiven.ui import sheets

ROWS, SHEETS, ROLES, EACH, MOST = 115_000, 6, 20, 250, 1.3
FIRST, AT = date(2007, 1, 15), datetime(2008, 1, 20, 9, tzinfo=UTC)
HEAD = ("Volunteer", "Role", "Day", "From", "To", "Tasks", "How it went")
TABLES: tuple[type[models.Model], ...] = (Entry, SessionReport, SessionReport.tasks.through, ImportRow, Event)
WRONG: tuple[dict[int, str], ...] = (
    {0: "Nobody Known"}, {2: "31/2/2007"}, {2: "soon"}, {3: "ten"}, {4: "25:00"}, {5: "9"}, {5: ""}, {2: "2009-01-05"},
)  # fmt: skip


def processor() -> float:
    """The seconds of processor that this process, and its process in PostgreSQL, have taken: they wait for nobody."""
    own = time.process_time()
    if connection.vendor == "sqlite":
        return own
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone()
    fields = Path(f"/proc/{backend}/stat").read_text().rpartition(")")[2].split()
    return own + (int(fields[11]) + int(fields[12])) / 100


def fill() -> Person:
    """A borough with twenty roles and 5,000 volunteers; its MVP Manager."""
    call_command("migrate", verbosity=0)
    if Volunteer.objects.exists():
        raise SystemExit(f"There are volunteers here already. They are in {setting.settings.VAR}.")
    with transaction.atomic():
        for number in range(ROLES):
            unit = build.a_unit(f"Unit {number}")
            version = build.an_approved_version(unit=unit, title=f"Role {number}")
            build.a_ready_crowd(EACH - 1, like=build.a_ready_volunteer(unit=unit, version=version))
        mvpm = build.an_mvpm()
    run("ANALYZE")
    return mvpm


def run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def written() -> list[bytes]:
    """The sheets: every volunteer a session a fortnight, and every thirty-third row wrong."""
    references = list(Volunteer.objects.order_by("pk").values_list("reference", flat=True))
    rows = []
    for number in range(ROWS):
        who, turn = number % len(references), number // len(references)
        day = FIRST + timedelta(days=14 * turn + who % 14)
        row = [references[who], "", f"{day.day}/{day.month}/{day.year}", "10am", "2pm", "1 2", ""]
        if number % 33 == 32:
            for place, typed in WRONG[number // 33 % len(WRONG)].items():
                row[place] = typed
        rows.append(row)
    size = -(-ROWS // SHEETS)
    return [_csv(rows[first : first + size]) for first in range(0, ROWS, size)]


def _csv(rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([HEAD, *rows])
    return out.getvalue().encode()


def imported(content: list[bytes], by: Person) -> dict[str, float]:
    """Send the sheets one after the other; the seconds of each step."""
    took = {"looked at": 0.0, "entered": 0.0, "error reports": 0.0}

    def timed(step: str, deed: Callable[[], Any]) -> Any:
        start = time.perf_counter()
        answer = deed()
        took[step] += time.perf_counter() - start
        return answer

    for number, sheet in enumerate(content):
        made: Import = timed("looked at", lambda: services.look_at(sheet, name=f"sheet {number}", by=by, at=AT))  # noqa: B023
        services.choose(made, by=by, at=AT)
        while timed("entered", lambda: services.enter_chosen(made, at=AT)):  # noqa: B023
            pass
        timed("error reports", lambda: _errors(made))  # noqa: B023
    return took


def _errors(made: Import) -> bytes:
    """What the page "rows that could not be entered" downloads."""
    return sheets.sheet(["Row", "What is wrong"], [[row.number, row.trouble] for row in selectors.rows_of(made, "BAD")])


def empty() -> None:
    """As it was before: no session anywhere."""
    with unguarded():
        for model in (*reversed(TABLES), Month, Total):
            run(f"DELETE FROM {model._meta.db_table}")
        Chain.objects.update(length=0, head="")
    for model in (*TABLES, Month, Total):
        run("VACUUM" if connection.vendor == "sqlite" else f"VACUUM FULL ANALYZE {model._meta.db_table}")


@contextmanager
def unguarded() -> Iterator[None]:
    """While neither keys nor the guard of the audit trail, which is only ever added to, stand in the way."""
    if connection.vendor == "postgresql":
        run("SET session_replication_role = replica")
        yield
        run("SET session_replication_role = DEFAULT")
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        guards = cursor.fetchall()
    for statement in ("PRAGMA foreign_keys=OFF", *(f"DROP TRIGGER {name}" for name, _ in guards)):
        run(statement)
    yield
    for statement in ("PRAGMA foreign_keys=ON", *(sql for _, sql in guards)):
        run(statement)


def kept(model: type[models.Model]) -> list[Any]:
    """All rows of a table: as COPY writes them, or as the driver returns them."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"SELECT * FROM {table} ORDER BY id")
            return list(cursor.fetchall())
        with cursor.copy(f"COPY (SELECT * FROM {table} ORDER BY id) TO STDOUT") as copy:
            return [b"".join(bytes(part) for part in copy)]


def put_back(model: type[models.Model], rows: list[Any]) -> float:
    """Write them all into the empty table, in one transaction; the seconds."""
    table, start = model._meta.db_table, time.perf_counter()
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(f"INSERT INTO {table} VALUES ({', '.join(['%s'] * len(rows[0]))})", rows)
        else:
            with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                for first in range(0, len(rows[0]), 1 << 20):
                    copy.write(rows[0][first : first + (1 << 20)])
    return time.perf_counter() - start


def rounds(
    number: int, content: list[bytes], mvpm: Person
) -> Iterator[tuple[dict[str, float], dict[str, float], tuple[float, float]]]:
    for _ in range(number):
        empty()
        before = processor()
        took = imported(content, mvpm)
        own = processor() - before
        rows = {model: kept(model) for model in TABLES}
        counts = {model: model._default_manager.count() for model in TABLES}
        months = list(Month.objects.all())
        empty()
        Month.objects.bulk_create(months, batch_size=500)  # the ledger's rows need them; not part of the reference
        before = processor()
        copied = {f"{model._meta.db_table} ({counts[model]:,})": put_back(model, rows[model]) for model in TABLES}
        yield took, copied, (own, processor() - before)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    mvpm = fill()
    content = written()
    wall, own = [], []
    for number, (took, copied, cpu) in enumerate(rounds(parser.parse_args().rounds, content, mvpm), 1):
        if number == 1:
            print(setting.facts())
            counted = dict(ImportRow.objects.values_list("state").annotate(models.Count("pk")).order_by())
            print(
                f"# {ROWS:,} rows in {len(content)} sheets of {sum(map(len, content)) / 1e6:.1f} MB in all: {counted}"
            )
        ours, least = sum(took.values()), sum(copied.values())
        wall.append((ours, least))
        own.append(cpu)
        print(f"round {number}: import {ours:.1f} s = " + ", ".join(f"{step} {t:.1f}" for step, t in took.items()))
        print(f"  reference {least:.1f} s = " + ", ".join(f"{table} {t:.1f}" for table, t in copied.items()))
        print(
            f"  {ours / least:.2f} times; processor {cpu[0]:.1f} s beside {cpu[1]:.1f} s, {cpu[0] / cpu[1]:.2f} times"
        )
    for name, pairs in (("wall", wall), ("processor", own)):
        ratio = statistics.median(ours / least for ours, least in pairs)
        best = min(ours for ours, _ in pairs)
        print(f"{name}: median {ratio:.2f} times (promised {MOST}); at best {ROWS / best:,.0f} rows a second")


if __name__ == "__main__":
    main()
