"""What members of the Steering Group say, vote and declare."""

from datetime import date
from typing import Any

from timegiven.library.models import Paper, Remark, Vote
from timegiven.ui import forms

CONDITIONS = (1, 2, 3)


class CastVote(forms.Form):
    """The vote of one seat."""

    answer = forms.Radios(
        "How do you vote?",
        choices=Vote.Answer.choices,
        hints={
            "RETURN": "It goes back to the unit and the MVP Manager, with the points to answer",
            "REJECT": "It is not a role for volunteers",
            "ABSTAIN": "Your seat counts for the quorum, and for neither side",
        },
        missing="Choose how you vote",
    )
    reason = forms.LongText(
        "Your reason",
        hint="You may leave it empty if you approve or abstain. The unit and the MVP Manager will read it.",
        missing="Enter what should change, or why it is not for volunteers",
        max_length=2000,
    )

    def clean(self) -> None:
        if self.cleaned_data.get("answer") not in (Vote.Answer.RETURN, Vote.Answer.REJECT):
            self.errors.pop("reason", None)
            self.cleaned_data.setdefault("reason", "")


class Say(forms.Form):
    """A comment, a question or an objection."""

    kind = forms.Radios(
        "What would you like to say?",
        choices=Remark.Kind.choices,
        hints={
            "QUESTION": "The MVP Manager gets a letter and answers here",
            "OBJECTION": "It stands until it is answered and you withdraw it",
        },
        missing="Choose what it is",
    )
    ground = forms.Pick(
        "If you object: on which ground?", choices=Remark.Ground.choices[1:], required=False, empty="I do not object"
    )
    text = forms.LongText("In your words", missing="Write what you want to say", rows=4, max_length=4000)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, auto_id="say_%s", **options)

    def clean(self) -> None:
        objects = self.cleaned_data.get("kind") == Remark.Kind.OBJECTION
        if objects and not self.cleaned_data.get("ground"):
            self.add_error("ground", "Choose the ground on which you object")


class Reply(forms.Form):
    """An answer to a question or an objection."""

    text = forms.LongText("Your answer", missing="Write your answer", rows=5, max_length=4000)


class Withdraw(forms.Form):
    """Withdraw an objection: a button alone."""


class Declare(forms.Form):
    """What the chair declares, with its reasons or its conditions."""

    outcome = forms.Radios(
        "What has the group decided?",
        choices=[
            (Paper.Outcome.APPROVED, "Approved"),
            (Paper.Outcome.RETURNED, "Returned with points to answer"),
            (Paper.Outcome.REJECTED, "Rejected"),
        ],
        missing="Choose what the group has decided",
    )
    reason = forms.LongText(
        "Points to answer, or reasons",
        hint="You may leave it empty if it is approved. The unit and the MVP Manager will read it.",
        missing="Enter the points to be answered, or the reasons",
        max_length=4000,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for number in CONDITIONS:
            label = f"Condition {number}"
            self.fields[f"condition_{number}"] = forms.Text(label, required=False, max_length=300)
            self.fields[f"due_{number}"] = forms.NearDay(f"By when must condition {number} be met?", required=False)

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The conditions, for the page."""
        return [{"text": self[f"condition_{number}"], "due": self[f"due_{number}"]} for number in CONDITIONS]

    def clean(self) -> None:
        if self.cleaned_data.get("outcome", Paper.Outcome.APPROVED) == Paper.Outcome.APPROVED:
            self.errors.pop("reason", None)
            self.cleaned_data.setdefault("reason", "")
        for number in CONDITIONS:
            text, due_on = (self.cleaned_data.get(f"{name}_{number}") for name in ("condition", "due"))
            if text and not due_on and f"due_{number}" not in self.errors:
                self.add_error(f"due_{number}", f"Enter by when condition {number} must be met")
            if due_on and not text:
                self.add_error(f"condition_{number}", f"Enter condition {number}, or take its day away")

    def facts(self) -> dict[str, Any]:
        """As the service wants them."""
        typed = self.cleaned_data
        conditions: list[tuple[str, date]] = [
            (typed[f"condition_{number}"], typed[f"due_{number}"])
            for number in CONDITIONS
            if typed[f"condition_{number}"]
        ]
        return {"outcome": typed["outcome"], "reason": typed["reason"], "conditions": conditions}
