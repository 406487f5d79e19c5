"""The filters of the lists."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError

from timegiven.library import rules, selectors
from timegiven.library.models import ProfileVersion, RoleProfile
from timegiven.ui import forms

Status = ProfileVersion.Status
OPEN = [(status.value, status.label) for status in (Status.DRAFT, Status.RETURNED, Status.SUBMITTED)]


class Library(forms.Form):
    """Which roles to show. A whole postcode may be typed; its first part is all that goes any further."""

    words = forms.Text("Words", required=False, max_length=120)
    near = forms.Text(
        "Near to",
        required=False,
        max_length=20,
        autocomplete="postal-code",
        hint="The first part of your postcode, such as NW1. We do not keep it.",
    )
    borough = forms.Pick("Borough", required=False, empty="Any")
    time = forms.Pick("Time", choices=list(rules.TIMES.items()), required=False, empty="Any")
    category = forms.Pick("Kind of work", choices=RoleProfile.Category.choices, required=False, empty="Any")
    bring = forms.Pick("What you bring", choices=RoleProfile.Contribution.choices, required=False, empty="Anything")
    open = forms.Confirm("Only roles open now", required=False)

    def __init__(self, *args: Any, boroughs: Sequence[tuple[str, list[tuple[str, str]]]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["borough"].choices = boroughs

    def clean_near(self) -> str:
        """The district alone."""
        typed = self.cleaned_data["near"]
        if not typed:
            return ""
        district = rules.district_of(typed)
        if not district:
            raise ValidationError("Type the first part of a postcode, such as NW1 or SE13")
        if selectors.position_of(district) is None:
            raise ValidationError(f"We do not know how far {district} is: we know London and the places around it")
        return district

    def address(self, view: str = "") -> str:
        """The same search as an address that can be shared, with the district and no more of a postcode."""
        kept = {name: self.cleaned_data.get(name) or "" for name in self.fields}
        kept |= {"open": "on" if kept["open"] else "", "view": view}
        return "?" + urlencode({name: value for name, value in kept.items() if value})


class Drafts(forms.Form):
    """Which profiles in the making to show."""

    status = forms.Pick("State", choices=OPEN, required=False, empty="Any")


class Agenda(forms.Form):
    """Everything before the group, or what waits for my view."""

    mine = forms.Confirm("Only those that wait for my vote", required=False)


class Requests(forms.Form):
    """Every task asked for, or what waits for my answer."""

    waiting = forms.Confirm("Only those that wait for my answer", required=False)


class Compare(forms.Form):
    """With which version another is compared."""

    other = forms.Pick("Compare with", required=False, empty="The version before")

    def __init__(self, *args: Any, others: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["other"].choices = others
