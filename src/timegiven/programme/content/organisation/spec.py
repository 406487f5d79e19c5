"""What one place in the organisation tree holds, and one dated line of reporting between two of them."""

from dataclasses import dataclass
from datetime import date

KINDS = ("force", "group", "bcu", "borough", "ocu", "unit", "station")

DEMONSTRATION_DATES = (
    "The years in which branches and BCUs began are approximate and are for demonstration; "
    "a force enters its own dates."
)

BEGAN = date(2001, 8, 1)  # the programme's own first month: nothing earlier is ever asked for


@dataclass(frozen=True)
class UnitSpec:
    """One part of the force; `parent` is whom it answered to when it began. Periods are half-open."""

    code: str
    name: str
    kind: str
    parent: str
    from_on: date
    until_on: date | None = None
    postcode: str = ""
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    station: str = ""  # the code of the station that houses it


@dataclass(frozen=True)
class Line:
    """From one day until another, `unit` answers to `reports_to`."""

    unit: str
    reports_to: str
    from_on: date
    until_on: date | None = None
