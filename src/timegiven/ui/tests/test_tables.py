"""Sheets that are sent in are read as plain cells, whatever is in them."""

import io
import zipfile
from datetime import datetime

import pytest
from openpyxl import Workbook

from timegiven.kernel.refusals import NotAllowed
from timegiven.ui import tables


def _workbook(*rows):
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def test_a_workbook_gives_days_and_whole_numbers_as_people_write_them():
    content = _workbook(["Name", "On", "Minutes"], ["Zoë", datetime(2007, 4, 24), 90.0], [None, None, None])  # noqa: DTZ001

    assert tables.read(content) == [["Name", "On", "Minutes"], ["Zoë", "2007-04-24", "90"]]


@pytest.mark.parametrize(
    ("content", "cells"),
    [
        ("Name,On\r\nZoë,24/4/2007\r\n".encode(), ["Zoë", "24/4/2007"]),
        ("\ufeffName;On\nZoë;24/4/2007".encode(), ["Zoë", "24/4/2007"]),
        ("Name\tOn\nZoë\t24/4/2007".encode("utf-16"), ["Zoë", "24/4/2007"]),
        ("Name,On\nZoë,24/4/2007".encode("cp1252"), ["Zoë", "24/4/2007"]),
        (b'Name,On\n"two\nlines, one cell",x', ["two lines, one cell", "x"]),
        (b"Name,On\n=1+1,@SUM(A1)", ["=1+1", "@SUM(A1)"]),
    ],
)
def test_text_in_the_ways_that_programs_save_it(content, cells):
    assert tables.read(content)[1] == cells


def test_a_formula_is_read_and_never_worked_out():
    assert tables.read(_workbook(["Name"], ["=1+1"]))[1:] == []  # nobody has worked it out, so there is nothing


def _changed(*changes):
    """A workbook of two cells in whose page some words were changed by somebody who means no good."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_workbook(["Name", "x"]))) as whole, zipfile.ZipFile(out, "w") as packed:
        for each in whole.namelist():
            words = whole.read(each).decode()
            for old, new in changes if "sheet1.xml" in each else ():
                assert old in words
                words = words.replace(old, new)
            packed.writestr(each, words)
    return out.getvalue()


def _row(number, column, said):
    cell = f'<c r="{column}{number}" t="inlineStr"><is><t>{said}</t></is></c>'
    return "</sheetData>", f'<row r="{number}">{cell}</row></sheetData>'


def test_a_workbook_that_says_it_is_very_wide_is_not_filled_up():
    table = tables.read(_changed(("A1:B1", "A1:XFD2000"), _row(2_000, "A", "Zoë")))

    assert (len(table), table[-1]) == (2_000, ["Zoë"])


def test_a_workbook_that_makes_words_of_words_of_words_is_refused():
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    laughs = ("<worksheet ", f'<!DOCTYPE x [<!ENTITY l0 "ha">{lines}]><worksheet ')

    with pytest.raises(NotAllowed, match="We have not read this file"):
        tables.read(_changed(laughs, _row(2, "A", "&l9;")))


def _bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b" " * (tables.LARGEST + 1))
    return out.getvalue()


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"\x00\x01\x02", b"\xff\xfe\x00", _bomb()])
def test_what_is_no_sheet_is_refused_in_plain_words(content):
    with pytest.raises(NotAllowed, match="We have not read this file"):
        tables.read(content)


def test_a_sheet_that_is_too_long_is_refused():
    with pytest.raises(NotAllowed, match="more than 20,000 rows"):
        tables.read(b"a\n" * (tables.MOST_ROWS + 1))


def test_nothing_is_an_empty_table():
    assert tables.read(b"") == []
