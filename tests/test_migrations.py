"""The migrations lead to the very tables that the models describe, which all other tests stand on."""

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

import psycopg
import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
# The books of migrations and of SQLite, the rate limits, whose table a command of its own makes, and Django's own
# permissions of groups, which nobody asks and whose numbers its migrations make wider than its models.
NOT_OURS = {"django_migrations", "sqlite_sequence", "cache", "auth_group_permissions"}

COLUMNS = """
    SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity::text,
           pg_get_expr(d.adbin, d.adrelid)
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d
         ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
"""
CONSTRAINTS = """
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace
"""
INDEXES = "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"

Said = set[tuple[Any, ...]]


class Cursor(Protocol):
    def execute(self, query: str, /) -> Any: ...
    def fetchall(self) -> list[Any]: ...


def on_sqlite(cursor: Cursor) -> Said:
    """Every table and index, told without the order in which its columns came."""
    cursor.execute("SELECT tbl_name, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {(table, name, *sorted(_parts(sql))) for table, name, sql in cursor.fetchall() if table not in NOT_OURS}


def on_postgres(cursor: Cursor) -> Said:
    said: Said = set()
    for query in (COLUMNS, CONSTRAINTS, INDEXES):
        cursor.execute(query)
        said |= {tuple(row) for row in cursor.fetchall() if row[0] not in NOT_OURS}
    return said


def _parts(sql: str) -> Iterator[str]:
    """What stands between the commas that are in the outermost brackets only."""
    depth, part = 0, ""
    for piece in re.split(r"""('(?:[^']|'')*'|"[^"]*"|[(),])""", sql):
        depth += {"(": 1, ")": -1}.get(piece, 0)
        if piece == "," and depth == 1:
            yield part.strip()
            part = ""
        else:
            part += piece
    yield part.strip().removesuffix(")")


def manage(*command: str, **where: str) -> None:
    surroundings = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"} | where
    subprocess.run([sys.executable, ROOT / "manage.py", *command], env=surroundings, check=True, timeout=300)


def migrate(**where: str) -> None:
    manage("migrate", "--verbosity", "0", **where)


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="the embedded database")
def test_migrations_make_the_tables_of_the_models_on_sqlite(tmp_path: Path) -> None:
    migrate(TIMEGIVEN_VAR=str(tmp_path))

    with closing(sqlite3.connect(tmp_path / "timegiven.sqlite3")) as migrated, connection.cursor() as ours:
        assert on_sqlite(migrated.cursor()) == on_sqlite(ours)


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="the embedded database")
def test_a_demonstration_that_begins_without_them_has_the_same_tables_and_its_guard(tmp_path: Path) -> None:
    where = {"TIMEGIVEN_VAR": str(tmp_path), "TIMEGIVEN_TESTING": "", "TIMEGIVEN_DEMONSTRATION": "1"}

    manage("demonstrate", "--begin", "--small", "--quiet", **where)
    manage("migrate", "--check", **where)  # nothing is left to be done

    with closing(sqlite3.connect(tmp_path / "timegiven.sqlite3")) as begun, connection.cursor() as ours:
        guards = {row for row in on_sqlite(begun.cursor()) if row[1].startswith("audit_no_")}
        assert {name for _, name, *_ in guards} == {"audit_no_update", "audit_no_delete"}
        assert on_sqlite(begun.cursor()) - guards == on_sqlite(ours)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_migrations_make_the_tables_of_the_models_on_postgresql() -> None:
    name = f"{connection.settings_dict['NAME']}_migrated"
    address = os.environ["DATABASE_URL"].rsplit("/", 1)[0]
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
    try:
        migrate(DATABASE_URL=f"{address}/{name}")
        with psycopg.connect(f"{address}/{name}") as migrated, connection.cursor() as ours:
            assert on_postgres(migrated.cursor()) == on_postgres(ours)
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}"')


def test_a_column_that_only_one_of_them_has_is_found() -> None:
    with closing(sqlite3.connect(":memory:")) as one, closing(sqlite3.connect(":memory:")) as other:
        one.execute("CREATE TABLE duty (id integer, place varchar(20) NOT NULL)")
        other.execute("CREATE TABLE duty (id integer, place varchar(20))")

        assert on_sqlite(one.cursor()) - on_sqlite(other.cursor()) == {
            ("duty", "duty", "CREATE TABLE duty (id integer", "place varchar(20) NOT NULL")
        }
