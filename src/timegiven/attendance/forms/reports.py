"""What is typed in about a session that was given."""

from collections.abc import Mapping, Sequence
from typing import Any

from timegiven.attendance.models import SessionReport
from timegiven.kernel.time import london_span, minutes_between
from timegiven.kernel.words import duration
from timegiven.ui import forms

KEPT = (
    *("day", "starts", "ends", "break_minutes", "travel_minutes", "tasks", "something_else", "feeling", "how_it_went"),
    *("worry", "is_concern", "idea", "thank_you", "why", "is_long"),
)
FEELINGS = SessionReport.Feeling.choices

# The words where somebody else types in what the volunteer told, by field: label, hint, what is said when it is empty.
OF_SOMEBODY_ELSE = {
    "starts": ("Start time", "For example, 10am or 2:30pm", "Enter when they started"),
    "ends": ("End time", "For example, 2pm. An end before the start means the next day.", "Enter when they finished"),
    "tasks": ("What did they do?", "Tick all that they did", ""),
    "something_else": (
        "They did something else",
        "In their words. The report is added all the same, and waits for an answer whether it was covered.",
        "",
    ),
    "how_it_went": ("Anything more that they said about it?", "They and the MVP Manager read this, nobody else.", ""),
    "is_concern": ("They ask to have this treated as a concern, and to be rung", "", ""),
}


class Report(forms.Form):
    """The report of one session: two minutes on a telephone."""

    day = forms.NearDay("Which day?", called="The day", missing="Enter the day")
    starts = forms.Clock("Start time", missing="Enter when you started")
    ends = forms.Clock(
        "End time",
        hint="For example, 2pm. An end before the start means the next day.",
        missing="Enter when you finished",
    )
    break_minutes = forms.Whole(
        "Of that, breaks in minutes",
        called="The breaks",
        hint="Breaks count as time given. You need not say.",
        required=False,
        max=999,
        width=3,
    )
    travel_minutes = forms.HoursMinutes("The way there and back", called="The way", required=False, max=12 * 60)
    tasks = forms.Checkboxes("What did you do?", hint="Tick all that you did", required=False, choices=[])
    something_else = forms.Text(
        "I did something else",
        hint="A few words. Your report is added all the same; the MVP Manager looks at whether you were covered.",
        required=False,
        max_length=500,
    )
    feeling = forms.Radios("How did it go?", required=False, choices=SessionReport.Feeling.choices)
    how_it_went = forms.LongText(
        "Would you like to say more about it?",
        hint="You and the MVP Manager read this, nobody else",
        required=False,
        max_length=2000,
        rows=3,
    )
    worry = forms.LongText(
        "Was anything worrying?",
        hint="Only the MVP Manager reads it, or the Central Team while there is none. Is it about the MVP Manager? At "
        "the foot of the page you can tell the Central Team.",
        required=False,
        max_length=2000,
        rows=3,
    )
    is_concern = forms.Confirm("Please treat this as a concern and ring me", required=False)
    idea = forms.LongText(
        "An idea?", hint="Something that would make it better", required=False, max_length=1000, rows=2
    )
    thank_you = forms.LongText(
        "A thank-you to somebody?", hint="We pass it on", required=False, max_length=1000, rows=2
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        tasks: Sequence[tuple[str, str]],
        ask_again_over: int,
        longest: int,
        with_travel: bool = False,
        with_why: bool = False,
        **options: object,
    ) -> None:
        super().__init__(data, **options)
        if "tasks" in self.fields:
            self.fields["tasks"].choices = tasks
        if not with_travel:
            del self.fields["travel_minutes"]
        if with_why and "why" not in self.fields:  # a correction asks why it changes, and that answers both
            self.fields["why"] = forms.Text(
                "Why does it come so late?", hint="The month is closed, so this shows beside it", max_length=200
            )
        self.probable = range(ask_again_over + 1, longest + 1)  # long, and not too long to be true
        if data and "is_long" in data:
            self._ask_again("")

    def of_somebody_else(self) -> None:
        """Ask about the volunteer, not about whoever types it in for them."""
        for name, (label, hint, missing) in OF_SOMEBODY_ELSE.items():
            if field := self.fields.get(name):
                field.label, field.help_text = label, hint
                if missing:
                    field.error_messages["required"] = missing

    def _ask_again(self, length: str) -> None:
        words = f"Yes, {length} is right" if length else "Yes, this long session is right"
        self.fields["is_long"] = forms.Confirm(words, required=False)

    @property
    def has_more(self) -> bool:
        """Whether something stands in the part of the page that is folded away at first."""
        return any(self[name].value() or self[name].errors for name in ("worry", "is_concern", "idea", "thank_you"))

    def clean_break_minutes(self) -> int:
        return self.cleaned_data["break_minutes"] or 0

    def clean_travel_minutes(self) -> int:
        return self.cleaned_data["travel_minutes"] or 0

    def clean_tasks(self) -> list[int]:
        return [int(position) for position in self.cleaned_data["tasks"]]

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        typed.setdefault("is_long", False)
        if typed.get("tasks") == [] and typed.get("something_else") == "":
            self.add_error("tasks", "Tick at least one task, or write down below what else was done")
        if all(typed.get(name) is not None for name in ("day", "starts", "ends")) and not typed["is_long"]:
            minutes = minutes_between(*london_span(typed["day"], typed["starts"], typed["ends"]))
            if minutes in self.probable:
                self._ask_again(duration(minutes))
                self.add_error(
                    "is_long",
                    f"That is {duration(minutes)}. Change the times if it is a slip, or tick the box if it is right",
                )
        return typed


class Correct(Report):
    """A report put right, with the reason."""

    why = forms.Text(
        "Why does it change?",
        hint="For example, the start time was wrong",
        missing="Say why it changes",
        max_length=200,
    )


class Find(forms.Form):
    """Whose paper report is keyed in."""

    words = forms.Text("Name or reference of the volunteer", required=False, max_length=80)


class Filters(forms.Form):
    """Which reports are listed."""

    words = forms.Text("Volunteer", hint="Name or reference", required=False, max_length=80)
    since = forms.NearDay("From", required=False, called="The day to begin from")
    until = forms.NearDay("To", required=False, called="The last day")
