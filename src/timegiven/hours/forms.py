"""What is typed in about hours."""

from datetime import date

from timegiven.kernel.words import month
from timegiven.ui import forms


class SignFor(forms.Form):
    """A longer month for one person, by name."""

    month = forms.Pick("Which month?", missing="Choose the month")
    cap_minutes = forms.HoursMinutes("Up to how much in that month?", called="The time", missing="Enter the time")
    why = forms.Text(
        "Why?",
        hint="It is shown on the volunteer’s page, with your name",
        missing="Say why",
        max_length=200,
    )

    def __init__(self, *args: object, months: list[date], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["month"].choices = [(each.isoformat(), month(each)) for each in months]

    def clean_month(self) -> date:
        return date.fromisoformat(self.cleaned_data["month"])
