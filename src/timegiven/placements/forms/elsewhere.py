"""What is typed in about a move, a loan or a break."""

from collections.abc import Iterable

from timegiven.library.models import ProfileVersion
from timegiven.programme.models import Unit
from timegiven.ui import forms


class _Somewhere(forms.Form):
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


class Move(_Somewhere):
    """Where to go on."""

    reply_by = forms.NearDay("Answer by", missing="Enter a day")
    spoken = forms.Confirm("I have talked with the unit there, and with its MVP Manager if it is another borough")

    def facts(self) -> dict:
        return {name: value for name, value in super().facts().items() if name != "spoken"}


class Lend(_Somewhere):
    """An event, and its days."""

    event = forms.Text("Event", hint="For example, Camden Fair", max_length=120, missing="Enter the event")
    from_on = forms.NearDay("First day", missing="Enter the first day")
    last_on = forms.NearDay("Last day", missing="Enter the last day")
    weekly_minutes = forms.HoursMinutes("Time in a week of it", min=15, max=40 * 60, missing="Enter the time")

    field_order = ("once", "event", "from_on", "last_on", "version", "unit", "weekly_minutes")


class TakeABreak(forms.Form):
    """From when, and if they know it until when."""

    from_on = forms.NearDay("From", missing="Enter the first day of the break")
    back_on = forms.NearDay("Back on", hint="You may leave this empty, and say it another time", required=False)


class OnADay(forms.Form):
    """The day to look at."""

    on = forms.NearDay("On which day?", required=False)
