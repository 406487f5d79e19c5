"""The filters of the lists."""

from collections.abc import Sequence
from typing import Any

from timegiven.library.models import ProfileVersion, RoleProfile
from timegiven.ui import forms

Status = ProfileVersion.Status
OPEN = [(status.value, status.label) for status in (Status.DRAFT, Status.RETURNED, Status.SUBMITTED)]


class Library(forms.Form):
    """Which roles to show."""

    words = forms.Text("Words", required=False, max_length=120)
    category = forms.Pick("Kind of work", choices=RoleProfile.Category.choices, required=False, empty="Any")
    borough = forms.Pick("Borough", required=False, empty="Any")
    open = forms.Confirm("Only roles open now", required=False)

    def __init__(self, *args: Any, boroughs: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["borough"].choices = boroughs


class Drafts(forms.Form):
    """Which profiles in the making to show."""

    status = forms.Pick("State", choices=OPEN, required=False, empty="Any")


class Agenda(forms.Form):
    """Everything before the group, or what waits for my view."""

    mine = forms.Confirm("Only those that wait for my view", required=False)
