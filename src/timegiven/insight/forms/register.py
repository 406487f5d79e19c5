"""What is asked of the register."""

from collections.abc import Sequence
from typing import Any

from timegiven.library.models import RoleProfile
from timegiven.ui import forms


class Register(forms.Form):
    """The day, and which profiles."""

    on = forms.NearDay("On which day", required=False, called="The day", hint="Today or any day before, like 24/4/2007")
    words = forms.Text("Words of the title", required=False, max_length=120)
    borough = forms.Pick("Borough", required=False, empty="Any")
    category = forms.Pick("Kind of work", choices=RoleProfile.Category.choices, required=False, empty="Any")

    def __init__(self, *args: Any, boroughs: Sequence[tuple[str, list[tuple[str, str]]]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["borough"].choices = boroughs
