"""What the vetting office and the pass office type, and the signature under the Statement."""

from typing import Any

from timegiven.library.models import VettingLevel
from timegiven.ui import forms


class Renew(forms.Form):
    """A clearance that follows another."""

    office_reference = forms.Text("Your reference", max_length=40, width=20)
    from_on = forms.NearDay("From")
    until_on = forms.NearDay(
        "Until",
        required=False,
        hint="The first day on which it no longer holds. Left empty, it lasts as long as is usual.",
    )


class _Outcome(Renew):
    level = forms.Radios("Level", choices=VettingLevel.choices, missing="Choose a level")

    field_order = ("is_cleared", "is_upheld", "level")


class Clear(_Outcome):
    """An outcome, and nothing of how it came about."""

    is_cleared = forms.Radios(
        "Outcome",
        choices=[("yes", "Cleared"), ("no", "Not cleared")],
        hints={"no": "The applicant gets a letter that gives no reasons, and the application ends."},
        missing="Choose an outcome",
    )


class DecideAppeal(_Outcome):
    """The answer to an appeal, and the clearance that follows when it is decided for the applicant."""

    is_upheld = forms.Radios(
        "What did you decide?",
        choices=[
            ("yes", "For the applicant: cleared"),
            ("no", "The first answer stands"),
            ("back", "Nothing: they have taken the appeal back"),
        ],
        hints={
            "yes": "The application goes on where it was. Please fill in the rest too.",
            "no": "The letter gives no reasons. Nothing else is needed here.",
            "back": "They wrote or rang to say so. No letter goes out, and nothing else is needed here.",
        },
        missing="Choose what you decided",
    )

    def clean(self) -> dict[str, Any]:
        """Unless it is for the applicant there is no clearance, and nothing to say of it."""
        if self.cleaned_data.get("is_upheld") in ("no", "back"):
            for name in ("level", "office_reference", "from_on", "until_on"):
                self.errors.pop(name, None)
        return self.cleaned_data


class Settle(forms.Form):
    """What comes of a second look."""

    outcome = forms.Radios(
        "What did you decide?",
        choices=[
            ("stands", "The clearance stands"),
            ("hold", "Put it on hold while we look further"),
            ("off", "Take it off hold, and look further"),
            ("ends", "End the clearance today"),
        ],
        hints={
            "stands": "What was declared to you is blanked, and the volunteer is told that everything is in order.",
            "hold": "Nobody can rely on it meanwhile. The unit is not told why.",
            "ends": "What was declared to you is blanked, and the pass is asked back. The unit is not told why.",
        },
        missing="Choose what you decided",
    )


class Declare(forms.Form):
    """What has changed: each part for its own reader."""

    health = forms.LongText(
        "What would help you here now?",
        hint="Only your Borough MVP Manager reads this. What would help is enough: please do not name a diagnosis.",
        required=False,
        max_length=2000,
    )
    convictions = forms.LongText(
        "A caution, a charge or a conviction since we last asked",
        hint="Only the vetting office reads this, and blanks it when it has decided. Your unit is never told.",
        required=False,
        max_length=2000,
    )
    finance = forms.LongText(
        "A change in your finances, such as a bankruptcy or a court order about a debt",
        hint="Only the vetting office reads this, and blanks it when it has decided. Your unit is never told.",
        required=False,
        max_length=2000,
    )


class Sign(forms.Form):
    """A name, typed."""

    typed_name = forms.Text(
        "Your full name",
        hint="Typing your name here says that you have read this and would like to volunteer with it in mind",
        autocomplete="name",
        max_length=160,
    )


class RecordAgreement(forms.Form):
    """A signature on paper."""

    is_signed = forms.Confirm("I hold the paper that they signed")


class PassPhoto(forms.Form):
    """A face."""

    photo = forms.Attachment(
        "Choose or take a photograph",
        accept=("image/jpeg", "image/png"),
        max_bytes=10 * 1024 * 1024,
        missing="Choose a photograph",
        called="The photograph",
    )


class MakePass(forms.Form):
    """A card, made."""

    number = forms.Text(
        "Number on the pass", missing="Enter the number on the pass", max_length=20, width=10, autocomplete="off"
    )


class IssuePass(forms.Form):
    """A card, handed over."""

    is_collected = forms.Confirm("It has been collected by the volunteer in person")


class CancelPass(forms.Form):
    """The end of a pass, and perhaps the beginning of another."""

    make_another = forms.YesNo("Should a new pass be made?")


class ReturnPass(forms.Form):
    """A pass that has come back, and perhaps the beginning of another."""

    make_another = forms.YesNo(
        "Should a new pass be made?",
        hint="Yes when the card was damaged or out of date, or when their name has changed",
    )

    def __init__(self, *args: object, stays: bool, **options: object) -> None:
        super().__init__(*args, **options)
        if not stays:
            del self.fields["make_another"]


class PassFilters(forms.Form):
    """Which passes to list."""

    name = forms.Text("Name or number", required=False)
    status = forms.Checkboxes(
        "State",
        required=False,
        choices=[
            ("ASKED", "Asked for"),
            ("READY", "Ready to collect"),
            ("ISSUED", "In force"),
            ("LOST", "Reported lost or stolen"),
            ("RECALLED", "To be returned"),
            ("EXPIRED", "Out of date"),
            ("RETURNED", "Returned"),
            ("CANCELLED", "Cancelled"),
        ],
    )
