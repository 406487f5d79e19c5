"""A task that somebody would like added, and the answer."""

from collections.abc import Sequence
from typing import Any

from timegiven.library import rules
from timegiven.library.forms.tasks import Marked
from timegiven.ui import forms


class AskForTask(forms.Form):
    """The task in a short sentence, and why."""

    unit = forms.Pick("For which unit?", missing="Choose the unit")
    task = forms.Text(
        "Which task?",
        called="The task",
        missing="Enter the task",
        hint="A short sentence that begins with what one does. For example: Wheel full boxes to the yard.",
        max_length=200,
    )
    why = forms.LongText("Why would it help?", hint="You may leave this empty", required=False, rows=3, max_length=1000)

    def __init__(self, *args: Any, units: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].choices = units
        if len(units) == 1:
            self.initial.setdefault("unit", units[0][0])

    def clean(self) -> None:
        for name in ("task", "why"):
            if name in self.cleaned_data:
                self.cleaned_data[name] = rules.tidied(self.cleaned_data[name])


class TakeUpTask(Marked):
    """The task as it goes into the next version, with its marks."""

    text = forms.Text("The task, as it will stand in the profile", missing="Enter the task", max_length=200)
    field_order = ("text", "ticked")

    def clean_text(self) -> str:
        return rules.tidied(self.cleaned_data["text"])


class DeclineTask(forms.Form):
    """Why a task is not taken up."""

    why = forms.LongText(
        "Why not?",
        called="The reason",
        missing="Enter the reason",
        hint="Whoever asked will read it. For example: it is in the post clerk’s job description.",
        rows=3,
        max_length=1000,
    )
