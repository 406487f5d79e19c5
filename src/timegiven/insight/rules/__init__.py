"""What a report to a committee must hold, and how people are counted in it so that nobody can be picked out."""

from timegiven.insight.rules.counting import Row, age_bands, rounded, rows_told, said
from timegiven.insight.rules.money import Year, financial_year, financial_year_of, years_of
from timegiven.insight.rules.reporting import (
    PARTS,
    Missing,
    Part,
    check_as_on,
    check_assessed_on,
    check_complete,
    check_may_correct,
    check_once,
    missing,
)

__all__ = [
    "PARTS",
    "Missing",
    "Part",
    "Row",
    "Year",
    "age_bands",
    "check_as_on",
    "check_assessed_on",
    "check_complete",
    "check_may_correct",
    "check_once",
    "financial_year",
    "financial_year_of",
    "missing",
    "rounded",
    "rows_told",
    "said",
    "years_of",
]
