"""Days and times of the week, typed in line by line."""

from collections.abc import Sequence

from timegiven.placements.rules import WEEKDAYS, Time
from timegiven.ui import forms

LINES = 3


class Times(forms.Form):
    """Up to three times of the week; a line without a day is left out."""

    def __init__(self, *args: object, known: Sequence[Time] = (), **options: object) -> None:
        super().__init__(*args, **options)
        days = [("", "No day"), *((str(number), name) for number, name in enumerate(WEEKDAYS))]
        for line in range(1, LINES + 1):
            at = known[line - 1] if len(known) >= line else None
            self.fields[f"day_{line}"] = forms.Pick(
                "Day", choices=days, required=line == 1, empty="No day", missing="Choose the first day"
            )
            for name, hint in (("from", "Such as 10am"), ("until", "Such as 2pm")):
                missing = f"Enter {name} what time"
                clock = forms.Clock(name.title(), required=line == 1, missing=missing, hint=hint)
                self.fields[f"{name}_{line}"] = clock
            self.fields[f"optional_{line}"] = forms.Confirm("Only if it suits that week", required=False)
            if at and not self.is_bound:
                typed = {"day": str(at.weekday), "from": at.starts, "until": at.ends, "optional": at.is_optional}
                self.initial |= {f"{name}_{line}": value for name, value in typed.items()}

    def lines(self) -> list[tuple]:
        """The boxes of each line, for the page."""
        names = ("day", "from", "until", "optional")
        return [(line, *(self[f"{name}_{line}"] for name in names)) for line in range(1, LINES + 1)]

    def clean(self) -> dict:
        typed = super().clean() or {}
        for line in range(1, LINES + 1):
            for name in ("from", "until"):
                key = f"{name}_{line}"
                if typed.get(f"day_{line}") and not typed.get(key) and key not in self.errors:
                    self.add_error(key, f"Enter {name} what time on {WEEKDAYS[int(typed[f'day_{line}'])]}")
        return typed

    def times(self) -> list[Time]:
        """The lines with a day, as the service wants them."""
        typed = self.cleaned_data
        return [
            Time(int(day), typed[f"from_{line}"], typed[f"until_{line}"], bool(typed[f"optional_{line}"]))
            for line in range(1, LINES + 1)
            if (day := typed.get(f"day_{line}"))
        ]
