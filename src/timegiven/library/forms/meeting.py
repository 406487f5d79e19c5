"""What is typed in about meetings, and about when a paper is decided."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from timegiven.kernel import words
from timegiven.kernel.time import at_london
from timegiven.library.forms.moving import CIRCULATE
from timegiven.library.models import Meeting
from timegiven.people.models import Appointment, Seat
from timegiven.ui import forms


class Arrange(forms.Form):
    """More time, or a meeting."""

    meeting = forms.Radios("What happens with this paper?", missing="Choose what happens with this paper")
    closes_on = forms.NearDay("If it circulates: the last day for votes", called="The day", required=False)

    def __init__(self, *args: Any, meetings: Iterable[Meeting], **options: Any) -> None:
        super().__init__(*args, **options)
        self.meetings = {meeting.reference: meeting for meeting in meetings}
        held = ((key, f"The meeting on {words.day(each.at)}, {words.clock(each.at)}") for key, each in
                self.meetings.items())  # fmt: skip
        self.fields["meeting"].choices = [(CIRCULATE, "It circulates until the day below"), *held]

    def clean(self) -> None:
        typed = self.cleaned_data
        if typed.get("meeting") == CIRCULATE and not typed.get("closes_on") and "closes_on" not in self.errors:
            self.add_error("closes_on", "Enter the last day for votes")

    @property
    def chosen(self) -> Meeting | None:
        return self.meetings.get(self.cleaned_data["meeting"])


class CallMeeting(forms.Form):
    """When and where."""

    on = forms.NearDay("On which day?", called="The day", missing="Enter the day")
    clock = forms.Clock("At what time?", called="The time", missing="Enter the time")
    place = forms.Text("Where?", called="The place", missing="Enter where it is", max_length=160,
                       hint="The room and the address, or how to dial in")  # fmt: skip

    @property
    def meets_at(self) -> datetime:
        return at_london(self.cleaned_data["on"], self.cleaned_data["clock"])


class CancelMeeting(forms.Form):
    """Why it is cancelled."""

    why = forms.LongText("Why?", called="The reason", missing="Enter the reason", rows=3, max_length=500,
                         hint="Those who were invited will read it")  # fmt: skip


class Presence(forms.Form):
    """For each seat, who came, or that apologies were sent."""

    def __init__(
        self, *args: Any, seats: Sequence[Seat], sitting: Sequence[Appointment], came: dict[int, str], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        for seat in seats:
            who = [(held.person.reference, f"{held.person.name}{', deputy' if held.is_deputy else ''}")
                   for held in sitting if held.seat_id == seat.pk]  # fmt: skip
            choices = [("", "Nobody"), *who, ("APOLOGIES", "Apologies were sent")]
            self.fields[f"seat_{seat.pk}"] = forms.Pick(seat.name, choices=choices, required=False, empty="Nobody")
            self.initial[f"seat_{seat.pk}"] = came.get(seat.pk, "")

    @property
    def came(self) -> dict[int, str]:
        """By the seat's key, the reference of who came, or APOLOGIES, or nothing."""
        return {int(name.removeprefix("seat_")): value for name, value in self.cleaned_data.items()}


class CloseMeeting(forms.Form):
    """The minutes."""

    minutes = forms.LongText(
        "Minutes",
        missing="Write the minutes",
        hint="What was said besides the papers. Who came, the votes and the decisions are added by themselves.",
        rows=12,
        max_length=20000,
    )


class Met(forms.Form):
    """A condition is met: a button alone."""
