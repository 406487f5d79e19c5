"""Sheets to download: comma-separated or a workbook, and safe where a text would be taken for a formula."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils import get_column_letter

# What a spreadsheet takes for the beginning of a formula, also behind a space or a line's end.
_FORMULA = tuple("=+-@\t\r\n|%")


def safe(value: object) -> str:
    """A cell's text; one that would be run is put behind an apostrophe, which spreadsheets do not show."""
    text = str(value).replace("\x00", "")
    if isinstance(value, int):
        return text
    # Also in their wide forms, which some programs take for the same.
    begins = unicodedata.normalize("NFKC", text.lstrip(" \u00a0\u3000")[:1])
    return f"'{text}" if begins in _FORMULA else text


def sheet(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The sheet as text, with a mark by which spreadsheets know that it is UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([safe(each) for each in headers])
    writer.writerows([safe(each) for each in row] for row in rows)
    return "\ufeff" + out.getvalue()


def workbook(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The same as a workbook, whose texts stay texts: a spreadsheet takes no nought from the front of 00123456."""
    book = Workbook(write_only=True)
    page = book.create_sheet()
    page.freeze_panes = "A2"
    for place in range(1, len(headers) + 1):
        page.column_dimensions[get_column_letter(place)].width = 20
    for row in (headers, *rows):
        page.append([_cell(page, each) for each in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(page: object, value: object) -> WriteOnlyCell:
    if isinstance(value, Decimal):
        cell = WriteOnlyCell(page, value)
        cell.number_format = "0.00"
        return cell
    cell = WriteOnlyCell(page, ILLEGAL_CHARACTERS_RE.sub("", safe(value)))
    cell.data_type, cell.number_format = "s", "@"  # a text, whatever is typed over it
    return cell


def download(text: str, name: str) -> HttpResponse:
    """A sheet for the reader to keep."""
    return _kept(text, f"{_slug(name)}.csv", "text/csv; charset=utf-8")


def download_workbook(content: bytes, name: str) -> HttpResponse:
    """A workbook for the reader to keep."""
    return _kept(content, f"{_slug(name)}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")


def _slug(name: str) -> str:
    return slugify(name)[:80].strip("-") or "sheet"


def _kept(content: str | bytes, name: str, kind: str) -> HttpResponse:
    named = content_disposition_header(as_attachment=True, filename=name) or ""
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": named})
