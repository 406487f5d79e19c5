"""Days and times of day, typed the way people write them."""

import re
from collections.abc import Callable
from datetime import date, time

from django import forms

from timegiven.kernel import words
from timegiven.kernel.time import YEARS
from timegiven.ui.forms.asked import Asked

_MONTHS = "january february march april may june july august september october november december".split()
_NUMBERS = re.compile(r"^([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4})$")
_ISO = re.compile(r"^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$")
_SPELT = re.compile(r"^(?:[a-z]+,? )?([0-9]{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? ([0-9]{4})$")
_CLOCK = re.compile(r"^([0-9]{1,2})(?:[:.]?([0-9]{2}))? ?(am|pm)?$")

Limit = date | Callable[[], date] | None


def two_digits(typed: str) -> int:
    """The number, or 0 for anything but one or two plain digits: the largest integers are nobody's birthday."""
    return int(typed) if re.fullmatch(r"[0-9]{1,2}", typed) else 0


def month_number(typed: str) -> int | None:
    """3 for "3", "03", "mar" or "March"; None for what is no month."""
    if number := two_digits(typed):
        return number if number <= 12 else None
    low = typed.lower().rstrip(".")
    return next((n for n, name in enumerate(_MONTHS, 1) if len(low) >= 3 and name.startswith(low)), None)


def a_date(year: int, month: int | None, day: int) -> date | None:
    """The date, or None when the calendar has no such day, or it lies in no year that anybody means."""
    try:
        return date(year, month or 0, day) if year in YEARS else None
    except ValueError:
        return None


class _WithinLimits(Asked):
    def __init__(
        self, label: str | None = None, *, earliest: Limit = None, latest: Limit = None, **options: object
    ) -> None:
        super().__init__(label, **options)
        self.earliest, self.latest = earliest, latest

    def within_limits(self, day: date) -> date:
        if (first := _now(self.earliest)) and day < first:
            raise self.refuse(f"{{called}} must be on or after {words.day(first)}")
        if (last := _now(self.latest)) and day > last:
            raise self.refuse(f"{{called}} must be on or before {words.day(last)}")
        return day


def _now(limit: Limit) -> date | None:
    return limit() if callable(limit) else limit


class DayWidget(forms.MultiWidget):
    """Three boxes."""

    parts = (("day", "Day", 2), ("month", "Month", 2), ("year", "Year", 4))

    def __init__(self, attrs: dict[str, str] | None = None) -> None:
        super().__init__({name: forms.TextInput for name, _, _ in self.parts}, attrs)

    def decompress(self, value: date | None) -> list[object]:
        return [value.day, value.month, value.year] if value else [None, None, None]


class Day(_WithinLimits):
    """A day that the person knows by heart, in three boxes."""

    widget = DayWidget

    def __init__(self, label: str | None = None, *, autocomplete: str = "", **options: object) -> None:
        super().__init__(label, **options)
        self.autocomplete = autocomplete

    def clean(self, value: list[str] | date | None) -> date | None:
        day, month, year = self._typed(value)
        if not (day or month or year):
            return super().clean(None)
        self._insist_on_all(day=day, month=month, year=year)
        if not re.fullmatch(r"[0-9]{4}", year):
            raise self.refuse("Year must include 4 numbers", "year")
        found = a_date(int(year), month_number(month), two_digits(day))
        if not found:
            raise self.refuse("{called} must be a real date", self._unreal(day, month, int(year)))
        return self.within_limits(found)

    def _typed(self, value: list[str] | date | None) -> list[str]:
        parts = self.widget.decompress(value) if isinstance(value, date) else value or ["", "", ""]
        return [str(part or "").strip() for part in parts]

    def _insist_on_all(self, **parts: str) -> None:
        absent = [name for name, typed in parts.items() if not typed]
        if absent:
            raise self.refuse("{called} must include a " + words.several(absent), "-".join(absent))

    def _unreal(self, day: str, month: str, year: int) -> str:
        if year not in YEARS:
            return "year"
        if not month_number(month):
            return "month"
        return "day-month-year" if 1 <= two_digits(day) <= 31 else "day"


class NearDayWidget(forms.TextInput):
    """One box, with a calendar beside it where the browser can show one."""


class NearDay(_WithinLimits):
    """A day of these weeks, typed or picked from a calendar."""

    widget = NearDayWidget

    def __init__(self, label: str | None = None, *, hint: str = "For example, 17/5/2027", **options: object) -> None:
        super().__init__(label, hint=hint, attrs={"class": "govuk-input--width-10", "autocomplete": "off"}, **options)

    def prepare_value(self, value: object) -> object:
        return f"{value.day}/{value.month}/{value.year}" if isinstance(value, date) else value

    def clean(self, value: object) -> date | None:
        if isinstance(value, date):
            return self.within_limits(value)
        typed = " ".join(str(value or "").split())
        if not typed:
            return super().clean(None)
        found = read_day(typed)
        if not found:
            raise self.refuse("{called} must be a real date, like 17/5/2027")
        return self.within_limits(found)


def read_day(typed: str) -> date | None:
    """The day meant by 24/11/2026, 2026-11-24, 24 November 2026 or Tuesday 24 Nov 2026; None when unclear."""
    low = typed.lower()
    if found := _ISO.match(low):
        return a_date(int(found[1]), month_number(found[2]), int(found[3]))
    found = _NUMBERS.match(low) or _SPELT.match(low)
    return a_date(int(found[3]), month_number(found[2]), int(found[1])) if found else None


class Clock(Asked):
    """A time of day."""

    widget = forms.TextInput

    def __init__(
        self, label: str | None = None, *, hint: str = "For example, 10am or 2:30pm", **options: object
    ) -> None:
        super().__init__(label, hint=hint, attrs={"class": "govuk-input--width-5", "autocomplete": "off"}, **options)

    def prepare_value(self, value: object) -> object:
        return words.clock(value) if isinstance(value, time) else value

    def clean(self, value: object) -> time | None:
        typed = " ".join(str(value or "").split())
        if isinstance(value, time) or not typed:
            return super().clean(value or None)
        found = read_clock(typed)
        if found is None:
            raise self.refuse("{called} must be a time, like 10am or 2:30pm")
        return found


def read_clock(typed: str) -> time | None:
    """The time meant by 10am, 10:00, 2.30 pm, 1430, midday or midnight; None when it is unclear, as a bare 10 is."""
    low = typed.lower().replace("a.m.", "am").replace("p.m.", "pm")
    if low in ("midday", "noon", "midnight"):
        return time(0) if low == "midnight" else time(12)
    found = _CLOCK.match(low)
    if not found or not (found[2] or found[3]):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
