"""Sheets to download: comma-separated, and safe to open in a program that would take a text for a formula."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify

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


def download(text: str, name: str) -> HttpResponse:
    """A sheet for the reader to keep."""
    kept = f"{slugify(name)[:80].strip('-') or 'sheet'}.csv"
    named = content_disposition_header(as_attachment=True, filename=kept) or ""
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers={"Content-Disposition": named})
