"""What is typed in at a major incident."""

from collections.abc import Sequence

from timegiven.rota.models import CallOut as CalledOut
from timegiven.ui import forms

Choices = Sequence[tuple[str, str]]
WITHIN = [("30", "Half an hour"), ("60", "An hour"), ("120", "Two hours"), ("240", "Four hours"), ("1440", "A day")]


class OpenIncident(forms.Form):
    """What has happened, and where."""

    name = forms.Text(
        "What has happened?",
        called="What has happened",
        hint="In a few words that volunteers may read, for example Flood in Camden Town. Please name no one.",
        missing="Say in a few words what has happened",
        max_length=80,
    )
    area = forms.Pick("Where are volunteers called out?", missing="Choose a borough", choices=[])
    note = forms.LongText(
        "Is there anything that volunteers should know?",
        called="What volunteers should know",
        hint="They read it when they are asked. Nothing that is not for everybody.",
        rows=3,
        max_length=300,
        required=False,
    )

    def __init__(self, *args: object, areas: Choices, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["area"].choices = list(areas)


class Look(forms.Form):
    """Which part of the board is shown, and how near is near."""

    unit = forms.Pick("Which borough?", choices=[], required=False)
    within = forms.Pick("Within how many miles?", choices=[], required=False)

    def __init__(self, *args: object, areas: Choices, reaches: Choices, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["within"].choices = list(reaches)
        if len(areas) > 1:
            self.fields["unit"].choices = list(areas)
        else:
            del self.fields["unit"]


class CallOut(forms.Form):
    """For what, when, how many, until when an answer is in time, and who is asked."""

    kind = forms.Radios("What would they do?", choices=CalledOut.Kind.choices, missing="Choose what they would do")
    day = forms.NearDay("Day", missing="Enter the day")
    starts = forms.Clock("Start time", missing="Enter a start time")
    ends = forms.Clock("End time", hint="An end before the start means the next day", missing="Enter an end time")
    places = forms.Whole("How many people are needed?", called="The number of people", min=1, max=200, width=3)
    within = forms.Radios(
        "How long do they have to answer?", choices=WITHIN, missing="Choose how long they have", inline=True
    )
    placements = forms.Checkboxes("Who would you like to ask?", missing="Choose at least one person", choices=[])

    def __init__(self, *args: object, people: Choices, hints: dict[str, str], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["placements"].choices = list(people)
        self.fields["placements"].hints = hints


class StandDown(forms.Form):
    """A word of thanks."""

    words = forms.LongText(
        "Would you like to add a word of thanks?",
        called="The word of thanks",
        hint="Everybody who was asked reads it. We thank them in any case.",
        rows=3,
        max_length=300,
        required=False,
    )
