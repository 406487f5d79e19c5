"""What the MVP Manager types in about sessions of others."""

from timegiven.attendance.models import Query
from timegiven.ui import forms


class Void(forms.Form):
    """Why a report is taken back."""

    why = forms.Text(
        "Why is it taken back?",
        hint="For example, it was reported twice",
        missing="Say why it is taken back",
        max_length=200,
    )


class LeaveOut(forms.Form):
    """Why a late report is not added."""

    why = forms.Text(
        "Why can it not be added?",
        hint="The volunteer reads this",
        missing="Say why it cannot be added",
        max_length=200,
    )


class Answer(forms.Form):
    """Whether what was done beyond the profile is covered."""

    answer = forms.Radios(
        "Is it covered?",
        choices=Query.Answer.choices,
        hints={
            "WITHIN": "The insurance covers it as it is.",
            "ADDED": "A good idea: it is assessed for risk and put to the Steering Group as a new version.",
            "NOT_COVERED": "The insurance does not cover it. The time still counts.",
        },
        missing="Choose one of the three",
    )
    words = forms.LongText("A few words to the volunteer", required=False, max_length=1000, rows=3)


class Choice(forms.Form):
    """Some of a list, by their references."""

    def __init__(self, *args: object, choices: list[tuple[str, str]], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["chosen"] = forms.Checkboxes("Sessions", choices=choices, missing="Tick at least one session")


class Upload(forms.Form):
    """A sheet of sessions."""

    sheet = forms.Attachment(
        "The sheet",
        hint="CSV or XLSX, up to 20,000 rows",
        accept=("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        max_bytes=8 * 1024 * 1024,
        missing="Choose the sheet",
    )
