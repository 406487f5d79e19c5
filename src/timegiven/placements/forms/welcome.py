"""What is ticked on the first day."""

from collections.abc import Iterable, Mapping

from timegiven.placements.models import Welcome
from timegiven.programme.content.first_day import FirstDayItem
from timegiven.ui import forms


class FirstDay(forms.Form):
    """The items that are still open, each with a tick and a place for a note."""

    def __init__(
        self, *args: object, items: Iterable[FirstDayItem], done: Mapping[str, Welcome], **options: object
    ) -> None:
        super().__init__(*args, **options)
        self.open_items = [item for item in items if item.code not in done]
        for item in self.open_items:
            self.fields[f"tick_{item.code}"] = forms.Confirm(item.text, hint=item.hint, required=False)
            # Many notes stand on one page: each says aloud what it belongs to.
            spoken = {"aria-label": f"Note: {item.text}"}
            self.fields[f"note_{item.code}"] = forms.Text("Note", required=False, max_length=200, attrs=spoken)

    def pairs(self) -> list[tuple]:
        """Each open item's tick and note, for the page."""
        return [(self[f"tick_{item.code}"], self[f"note_{item.code}"]) for item in self.open_items]

    def done(self) -> dict[str, str]:
        """The codes that were ticked, with their notes."""
        typed = self.cleaned_data
        return {item.code: typed[f"note_{item.code}"] or "" for item in self.open_items if typed[f"tick_{item.code}"]}
