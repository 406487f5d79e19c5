"""What is typed in about duties."""

from collections.abc import Sequence

from timegiven.ui import forms


class Create(forms.Form):
    """A new duty."""

    role = forms.Pick(
        "Which role, and where?",
        hint="Approved roles whose risk assessment is in date",
        missing="Choose a role",
        choices=[],
    )
    day = forms.NearDay("Day", missing="Enter the day")
    starts = forms.Clock("Start time", missing="Enter a start time")
    ends = forms.Clock(
        "End time",
        hint="For example, 2pm. An end before the start means the next day.",
        missing="Enter an end time",
    )
    places = forms.Whole("How many people would you welcome?", called="The number of people", min=1, max=200, width=3)
    note = forms.Text(
        "Anything they should know",
        hint="For example, please ring the bell at the side door",
        required=False,
        max_length=200,
    )

    def __init__(self, *args: object, roles: Sequence[tuple[str, str]], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["role"].choices = roles


class Offer(forms.Form):
    """Who is asked."""

    placements = forms.Checkboxes("Who would you like to ask?", missing="Choose at least one person", choices=[])

    def __init__(self, *args: object, people: Sequence[tuple[str, str]], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["placements"].choices = people


class Cancel(forms.Form):
    """Why a duty is called off: sent to everybody who was asked."""

    why = forms.Text(
        "Why is it called off?",
        hint="Everybody who was asked reads this. Please name no one.",
        missing="Say why it is called off",
        max_length=200,
    )


class Area(forms.Form):
    """Whose month is shown."""

    unit = forms.Pick("Whose rota?", choices=[], required=False)

    def __init__(self, *args: object, areas: Sequence[tuple[str, str]], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].choices = areas
