"""Whole numbers, amounts of money in pence, and lengths of time in minutes: never a float."""

import re

from django import forms

from timegiven.kernel import words
from timegiven.ui.forms.asked import Asked

_MONEY = re.compile(r"^£?\s?([0-9]{1,9})(?:\.([0-9]{1,2}))?$")
_PENCE = re.compile(r"^([0-9]{1,9})\s?p$")
_BETWEEN_THOUSANDS = re.compile(r"(?<=[0-9])[,\s](?=[0-9]{3}(?![0-9]))")


def ungrouped(typed: object) -> str:
    """1,204.50 without its comma; of 4,20 the comma stays, for that is four pounds twenty to some and 420 to nobody."""
    return _BETWEEN_THOUSANDS.sub("", "" if typed is None else str(typed).strip())


class _Counted(Asked):
    def __init__(
        self,
        label: str | None = None,
        *,
        min: int | None = 0,
        max: int | None = None,
        width: int = 5,
        prefix: str = "",
        suffix: str = "",
        inputmode: str = "numeric",
        **options: object,
    ) -> None:
        attrs = {"class": f"govuk-input--width-{width}", "inputmode": inputmode, "autocomplete": "off"}
        super().__init__(label, attrs=attrs, **options)
        self.min, self.max, self.prefix, self.suffix = min, max, prefix, suffix

    def spoken(self, number: int) -> str:
        return f"{number:,}"

    def within_limits(self, number: int) -> int:
        if self.min is not None and number < self.min:
            raise self.refuse(f"{{called}} must be {self.spoken(self.min)} or more")
        if self.max is not None and number > self.max:
            raise self.refuse(f"{{called}} must be {self.spoken(self.max)} or less")
        return number


class Whole(_Counted):
    """A whole number between ``min`` and ``max``."""

    widget = forms.TextInput

    def clean(self, value: object) -> int | None:
        typed = ungrouped(value)
        if not typed:
            return super().clean(None)
        if not re.fullmatch(r"-?[0-9]{1,12}", typed):
            raise self.refuse("{called} must be a whole number")
        return self.within_limits(int(typed))


class Pence(_Counted):
    """An amount of money, typed in pounds and kept in pence."""

    widget = forms.TextInput

    def __init__(self, label: str | None = None, **options: object) -> None:
        super().__init__(label, **{"prefix": "£", "inputmode": "decimal"} | options)

    def spoken(self, number: int) -> str:
        return words.pounds(number)

    def prepare_value(self, value: object) -> object:
        if not isinstance(value, int):
            return value
        return f"{value // 100}.{value % 100:02}" if value % 100 else str(value // 100)

    def clean(self, value: object) -> int | None:
        if isinstance(value, int):
            return self.within_limits(value)
        typed = ungrouped(value).lower()
        if not typed:
            return super().clean(None)
        return self.within_limits(self._pence(typed))

    def _pence(self, typed: str) -> int:
        if found := _PENCE.match(typed):
            return int(found[1])
        if found := _MONEY.match(typed):
            return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
        raise self.refuse("{called} must be an amount of money, like £5 or £2.85")


class HoursMinutesWidget(forms.MultiWidget):
    """Two boxes."""

    parts = (("hours", "Hours", 2), ("minutes", "Minutes", 2))

    def __init__(self, attrs: dict[str, str] | None = None) -> None:
        super().__init__({name: forms.TextInput for name, _, _ in self.parts}, attrs)

    def decompress(self, value: int | None) -> list[object]:
        return list(divmod(value, 60)) if isinstance(value, int) else [None, None]


class HoursMinutes(_Counted):
    """A length of time in hours and minutes, kept in minutes; ``min`` and ``max`` are minutes."""

    widget = HoursMinutesWidget
    autocomplete = ""

    def spoken(self, number: int) -> str:
        return words.duration(number)

    def clean(self, value: list[str] | int | None) -> int | None:
        parts = self.widget.decompress(value) if isinstance(value, int) else value or ["", ""]
        hours, minutes = ["" if part is None else str(part).strip() for part in parts]
        if not (hours or minutes):
            return super().clean(None)
        return self.within_limits(self._number(hours, "hours", 9999) * 60 + self._number(minutes, "minutes", 59))

    def _number(self, typed: str, part: str, most: int) -> int:
        if not re.fullmatch(r"[0-9]{0,4}", typed) or int(typed or 0) > most:
            wanted = "a number from 0 to 59" if part == "minutes" else "a whole number"
            raise self.refuse(f"{part.capitalize()} must be {wanted}", part)
        return int(typed or 0)
