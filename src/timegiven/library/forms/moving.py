"""What is said when a profile moves from one desk to another."""

from collections.abc import Iterable
from typing import Any

from timegiven.kernel import words
from timegiven.library.models import Meeting
from timegiven.ui import forms

CIRCULATE = "CIRCULATE"  # beside the references of meetings


class Submit(forms.Form):
    """Put to the Steering Group: to circulate among its members, or on the agenda of a meeting."""

    how = forms.Radios("How should they decide?", missing="Choose how they decide", initial=CIRCULATE)
    why = forms.LongText("A note for the Steering Group", required=False, rows=3, max_length=1000)

    def __init__(self, *args: Any, meetings: Iterable[Meeting] = (), days: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.meetings = {meeting.reference: meeting for meeting in meetings}
        circulate = (CIRCULATE, f"It circulates: members vote on its page within {days} days")
        self.fields["how"].choices = [circulate, *((key, _at(each)) for key, each in self.meetings.items())]

    def facts(self) -> dict[str, Any]:
        """The note, and the meeting if one was chosen."""
        return {"why": self.cleaned_data["why"], "meeting": self.meetings.get(self.cleaned_data["how"])}


def _at(meeting: Meeting) -> str:
    return f"At the meeting on {words.day(meeting.at)}, {words.clock(meeting.at)}"


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
        hint="For units and MVP Managers, and those who look later. Name nobody.",
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
