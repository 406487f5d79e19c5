"""Write very many rows at once, by the way into each database that is the quickest: COPY, or one prepared statement."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, repeat
from typing import Any

from django.db import connection, models

_LINES = 5_000  # to the server at once
_SPECIAL = re.compile(r"[\\\t\n\r]")
_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def new_keys(model: type[models.Model], number: int) -> list[int]:
    """So many primary keys that nobody else is given. On SQLite only within a transaction that writes."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
            last = (cursor.fetchone() or (0,))[0]
            return list(range(last + 1, last + 1 + number))
        cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [f'"{table}"'])
        (sequence,) = cursor.fetchone()  # looked up once: within the next question it would be for every key
        cursor.execute("SELECT nextval(%s::regclass) FROM generate_series(1, %s)", [sequence, number])
        return [key for (key,) in cursor]


def write(model: type[models.Model], columns: Mapping[str, Sequence[Any]], **same: Any) -> None:
    """Write the rows of a table given as ``columns``, by attribute name, each as long as the others.

    What is the ``same`` in every row is named once; whatever is not named takes the field's default. Nothing is looked
    at but by the database itself: its constraints hold, and the caller has checked everything else.
    """
    fields: list[Any] = [
        each for each in model._meta.concrete_fields if not each.primary_key or each.attname in columns
    ]
    ready: dict[str, Iterable[Any]] = {}
    for field in fields:
        if field.attname in columns:
            ready[field.column] = _driven(field, columns[field.attname])
        else:
            value = same.get(field.attname, field.get_default())
            ready[field.column] = repeat(field.get_db_prep_save(value, connection))
    if count := _count(columns):
        (_insert if connection.vendor == "sqlite" else _copy)(model._meta.db_table, ready, count)


def write_missing(model: type[models.Model], columns: Mapping[str, Sequence[Any]]) -> None:
    """Write those of the rows, given with all their columns, that are not there yet by what the table holds unique."""
    table, names = model._meta.db_table, ", ".join(f'"{name}"' for name in columns)
    if connection.vendor == "sqlite":
        _insert(table, columns, _count(columns), or_else="ON CONFLICT DO NOTHING")
        return
    kinds = {field.attname: field.db_type(connection) for field in model._meta.concrete_fields}
    lists = ", ".join(f"%s::{kinds[name]}[]" for name in columns)
    insert = f'INSERT INTO "{table}" ({names}) SELECT * FROM unnest({lists}) ON CONFLICT DO NOTHING'  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(insert, [list(values) for values in columns.values()])


def _count(columns: Mapping[str, Sequence[Any]]) -> int:
    return min((len(values) for values in columns.values()), default=0)


def change(model: type[models.Model], keys: Sequence[int], columns: Mapping[str, Sequence[Any]]) -> None:
    """Change some ``columns`` of the rows with these primary keys, each row in its own way."""
    fields: list[Any] = [model._meta.get_field(name) for name in columns]
    table, told = model._meta.db_table, [list(values) for values in columns.values()]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            sets = ", ".join(f'"{field.column}" = %s' for field in fields)
            rows = list(zip(*told, keys, strict=True))
            cursor.executemany(f'UPDATE "{table}" SET {sets} WHERE id = %s', rows)  # noqa: S608 - Django's own names
            return
        sets = ", ".join(f'"{field.column}" = new."{field.column}"' for field in fields)
        names = ", ".join(f'"{field.column}"' for field in fields)
        lists = ", ".join(f"%s::{field.db_type(connection)}[]" for field in fields)
        cursor.execute(
            f'UPDATE "{table}" SET {sets} FROM unnest(%s::bigint[], {lists}) AS new (id, {names}) '  # noqa: S608
            f'WHERE "{table}".id = new.id',
            [list(keys), *told],
        )


def _driven(field: models.Field, values: Sequence[Any]) -> Iterable[Any]:
    """The values as the driver takes them; most are so already."""
    moments = (models.DateField,) if connection.vendor == "postgresql" else ()
    if isinstance(field, (models.IntegerField, models.BooleanField, models.ForeignKey, models.CharField, *moments)):
        return values
    return [field.get_db_prep_save(value, connection) for value in values]


def _insert(table: str, columns: Mapping[str, Iterable[Any]], count: int, or_else: str = "") -> None:
    names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join(["%s"] * len(columns))
    rows = list(islice(zip(*columns.values(), strict=False), count))
    with connection.cursor() as cursor:
        cursor.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks}) {or_else}', rows)  # noqa: S608 - Django's own names


def _copy(table: str, columns: Mapping[str, Iterable[Any]], _: int) -> None:
    """COPY in its text format, where a template holds what is the same in every line."""
    names = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor, cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
        lines = copied(list(columns.values()))
        while some := "".join(islice(lines, _LINES)):
            copy.write(some)


def copied(columns: Sequence[Iterable[Any]]) -> Iterator[str]:
    """The rows as lines of COPY's text format."""
    same = [_shown(next(iter(each))) if isinstance(each, repeat) else None for each in columns]
    line = "\t".join("%s" if shown is None else shown.replace("%", "%%") for shown in same) + "\n"
    varying = [_texts(each) for each in columns if not isinstance(each, repeat)]
    return map(line.__mod__, zip(*varying, strict=True))


def _texts(values: Iterable[Any]) -> Iterable[Any]:
    """Numbers and moments are written as they stand; words are escaped, and nothing has a sign of its own."""
    known = list(values)
    kinds = set(map(type, known))
    if kinds == {str} and not _SPECIAL.search("".join(known)):
        return known
    return [_shown(value) for value in known] if kinds & _SHOWN else known


def _shown(value: Any) -> str:
    if value is None:
        return "\\N"
    if isinstance(value, bool):
        return "t" if value else "f"
    return value.translate(_ESCAPED) if isinstance(value, str) else str(value)


_SHOWN = {str, bool, type(None)}
