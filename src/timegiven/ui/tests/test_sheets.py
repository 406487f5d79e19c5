"""Sheets: what is typed stays a text, whatever program opens it."""

import csv
import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from timegiven.ui import sheets


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize(
    "typed",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1+1", "\u00a0=1", "|calc", "%0", "\uff1d1", "\uff20x"],
)
def test_what_would_be_run_is_put_behind_an_apostrophe(typed):
    assert read(sheets.sheet(["A"], [[typed]])) == [["A"], [f"'{typed}"]]


@pytest.mark.parametrize("typed", ["Plain", "a=b", "", 'He said "no", twice', "two\nlines", "a;b", "é ж 你"])
def test_other_text_stays_as_it_is(typed):
    assert read(sheets.sheet(["A", "B"], [[typed, 7]])) == [["A", "B"], [typed, "7"]]


def test_numbers_stay_numbers():
    assert sheets.safe(-3) == "-3"


def test_a_workbook_holds_texts_as_texts_and_amounts_as_numbers():
    content = sheets.workbook(["A", "B"], [["007", Decimal("2.85")], ["=1+1", "a\x0bb"]])

    rows = load_workbook(io.BytesIO(content)).active.iter_rows(min_row=2)

    assert [[(cell.value, cell.data_type) for cell in row] for row in rows] == [
        [("007", "s"), (2.85, "n")],
        [("'=1+1", "s"), ("ab", "s")],
    ]


def test_a_sheet_has_a_name_that_every_computer_accepts():
    response = sheets.download("x", 'Register "of"\r\n2007')

    assert response.headers["Content-Disposition"] == 'attachment; filename="register-of-2007.csv"'
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
