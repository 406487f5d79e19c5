"""What is typed from a stack of paper: by keyboard alone, with everything kept that is the same on the next sheet."""

import re
from collections.abc import Sequence
from typing import Any

from timegiven.attendance.forms.reports import Report
from timegiven.ui import forms


class Sheet(Report):
    """One paper report. Whose it is comes first: a name, a pass number, or the code at the foot of the sheet."""

    tasks = None  # type: ignore[assignment]  # they are typed by number
    who = forms.Text(
        "Whose is it?",
        hint="Part of the name, the number of the pass, or the code at the foot of the sheet",
        called="Whose it is",
        missing="Enter a name, a pass number or a code",
        max_length=80,
        attrs={"autofocus": "autofocus", "autocomplete": "off"},
    )
    numbers = forms.Text(
        "Tasks ticked",
        hint="Their numbers, like 1 3",
        called="The tasks",
        required=False,
        max_length=60,
        width=10,
    )

    field_order = ("who", "which", "day", "starts", "ends", "is_long", "numbers", "something_else", "feeling")

    def __init__(self, *args: Any, found: Sequence[tuple[str, str]] = (), **options: Any) -> None:
        super().__init__(*args, tasks=(), **options)
        self.of_somebody_else()
        if len(found) > 1:
            self.fields["which"] = forms.Radios("Which of them?", choices=found, missing="Choose one of them")
            self.order_fields(self.field_order)

    def clean_numbers(self) -> list[int]:
        return [int(each) for each in re.findall(r"\d{1,3}", self.cleaned_data["numbers"] or "")]
