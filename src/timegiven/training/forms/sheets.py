"""What is typed in when a sheet of completions is sent in and looked at."""

from collections.abc import Iterable
from typing import Any

from timegiven.library.models import ProfileVersion
from timegiven.programme.models import Unit
from timegiven.training import rules
from timegiven.ui import forms, tables


class Upload(forms.Form):
    """The sheet, and which role it was for."""

    file = forms.Attachment("Sheet", accept=tables.KINDS, hint="A workbook (.xlsx) or comma-separated text (.csv)")
    unit = forms.Pick("Sent in by", missing="Choose who sends it in")
    version = forms.Pick("Role it was for", required=False, hint="Leave this open for courses that everybody takes")

    def __init__(
        self, *args: object, units: Iterable[Unit], versions: Iterable[ProfileVersion], **options: object
    ) -> None:
        super().__init__(*args, **options)
        self.units = {each.reference: each for each in units}
        self.versions = {each.reference: each for each in versions}
        self.fields["unit"].choices = [(each.reference, each.name) for each in self.units.values()]
        self.fields["version"].choices = [
            ("", "For everyone, whatever their role"),
            *((each.reference, each.title) for each in self.versions.values()),
        ]
        if len(self.units) == 1:
            del self.fields["unit"]

    def facts(self) -> dict[str, Any]:
        """The answers as the service wants them; reading the file may be refused."""
        typed = self.cleaned_data
        unit = self.units[typed["unit"]] if "unit" in typed else next(iter(self.units.values()))
        return {
            "table": tables.read(typed["file"].read()),
            "name": typed["file"].name,
            "unit": unit,
            "version": self.versions.get(typed["version"]),
        }


class TakeIn(forms.Form):
    """Which of the rows that are ready are not wanted after all."""

    leave_out = forms.Text(
        "Rows to leave out",
        required=False,
        max_length=400,
        hint="Their numbers, for example 4, 17-20. Leave this empty to record every row that is ready.",
    )

    def clean_leave_out(self) -> set[int]:
        numbers = rules.sheets.read_numbers(self.cleaned_data["leave_out"])
        if numbers is None:
            raise self.fields["leave_out"].refuse("Write the numbers of the rows, for example 4, 17-20")
        return numbers
