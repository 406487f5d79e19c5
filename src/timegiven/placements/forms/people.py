"""What lists of volunteers are narrowed by."""

from collections.abc import Iterable

from timegiven.people.models import Volunteer
from timegiven.programme.models import Unit
from timegiven.ui import forms


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
