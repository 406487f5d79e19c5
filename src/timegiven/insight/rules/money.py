"""What the programme is planned to cost and what it has received, by financial year, in whole pence."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass
class Year:
    """One financial year, from April to March: its rows and what they come to."""

    name: str
    planned: list[Any] = field(default_factory=list)
    received: list[Any] = field(default_factory=list)
    planned_pence: int = 0
    received_pence: int = 0


def financial_year(year: int) -> str:
    """2008/9, as the year from April 2008 to March 2009 is called; 2099/2100 in full."""
    after = year + 1
    return f"{year}/{after if after % 100 == 0 else after % 100}"


def financial_year_of(day: date) -> int:
    """The year in which the financial year of a day began."""
    return day.year if day.month >= 4 else day.year - 1


def years_of(rows: Iterable[Any]) -> list[Year]:
    """The rows by financial year, the earliest first, each with its sums: pence are added as whole numbers."""
    found: dict[int, Year] = {}
    for row in rows:
        year = found.setdefault(row.year, Year(financial_year(row.year)))
        if row.is_received:
            year.received.append(row)
            year.received_pence += row.pence
        else:
            year.planned.append(row)
            year.planned_pence += row.pence
    return [found[year] for year in sorted(found)]
