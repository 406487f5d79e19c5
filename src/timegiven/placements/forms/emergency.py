"""What is typed in when somebody has to ring."""

from collections.abc import Iterable

from timegiven.placements.models import Opening
from timegiven.programme.models import Unit
from timegiven.ui import forms

# From outside there are words of one's own instead.
REASONS = [(value, label) for value, label in Opening.Reason.choices if value != Opening.Reason.OUTSIDE]


class FindSheet(forms.Form):
    """Whose sheet?"""

    find = forms.Text("Part of a name, or the number on the pass", max_length=80, required=False)


class OpenSheet(forms.Form):
    """One press on a reason opens the sheet."""

    reason = forms.Radios("Why do you need it?", choices=REASONS, missing="Choose why you need it")


class BreakGlass(forms.Form):
    """Why, in words of one's own."""

    words = forms.Text(
        "Why do you need it now?",
        called="The reason",
        missing="Say in a few words why you need it now",
        hint="For example: Fell on the stairs, ambulance called",
        max_length=300,
        attrs={"autocomplete": "off"},
    )


class PrintSheets(forms.Form):
    """The sheets of one borough."""

    borough = forms.Pick("Borough", missing="Choose the borough")

    def __init__(self, *args: object, boroughs: Iterable[Unit], **options: object) -> None:
        super().__init__(*args, **options)
        self.boroughs = {each.reference: each for each in boroughs}
        self.fields["borough"].choices = [(each.reference, each.name) for each in self.boroughs.values()]

    def borough_chosen(self) -> Unit:
        return self.boroughs[self.cleaned_data["borough"]]
