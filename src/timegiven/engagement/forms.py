"""What is typed in about letters, thanks, meetings and ideas."""

from collections.abc import Mapping, Sequence
from typing import Any

from timegiven.engagement.models import Idea, Invitation
from timegiven.engagement.rules import ALSO_AFTER, NO, WHILE
from timegiven.kernel.time import london_span
from timegiven.programme.models import Unit
from timegiven.ui import forms


class Check(forms.Form):
    code = forms.Text(
        "Check code",
        hint="20 letters and digits at the foot of the letter",
        missing="Enter the check code",
        max_length=60,
        autocomplete="off",
    )


class Thank(forms.Form):
    how = forms.Text(
        "How did you thank them?",
        hint="For example, in person at the counter, by telephone, a card",
        missing="Write how you thanked them",
        max_length=200,
    )


class Sure(forms.Form):
    """A page with a button alone."""


PURPOSES = (
    ("support", "Support: to talk, ask, and meet fellow volunteers"),
    ("training", "Training: to learn something together"),
    ("information", "News: what is going on"),
)


class ArrangeMeeting(forms.Form):
    """When, where and what for."""

    borough = forms.Pick("Whose volunteers?", missing="Choose the borough")
    day = forms.NearDay("Day", missing="Enter the day")
    starts = forms.Clock("It starts at", missing="Enter when it starts")
    ends = forms.Clock("It ends at", missing="Enter when it ends")
    place = forms.Text("Where", max_length=200, hint="The address and the room", missing="Enter where it is")
    purposes = forms.Checkboxes("What is it for?", choices=PURPOSES, missing="Choose what it is for")
    about = forms.LongText(
        "What would you like to say about it?",
        hint="It stands in the invitation: how to get in, something to eat, what there is to look forward to",
        required=False,
        max_length=1000,
        rows=3,
    )

    def __init__(self, *args: object, boroughs: Mapping[str, Unit], **options: object) -> None:
        super().__init__(*args, **options)
        self.boroughs = boroughs
        self.fields["borough"].choices = [(reference, unit.name) for reference, unit in boroughs.items()]
        if len(boroughs) == 1:
            del self.fields["borough"]

    def facts(self) -> dict[str, Any]:
        """The answers as the service wants them."""
        typed = dict(self.cleaned_data)
        starts_at, ends_at = london_span(typed.pop("day"), typed.pop("starts"), typed.pop("ends"))
        borough = self.boroughs[typed.pop("borough")] if "borough" in typed else next(iter(self.boroughs.values()))
        return typed | {"borough": borough, "starts_at": starts_at, "ends_at": ends_at}


class AnswerMeeting(forms.Form):
    answer = forms.Radios(
        "Would you like to come?",
        hint="You need not answer, and you can change it until the meeting begins",
        choices=Invitation.Answer.choices,
        missing="Choose an answer, or leave the page as it is",
    )


class HoldMeeting(forms.Form):
    """Who came, and what was shared."""

    came = forms.Checkboxes("Who came?", required=False, choices=[])
    news = forms.LongText(
        "What was shared?",
        hint="Everybody who was invited gets it by letter, those who could not come as well. Please name nobody.",
        required=False,
        max_length=4000,
        rows=5,
    )

    def __init__(self, *args: object, invited: Sequence[tuple[str, str]], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["came"].choices = invited


class AnswerIdea(forms.Form):
    """What becomes of an idea."""

    status = forms.Radios(
        "What becomes of it?",
        choices=[(each.value, each.label) for each in Idea.ANSWERS],
        missing="Choose what becomes of it",
    )
    words = forms.LongText(
        "What would you like to tell them?",
        hint="What happens next, or why not for now",
        missing="Write what becomes of it",
        max_length=2000,
        rows=3,
    )
    line = forms.Text(
        "One line for the other volunteers",
        hint="In your words and without a name. Leave it empty, and only they read your answer.",
        required=False,
        max_length=160,
    )


HEARING = {
    NO: "Not at the moment",
    WHILE: "Yes, while I volunteer",
    ALSO_AFTER: "Yes, and for a while after I have left",
}


class Hear(forms.Form):
    """Whether to hear when the force recruits."""

    wish = forms.Radios("Would you like to hear of it?", missing="Choose an answer, or leave the page as it is")

    def __init__(self, *args: object, is_own: bool, has_left: bool, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["wish"].choices = [pair for pair in HEARING.items() if not has_left or pair[0] != WHILE]
        if not is_own:
            self.fields["wish"].label = "What did they tell you?"


class Recruitment(forms.Form):
    """What the force is looking for."""

    title = forms.Text("What is it about?", hint="For example, the force recruits police officers", max_length=120)
    words = forms.LongText(
        "What would you like to say?",
        hint="What is looked for, until when, and where to read more. Please promise nothing.",
        missing="Write what you would like to say",
        max_length=4000,
        rows=8,
    )
    sure = forms.Confirm("Send it to everybody who asked")
