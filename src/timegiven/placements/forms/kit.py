"""What is typed in about kit."""

from collections.abc import Iterable

from timegiven.programme.models import Unit
from timegiven.ui import forms


class LendKit(forms.Form):
    """One thing, lent by a unit."""

    item = forms.Text("What is lent?", called="The thing", missing="Enter what is lent", max_length=120)
    mark = forms.Text(
        "Size, or a number on it", called="The size or number", required=False, hint="You may leave this empty",
        max_length=60, width=10,
    )  # fmt: skip
    unit = forms.Pick("Which unit lends it?", missing="Choose the unit")
    issued_on = forms.NearDay("When was it lent?", called="The day", missing="Enter the day")

    def __init__(self, *args: object, units: Iterable[Unit], **options: object) -> None:
        super().__init__(*args, **options)
        self.units = {each.reference: each for each in units}
        self.fields["unit"].choices = [(each.reference, each.full_name) for each in self.units.values()]

    def facts(self) -> dict:
        """The answers as the service wants them."""
        typed = dict(self.cleaned_data)
        return typed | {"unit": self.units[typed["unit"]]}


class KitBack(forms.Form):
    """Is it back, or can it not be found?"""

    is_back = forms.YesNo("Is it back?", yes="It is back", no="It cannot be found", missing="Choose what is the case")
    ended_on = forms.NearDay("Since when?", called="The day", missing="Enter the day")
