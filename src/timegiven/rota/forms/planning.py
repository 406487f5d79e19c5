"""What is typed in by those who plan duties."""

from collections.abc import Sequence

from timegiven.rota.models.patterns import DAYS
from timegiven.ui import forms

Choices = Sequence[tuple[str, str]]


class Plan(forms.Form):
    """Which role, and how often."""

    role = forms.Pick(
        "Which role, and where?",
        hint="Approved roles whose risk assessment is in date",
        missing="Choose a role",
        choices=[],
    )
    often = forms.Radios(
        "How often?",
        choices=[("once", "Once"), ("weekly", "Every week, or every other week")],
        missing="Choose how often",
    )

    def __init__(self, *args: object, roles: Choices, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["role"].choices = roles


class _Duty(forms.Form):
    """What every duty has."""

    least = forms.Whole(
        "How many people do you hope for?",
        called="The number of people you hope for",
        hint="With fewer, the unit does the task itself or leaves it",
        min=0,
        max=200,
        width=3,
    )
    most = forms.Whole(
        "How many people is there room for?", called="The number of people there is room for", min=1, max=200, width=3
    )
    tasks = forms.Checkboxes(
        "Which tasks of the role?", hint="Leave all of them empty for the whole role", choices=[], required=False
    )
    note = forms.Text(
        "Anything they should know",
        hint="For example, please ring the bell at the side door",
        required=False,
        max_length=200,
    )

    def __init__(self, *args: object, tasks: Choices, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["tasks"].choices = tasks


class Create(_Duty):
    """A new duty."""

    day = forms.NearDay("Day", missing="Enter the day")
    starts = forms.Clock("Start time", missing="Enter a start time")
    ends = forms.Clock(
        "End time",
        hint="For example, 2pm. An end before the start means the next day.",
        missing="Enter an end time",
    )
    is_draft = forms.Confirm(
        "Keep it as a draft, to publish it with others",
        hint="Only those who plan see a draft",
        required=False,
    )
    field_order = ("day", "starts", "ends", "least", "most", "tasks", "note", "is_draft")


class MakePattern(_Duty):
    """A duty that comes back."""

    weekdays = forms.Checkboxes(
        "On which days?", choices=[(str(number), day) for number, day in enumerate(DAYS)], missing="Choose a day"
    )
    every_weeks = forms.Radios(
        "How often?", choices=[("1", "Every week"), ("2", "Every other week")], missing="Choose how often"
    )
    starts = forms.Clock("Start time", missing="Enter a start time")
    ends = forms.Clock(
        "End time",
        hint="For example, 2pm. An end before the start means the next day.",
        missing="Enter an end time",
    )
    from_on = forms.NearDay("From which day?", called="The first day", missing="Enter the first day")
    field_order = ("weekdays", "every_weeks", "starts", "ends", "from_on", "least", "most", "tasks", "note")


class Change(_Duty):
    """Room, tasks and note of a duty that is there."""


class Move(forms.Form):
    """Another time for a duty."""

    day = forms.NearDay("Day", missing="Enter the day")
    starts = forms.Clock("Start time", missing="Enter a start time")
    ends = forms.Clock("End time", missing="Enter an end time")


class Offer(forms.Form):
    """Who is asked."""

    placements = forms.Checkboxes("Who would you like to ask?", missing="Choose at least one person", choices=[])

    def __init__(self, *args: object, people: Choices, hints: dict[str, str], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["placements"].choices = people
        self.fields["placements"].hints = hints


class Publish(forms.Form):
    """Which drafts."""

    duties = forms.Checkboxes("Which duties?", missing="Choose at least one duty", choices=[])

    def __init__(self, *args: object, duties: Choices, hints: dict[str, str], **options: object) -> None:
        super().__init__(*args, **options)
        gone = "Some of these are not drafts any more. Look at the list again"
        self.fields["duties"].error_messages["invalid_choice"] = gone
        self.fields["duties"].choices = duties
        self.fields["duties"].hints = hints


class Copy(forms.Form):
    """Into which week."""

    target = forms.NearDay("To the week that begins on which Monday?", called="The Monday", missing="Enter a Monday")
    with_people = forms.Confirm(
        "Note the same people on the copies, where they are free",
        hint="They are asked when you publish, in one letter each",
        required=False,
    )


class LayOut(forms.Form):
    """How far ahead."""

    first = forms.NearDay("From which day?", called="The first day", missing="Enter the first day")
    weeks = forms.Radios(
        "For how long?",
        choices=[("2", "Two weeks"), ("4", "Four weeks"), ("8", "Eight weeks")],
        missing="Choose for how long",
    )


class Cancel(forms.Form):
    """Why a duty is called off: sent to everybody who was asked."""

    why = forms.Text(
        "Why is it called off?",
        hint="Everybody who was asked reads this. Please name no one.",
        missing="Say why it is called off",
        max_length=200,
    )


class CancelDay(Cancel):
    """A whole day."""

    day = forms.NearDay("Which day?", called="The day", missing="Enter the day")
    field_order = ("day", "why")


class CancelSeries(Cancel):
    """A weekly pattern, from a day on."""

    first = forms.NearDay("From which day on?", called="The first day", missing="Enter the first day")
    field_order = ("first", "why")


class Area(forms.Form):
    """Whose rota is shown."""

    unit = forms.Pick("Whose rota?", choices=[], required=False)

    def __init__(self, *args: object, areas: Choices, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].choices = areas
