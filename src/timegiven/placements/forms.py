"""What is typed in about placements; no looks, no saving."""

from collections.abc import Iterable, Mapping

from django import forms as django_forms

from timegiven.library.models import ProfileVersion
from timegiven.people.models import Volunteer
from timegiven.placements.models import Welcome
from timegiven.programme.content.first_day import FirstDayItem
from timegiven.programme.models import Unit
from timegiven.ui import forms


class Nothing(forms.Form):
    """A page with one button."""


class Filters(forms.Form):
    """The filters of the list of volunteers."""

    words = forms.Text("Name or reference", required=False)
    status = forms.Pick("Status", required=False, empty="Any status")
    role = forms.Pick("Role", required=False, empty="Any role")
    unit = forms.Pick("Unit", required=False, empty="Any unit")
    needs_attention = forms.Confirm("Waits for a placement, a security check or a pass", required=False)

    def __init__(self, *args: object, roles: Iterable[str], units: Iterable[Unit], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["status"].choices = [("", "Any status"), *Volunteer.Status.choices]
        self.fields["role"].choices = [("", "Any role"), *((title, title) for title in roles)]
        self.fields["unit"].choices = [("", "Any unit"), *((unit.reference, unit.full_name) for unit in units)]


class Offer(forms.Form):
    """A role at a unit, for so long each week."""

    version = forms.Pick("Role", missing="Choose the role")
    unit = forms.Pick("Unit", missing="Choose the unit")
    weekly_minutes = forms.HoursMinutes(
        "Time each week",
        min=15,
        max=40 * 60,
        hint="What the unit, you and the volunteer would be happy with. About four hours, once a week, is usual.",
        missing="Enter the time each week",
    )
    pattern = forms.Text(
        "When", required=False, hint="For example, Tuesday mornings. It can be settled later.", max_length=120
    )

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


class Aware(forms.Form):
    """The log-in that was arranged."""

    login = forms.Text(
        "Log-in name", hint="As the service desk gave it to you", max_length=40, missing="Enter the log-in name"
    )


class Confirm(forms.Form):
    """Yes to the changed role: which version was read goes with it."""

    version = django_forms.CharField(widget=django_forms.HiddenInput)


class AskTask(forms.Form):
    """A task that whoever is placed would like added to the role."""

    task = forms.Text(
        "Which task?",
        called="The task",
        missing="Enter the task",
        hint="A short sentence that begins with what one does. For example: Wheel full boxes to the yard",
        max_length=200,
    )
    why = forms.LongText("Why would it help?", hint="You may leave this empty", required=False, rows=3, max_length=1000)
