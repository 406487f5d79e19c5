"""A time to publish, a time to take, a meeting with the unit."""

from datetime import datetime, timedelta

from timegiven.kernel.time import at_london
from timegiven.ui import forms


class _When(forms.Form):
    on = forms.NearDay("On which day?", called="The day", missing="Enter the day")
    clock = forms.Clock("At what time?", called="The time", missing="Enter the time")
    minutes = forms.Radios(
        "For how long?",
        choices=[("20", "20 minutes"), ("30", "30 minutes"), ("45", "45 minutes"), ("60", "1 hour")],
        initial="30",
        missing="Choose for how long",
    )
    place = forms.Text("Where?", hint="The address, and whom to ask for at the door", max_length=200)

    def span(self) -> dict[str, datetime]:
        """When it begins and ends."""
        typed = self.cleaned_data
        starts_at = at_london(typed["on"], typed["clock"])
        return {"starts_at": starts_at, "ends_at": starts_at + timedelta(minutes=int(typed["minutes"]))}


class PublishSlot(_When):
    """A time for an interview."""

    borough = forms.Pick("Borough", missing="Choose a borough")
    order = ("borough", "on", "clock", "minutes", "place")

    def __init__(self, *args: object, boroughs: list[tuple[str, str]], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["borough"].choices = boroughs
        if len(boroughs) == 1:
            self.initial.setdefault("borough", boroughs[0][0])
        self.order_fields(self.order)


class Book(forms.Form):
    """One of the times on offer."""

    slot = forms.Radios("Which time suits you?", missing="Choose a time")

    def __init__(self, *args: object, slots: list[tuple[str, str]], hints: dict[str, str], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["slot"].choices, self.fields["slot"].hints = slots, hints


class UnitMeeting(_When):
    """When the applicant meets the unit."""

    unit = forms.Pick("Which unit?", missing="Choose a unit")
    with_whom = forms.Text("Whom will they meet?", max_length=200)

    def __init__(self, *args: object, units: list[tuple[str, str]], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].choices = units
        self.order_fields(("unit", "with_whom", "on", "clock", "minutes", "place"))
