"""What is typed in about a placement."""

from collections.abc import Iterable

from django import forms as django_forms

from timegiven.library.models import ProfileVersion
from timegiven.programme.models import Unit
from timegiven.ui import forms


class Nothing(forms.Form):
    """A page with one button."""


class Somewhere(forms.Form):
    """A role at a unit."""

    version = forms.Pick("Role", missing="Choose the role")
    unit = forms.Pick("Unit", missing="Choose the unit")

    def __init__(
        self, *args: object, versions: Iterable[ProfileVersion], units: Iterable[Unit], **options: object
    ) -> None:
        super().__init__(*args, **options)
        self.versions = {each.reference: each for each in versions}
        self.units = {each.reference: each for each in units}
        self.fields["version"].choices = [(each.reference, each.title) for each in self.versions.values()]
        self.fields["unit"].choices = [(each.reference, each.full_name) for each in self.units.values()]

    def facts(self) -> dict:
        """The answers as the service wants them."""
        typed = dict(self.cleaned_data)
        return typed | {"version": self.versions[typed["version"]], "unit": self.units[typed["unit"]]}


class Offer(Somewhere):
    """For so long each week."""

    weekly_minutes = forms.HoursMinutes(
        "Time each week",
        min=15,
        max=40 * 60,
        hint="What the unit, you and the volunteer would be happy with. What is usual stands here already.",
        missing="Enter the time each week",
    )
    pattern = forms.Text(
        "When", required=False, hint="For example, Tuesday mornings. You settle it together later.", max_length=120
    )
    reply_by = forms.NearDay(
        "Answer by",
        required=False,
        hint="The volunteer is reminded once before. If you leave it empty, it is the usual day.",
    )


class Confirm(forms.Form):
    """Yes to the changed role: which version was read goes with it."""

    version = django_forms.CharField(widget=django_forms.HiddenInput)


class AskTask(forms.Form):
    """A task that whoever is placed would like added to the role."""

    task = forms.Text(
        "Which task?",
        called="The task",
        missing="Enter the task",
        hint="A short sentence that begins with what one does. For example: Wheel full boxes to the yard.",
        max_length=200,
    )
    why = forms.LongText("Why would it help?", hint="You may leave this empty", required=False, rows=3, max_length=1000)
