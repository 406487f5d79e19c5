"""What is typed in about the first day: the plan, and the ticks."""

from collections.abc import Iterable
from typing import Any

from timegiven.kernel.time import at_london
from timegiven.placements.models import Welcome
from timegiven.ui import forms

Side = Welcome.Side


class PlanFirstDay(forms.Form):
    """When the volunteer is expected, who meets them, and how they find the place."""

    day = forms.NearDay("Which day?", called="The day", missing="Enter the day")
    time = forms.Clock("At what time?", called="The time", missing="Enter the time")
    host = forms.Text(
        "Who meets them?",
        called="The name",
        missing="Enter who meets them",
        hint="Somebody who has an hour for them. Name one person, so that the volunteer knows whom to ask for.",
        max_length=120,
    )
    host_phone = forms.Phone("Their telephone number", required=False, autocomplete="off")
    find = forms.LongText(
        "How do they find you?",
        called="The way",
        required=False,
        hint="For example: Come to the front counter and say that you are the new volunteer. There is a ramp at the "
        "side.",
        rows=3,
        max_length=300,
    )
    bring = forms.Text(
        "Is there anything to bring?", called="What to bring", required=False, hint="You may leave this empty",
        max_length=200,
    )  # fmt: skip

    def facts(self) -> dict[str, Any]:
        """The answers as the service wants them."""
        typed = dict(self.cleaned_data)
        return typed | {"meets_at": at_london(typed.pop("day"), typed.pop("time"))}


class FirstDay(forms.Form):
    """The items that wait for this side, each with a tick and, where it helps, a note.

    Beside an item that both sides tick, the unit may note that a volunteer without e-mail has said it.
    """

    def __init__(
        self, *args: object, lines: Iterable, side: str, speaks_for_them: bool = False, **options: object
    ) -> None:
        super().__init__(*args, **options)
        self.lines, self.is_own = [line for line in lines if side in line.waits_for], side == Side.VOLUNTEER
        both = [line for line in lines if line.item.whose == "both" and Side.VOLUNTEER in line.waits_for]
        self.for_them = {line.item.code for line in both} if speaks_for_them else set()
        for line in self.lines:
            self._ask(line.item)
        for line in both if speaks_for_them else []:
            spoken = {"aria-label": f"The volunteer has said so: {line.item.text}"}
            said = forms.Confirm("The volunteer has said so", required=False, attrs=spoken)
            self.fields[f"said_{line.item.code}"] = said

    def _ask(self, item: Any) -> None:
        text = item.to_you if self.is_own else item.text
        self.fields[f"tick_{item.code}"] = forms.Confirm(text, hint=item.hint, required=False)
        if item.note:
            # Many notes stand on one page: each says aloud what it belongs to.
            spoken = {"aria-label": f"{item.note} {text}"}
            self.fields[f"note_{item.code}"] = forms.Text(item.note, required=False, max_length=200, attrs=spoken)

    def rows(self, codes: Iterable[str]) -> list[dict[str, Any]]:
        """The open items among these, for the page: the item with its tick, its note, and what they have said."""
        found = []
        for code in codes:
            row = {part: self[f"{part}_{code}"] for part in ("tick", "note", "said") if f"{part}_{code}" in self.fields}
            if row:
                found.append(row)
        return found

    def done(self) -> dict[str, str]:
        """The codes that were ticked, with their notes."""
        typed = self.cleaned_data
        codes = [line.item.code for line in self.lines]
        return {code: typed.get(f"note_{code}") or "" for code in codes if typed[f"tick_{code}"]}

    def said(self) -> list[str]:
        """The codes of what a volunteer without e-mail has said to the unit."""
        return [code for code in sorted(self.for_them) if self.cleaned_data[f"said_{code}"]]
