"""Read a sheet of sessions, from CSV or from a workbook, into rows of plain text."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import clock

COLUMNS = ("volunteer", "role", "day", "from", "to", "tasks", "how it went")
NEEDED = ("volunteer", "day", "from", "to")
MOST_ROWS = 20_000
MOST_UNPACKED = 200 * 1024 * 1024  # a small workbook can unpack to more than a machine holds


def read(content: bytes) -> list[dict[str, str]]:
    """The rows of a sheet, each a text by the name of its column; the first row names the columns."""
    lines = iter(_of_a_workbook(content) if content.startswith(b"PK") else _of_a_text(content))
    names = [cell.strip().lower() for cell in next(lines, [])]
    if absent := [name for name in NEEDED if name not in names]:
        raise NotAllowed(
            f"We have not read this sheet: it has no column called “{absent[0].capitalize()}”.",
            next_step="Download the empty sheet, and copy your sessions under its headings.",
        )
    rows = [dict(zip(names, line, strict=False)) for line in lines if any(cell.strip() for cell in line)]
    if len(rows) > MOST_ROWS:
        raise NotAllowed(
            f"We have not read this sheet: it has {len(rows):,} rows, and {MOST_ROWS:,} go in at once.",
            next_step="Divide it into several sheets.",
        )
    return [{name: row.get(name, "").strip() for name in COLUMNS} for row in rows]


def _of_a_text(content: bytes) -> Iterator[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")  # what older spreadsheet programs write
    first = text.partition("\n")[0]
    yield from csv.reader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",")


def _of_a_workbook(content: bytes) -> Iterator[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise NotAllowed("We have not read this workbook: it is too large.", next_step="Save it as CSV.")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, OSError, ValueError):
        raise NotAllowed(
            "We have not read this file: it is not a workbook that we understand.", next_step="Save it as CSV (UTF-8)."
        ) from None
    rows: Iterable[Sequence[object]] = book.worksheets[0].iter_rows(values_only=True)
    for row in rows:
        yield [_text(cell) for cell in row]


def _text(cell: object) -> str:
    """A cell as people would have typed it."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if not (cell.hour or cell.minute) else clock(cell.time())
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
