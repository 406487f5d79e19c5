"""What the vetting office and the pass office type, and the signature under the Statement."""

from timegiven.library.models import VettingLevel
from timegiven.ui import forms


class Clear(forms.Form):
    """An outcome, and nothing of how it came about."""

    is_cleared = forms.Radios(
        "Outcome",
        choices=[("yes", "Cleared"), ("no", "Not cleared")],
        hints={"no": "The applicant gets a letter that gives no reasons, and the application ends."},
        missing="Choose an outcome",
    )
    level = forms.Radios("Level", choices=VettingLevel.choices, missing="Choose a level")
    office_reference = forms.Text("Your reference", max_length=40, width=20)
    from_on = forms.NearDay("From")
    until_on = forms.NearDay(
        "Until",
        required=False,
        hint="The first day on which it no longer holds. Left empty, it lasts as long as is usual.",
    )


class Renew(forms.Form):
    """A clearance that follows another."""

    office_reference = forms.Text("Your reference", max_length=40, width=20)
    from_on = forms.NearDay("From")
    until_on = forms.NearDay(
        "Until",
        required=False,
        hint="The first day on which it no longer holds. Left empty, it lasts as long as is usual.",
    )


class Sign(forms.Form):
    """A name, typed."""

    typed_name = forms.Text(
        "Your full name",
        hint="Typing your name here says that you have read this and would like to volunteer with it in mind.",
        autocomplete="name",
        max_length=160,
    )


class RecordAgreement(forms.Form):
    """A signature on paper."""

    is_signed = forms.Confirm("I hold the paper that they signed")


class IssuePass(forms.Form):
    """A card, handed over."""

    number = forms.Text("Number on the pass", max_length=20, width=10, autocomplete="off")
    is_collected = forms.Confirm("It has been collected by the volunteer in person")


class CancelPass(forms.Form):
    """The end of a pass, and perhaps the beginning of another."""

    make_another = forms.YesNo("Should a new pass be made?")


class PassFilters(forms.Form):
    """Which passes to list."""

    name = forms.Text("Name or number", required=False)
    status = forms.Checkboxes(
        "State",
        required=False,
        choices=[
            ("ASKED", "Asked for"),
            ("ISSUED", "In force"),
            ("LOST", "Reported lost"),
            ("RECALLED", "To be returned"),
            ("RETURNED", "Returned"),
            ("CANCELLED", "Cancelled"),
        ],
    )
