"""Tasks: each a short sentence with its marks."""

from typing import Any

from django import forms as django_forms
from django.core.exceptions import ValidationError

from timegiven.library import rules
from timegiven.ui import forms

LONGEST_TASK = 200
CHOICES = [(mark.field, mark.ticked) for mark in rules.MARKS] + [
    (rules.MPS_VEHICLE, "The volunteer drives a police vehicle")
]
HINTS = {mark.field: mark.means[:1].upper() + mark.means[1:] for mark in rules.MARKS} | {
    rules.MPS_VEHICLE: "This is never possible"
}


class Marked(forms.Form):
    """The marks, for one task or for all that are added together."""

    ticked = forms.Checkboxes("What is to be known about it?", choices=CHOICES, hints=HINTS, required=False)

    @property
    def marks(self) -> dict[str, bool]:
        return dict.fromkeys(self.cleaned_data["ticked"], True)


def _short(number: int, task: str) -> str:
    if len(task) > LONGEST_TASK:
        raise ValidationError(f"Task {number} must be {LONGEST_TASK} characters or fewer")
    return task


class AddTasks(Marked):
    """One task, or several lines of them that share their marks."""

    tasks = forms.LongText(
        "Tasks to add",
        hint="One on each line, a short sentence that begins with what one does: “Label the boxes.” "
        "You may paste a list. Every line gets the marks that you tick below.",
        missing="Enter at least one task",
        rows=4,
    )
    field_order = ("tasks", "ticked")

    def clean_tasks(self) -> list[str]:
        lines = rules.lines_of(self.cleaned_data["tasks"])
        if not lines:
            raise ValidationError("Enter at least one task")
        return [_short(number, line) for number, line in enumerate(lines, start=1)]


class ChangeTask(Marked):
    """One task in other words, or with other marks."""

    text = forms.Text("The task", missing="Enter the task, or go back and remove it")
    was = django_forms.CharField(required=False, widget=django_forms.HiddenInput)
    field_order = ("text", "ticked", "was")

    def clean_text(self) -> str:
        return _short(1, rules.tidied(self.cleaned_data["text"]))


class MoveTask(forms.Form):
    """The buttons beside a task: up, down."""

    position = django_forms.IntegerField(widget=django_forms.HiddenInput)
    was = django_forms.CharField(widget=django_forms.HiddenInput)
    way = django_forms.ChoiceField(choices=[("up", "up"), ("down", "down")], widget=django_forms.HiddenInput)

    @classmethod
    def beside(cls, task: Any) -> "MoveTask":
        return cls(initial={"position": task.position, "was": task.text}, auto_id=False)


class RemoveTask(forms.Form):
    """Take a task out: a button alone, and what the writer read there."""

    was = django_forms.CharField(widget=django_forms.HiddenInput)
