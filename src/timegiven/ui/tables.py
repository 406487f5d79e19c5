"""Sheets that are sent in: a workbook or comma-separated text, read as plain cells and never run."""

import csv
import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from itertools import islice
from typing import Any

from openpyxl import load_workbook

from timegiven.kernel.refusals import NotAllowed

KINDS = ("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
MOST_ROWS, MOST_COLUMNS = 20_000, 60
LARGEST = 60 * 1024 * 1024  # bytes of a workbook once it is unpacked: a small file may hold a very large one
_WORKBOOK = b"PK\x03\x04"


def read(content: bytes) -> list[list[str]]:
    """The rows of the first page as texts, without the empty ones at its end. Days are written 2007-04-24."""
    rows = _workbook(content) if content.startswith(_WORKBOOK) else _text(content)
    table = [_trimmed([_said(cell) for cell in islice(row, MOST_COLUMNS)]) for row in islice(rows, MOST_ROWS + 1)]
    while table and not table[-1]:
        table.pop()
    if len(table) > MOST_ROWS:
        raise NotAllowed(
            f"We have not read this sheet: it has more than {MOST_ROWS:,} rows.",
            next_step="Divide it into several sheets.",
        )
    return table


def _trimmed(row: list[str]) -> list[str]:
    """A row without the empty cells at its end."""
    while row and not row[-1]:
        row.pop()
    return row


def _unreadable() -> NotAllowed:
    return NotAllowed(
        "We have not read this file: it is neither a workbook of today’s kind (.xlsx) nor comma-separated text (.csv).",
        next_step="Open it in your spreadsheet program, choose “Save as”, and pick one of these two.",
    )


def _workbook(content: bytes) -> Iterable[Iterable[Any]]:
    # Whatever is wrong inside a file that was sent in, whoever sent it is told the same.
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            unpacked = sum(each.file_size for each in packed.infolist())
        if unpacked <= LARGEST:
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            # The file may say that it is very wide: rows are never filled up to that.
            rows = book.worksheets[0].iter_rows(values_only=True, max_col=MOST_COLUMNS)
            return list(islice(rows, MOST_ROWS + 1))
    except Exception as trouble:
        raise _unreadable() from trouble
    raise _unreadable()


def _text(content: bytes) -> Iterable[Iterable[Any]]:
    if b"\x00" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _unreadable()
    words = _decoded(content)
    first = words.partition("\n")[0]
    between = max(",;\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(words, newline=""), delimiter=between))
    except csv.Error as trouble:
        raise _unreadable() from trouble


def _decoded(content: bytes) -> str:
    for code in ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252"):
        try:
            return content.decode(code)
        except UnicodeDecodeError:
            continue
    raise _unreadable()


def _said(cell: Any) -> str:
    """A cell in words: a whole number without its ".0", a day without its midnight."""
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d}"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str("" if cell is None else cell).replace("\x00", "").split())[:400]
