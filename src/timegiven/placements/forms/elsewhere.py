"""What is typed in about a move, a loan or a break."""

from timegiven.placements.forms.placed import Somewhere
from timegiven.ui import forms


class Move(Somewhere):
    """Where to go on."""

    reply_by = forms.NearDay("Answer by", missing="Enter a day")
    spoken = forms.Confirm("I have talked with the unit there, and with its MVP Manager if it is another borough")

    def facts(self) -> dict:
        return {name: value for name, value in super().facts().items() if name != "spoken"}


class Lend(Somewhere):
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
