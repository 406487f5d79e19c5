"""What is said when a profile moves from one desk to another."""

from typing import Any

from django import forms as django_forms

from timegiven.library.models import View
from timegiven.ui import forms


class Submit(forms.Form):
    """Put to the Steering Group."""

    why = forms.LongText("A note for the Steering Group", required=False, rows=3, max_length=1000)


class Decide(forms.Form):
    """One member's view, on the paper that they have read."""

    answer = forms.Radios(
        "What is your view?",
        choices=View.Answer.choices,
        hints={
            "APPROVE": "The profile is approved when enough members, the staff side among them, have said so",
            "RETURN": "It goes back to the MVP Manager at once, with your points",
        },
        missing="Choose to approve or to return",
    )
    reason = forms.LongText(
        "Your reason, or the points to be answered",
        hint="You may leave it empty if you approve. The unit and the MVP Manager will read it.",
        missing="Enter the points to be answered",
        max_length=2000,
    )
    round = django_forms.IntegerField(widget=django_forms.HiddenInput)

    def clean(self) -> None:
        if self.cleaned_data.get("answer") != View.Answer.RETURN:
            self.errors.pop("reason", None)
            self.cleaned_data.setdefault("reason", "")


class TakeUp(forms.Form):
    """Open again, to answer the points: a button alone."""


class Revise(forms.Form):
    """Why a new version is wanted."""

    why = forms.LongText(
        "What should change, and why?",
        called="What should change",
        missing="Enter what should change and why",
        hint="For example: add “label the boxes”, because the labels are done last each week",
        rows=3,
        max_length=1000,
    )


class Retire(forms.Form):
    """Why a role is taken out of use; of one that was in force also whether anybody may copy it."""

    why = forms.LongText(
        "Why?",
        called="The reason",
        missing="Enter the reason",
        hint="For those who look later",
        rows=3,
        max_length=1000,
    )
    is_for_cause = forms.YesNo(
        "Was it unsafe, or did it take the place of a paid job?",
        hint="If so, no other unit can copy it",
        required=False,
    )

    def __init__(self, *args: Any, in_force: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not in_force:
            del self.fields["is_for_cause"]
