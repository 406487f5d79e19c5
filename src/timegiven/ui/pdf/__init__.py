"""Documents to keep: tagged PDFs in the house look, set on this machine from a template and plain data."""

import json
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from timegiven.kernel import words
from timegiven.ui.pdf.letters import showable, without

CHAPTERS = Path(__file__).resolve().parents[2]
MARKING = "Not protectively marked"
PERSONAL = "Personal data: keep it under lock"
MOST_TRIES = 8


class NotSet(Exception):
    """A template that cannot be set: a mistake of ours, never of whoever typed the data."""


def make(template: str, data: dict[str, Any], *, at: datetime) -> bytes:
    """The document `<chapter>/pdf/<name>.typ` of `data`, printed `at`.

    `data` must have a title, and may have a reference and a marking. Days, moments and lazy texts become words;
    every text stays text, whatever is in it.
    """
    chapter, name = template.split("/")
    source = CHAPTERS / chapter / "pdf" / f"{name}.typ"
    frame = {"name": settings.SITE_NAME, "owner": settings.SITE_OWNER, "printed": f"{words.day(at)}, {words.clock(at)}"}
    told = {"reference": "", "marking": MARKING, **data, "frame": frame}
    return _set(source, json.dumps(_plain(told), ensure_ascii=False), at)


def download(content: bytes, name: str) -> HttpResponse:
    """A document for the reader to keep, under a name that every computer accepts."""
    kept = f"{slugify(name)[:80].strip('-') or 'document'}.pdf"
    named = content_disposition_header(as_attachment=True, filename=kept) or ""
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": named})


def _set(source: Path, told: str, at: datetime) -> bytes:
    """A letter that no typeface here can draw may not stand in an accessible document: it is told by its name."""
    for _ in range(MOST_TRIES):
        try:
            return _compile(source, told, at)
        except typst.TypstError as trouble:
            fewer = without(told, trouble.message)
            if fewer == told:  # a plain letter, with a mark of another script on it: which of them is not said
                fewer = without(told, None)
            if fewer == told:
                raise NotSet(f"{source.name}: {trouble}") from trouble
            told = fewer
    return _compile(source, without(told, None), at)


def _compile(source: Path, told: str, at: datetime) -> bytes:
    # The root is as far as a template can read; nothing is fetched and nothing of the machine is looked at.
    return typst.compile(
        str(source),
        root=str(CHAPTERS),
        font_paths=_typefaces(),
        ignore_system_fonts=True,
        package_path=str(CHAPTERS / "ui" / "pdf"),
        package_cache_path=str(CHAPTERS / "ui" / "pdf"),
        sys_inputs={"data": told},
        pdf_standards=["ua-1"],
        timestamp=int(at.timestamp()),
    )


@cache
def _typefaces() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(settings.TYPEFACES)])


def _plain(value: Any) -> Any:
    """What a template understands: texts, numbers, lists and names of these."""
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, datetime):
        return f"{words.day(value)}, {words.clock(value)}"
    return words.day(value) if isinstance(value, date) else showable(str(value))
