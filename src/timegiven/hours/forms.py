"""What is typed in about hours."""

from datetime import date

from timegiven.hours.models import Entry
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


class AddTime(forms.Form):
    """Time that no report and no course tells of."""

    kind = forms.Radios(
        "What was it?",
        choices=[(kind.value, kind.label) for kind in Entry.ADDED],
        hints={
            "SUPERVISION": "Time with whoever looks after them.",
            "MEETING": "A meeting of volunteers, for example.",
        },
        missing="Choose what it was",
    )
    on = forms.NearDay("On which day?", called="The day", missing="Enter the day")
    minutes = forms.HoursMinutes("How long was it?", called="The time", missing="Enter how long it was", min=1, max=720)

    def __init__(self, *args: object, with_why: bool, **options: object) -> None:
        super().__init__(*args, **options)
        if with_why:
            self.fields["why"] = forms.Text(
                "Why does it come so late?",
                hint="The month is closed, so this shows beside it",
                missing="Say why it comes so late",
                max_length=200,
            )


class TakeBack(forms.Form):
    """Why time is taken back."""

    why = forms.Text(
        "Why is it taken back?",
        hint="For example, it was added twice",
        missing="Say why it is taken back",
        max_length=200,
    )


class Known(forms.Form):
    """Of which day the totals are to be."""

    known_on = forms.NearDay("As it was known at the end of which day?", called="The day", required=False)
