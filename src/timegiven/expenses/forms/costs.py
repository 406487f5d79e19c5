"""A cost, its receipt, and miles."""

import re
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from timegiven.ui import forms

_MILES = re.compile(r"^([0-9]{1,5})(?:\.([0-9]))?$")
_APPLE = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc")


class Picture(forms.Attachment):
    """The photo or PDF of a receipt; the pictures that some telephones make are told apart."""

    def __init__(self, label: str, **options: object) -> None:
        super().__init__(label, max_bytes=10 * 1024 * 1024, **options)

    def _recognise(self, file: UploadedFile) -> None:
        start = file.read(32)
        file.seek(0)
        if any(mark in start for mark in _APPLE):
            raise self.refuse(
                "This picture is in a format of Apple’s (HEIC). Take the photo with this page’s own button, or send "
                "a JPG"
            )
        super()._recognise(file)


class Distance(forms.Text):
    """Miles with at most one figure after the point; kept in tenths."""

    def clean(self, value: object) -> int | None:
        typed = forms.ungrouped(str(super().clean(value) or "").removesuffix("miles"))
        if not typed:
            return None
        found = _MILES.match(typed)
        if not found:
            raise self.refuse("{called} must be a number, like 6 or 3.4")
        return int(found[1]) * 10 + int(found[2] or 0)


def in_figures(tenths: int | None) -> str:
    """A distance as it is typed: 6, 3.4."""
    whole, rest = divmod(tenths or 0, 10)
    return (f"{whole}.{rest}" if rest else f"{whole}") if tenths else ""


RECEIPT_HINT = "A phone offers its camera. JPG, PNG or PDF, up to 10 MB"


class Meal(forms.Form):
    spent_pence = forms.Pence(
        "How much did you pay?",
        hint="The whole amount on the receipt, for example £2.85",
        called="The amount",
        missing="Enter what you paid",
        max=99_999,
    )
    receipt = Picture("A photo or PDF of the receipt", hint=RECEIPT_HINT, missing="Add a photo or PDF of the receipt")
    foreign = forms.Text(
        "If the receipt is not in pounds, what does it say?",
        hint="For example, 3.50 euros. Enter above what it cost you in pounds.",
        called="What the receipt says",
        required=False,
        max_length=60,
    )

    def __init__(self, *args: object, is_own: bool = True, **options: object) -> None:
        super().__init__(*args, **options)
        if not is_own:
            self.fields["spent_pence"].label = "How much did they pay?"
            self.fields["spent_pence"].error_messages["required"] = "Enter what they paid"
            self.fields["foreign"].help_text = "For example, 3.50 euros. Enter above what it cost them in pounds."


class Paper(forms.Form):
    """The claim as the volunteer signed it."""

    paper = Picture(
        "A photo or PDF of the paper that they signed", hint=RECEIPT_HINT, missing="Add a photo or PDF of the paper"
    )
    is_same = forms.Confirm("It says the same costs and the same amounts as this claim")


class Cost(Meal):
    what = forms.Text(
        "What was it for?",
        hint="For example, bus 24 there and back",
        called="What it was for",
        missing="Write what it was for",
        max_length=200,
    )
    field_order = ("what", "spent_pence", "receipt", "foreign")


class Miles(forms.Form):
    tenths = Distance(
        "How many miles?", hint="There and back together", called="The miles", missing="Enter the miles", width=5
    )
    what = forms.Text(
        "From where to where?", called="The way", hint="For example, home to the station and back", max_length=200
    )


def _tax_year(year: int) -> str:
    """By the year in which it begins."""
    return f"from 6 April {year} to 5 April {year + 1}"


class MilesElsewhere(forms.Form):
    year = forms.Radios("Which tax year?", missing="Choose the tax year")
    miles = forms.Whole(
        "Miles in that tax year", called="The miles", max=99_999, suffix="miles", missing="Enter the miles"
    )

    def __init__(self, *args: object, years: list[int], **options: object) -> None:
        super().__init__(*args, **options)
        self.years = years
        self.fields["year"].choices = [(str(year), _tax_year(year).capitalize()) for year in years]
        if len(years) == 1:
            del self.fields["year"]
            self.fields["miles"].label = f"Miles {_tax_year(years[0])}"

    def clean(self) -> dict[str, Any]:
        return {**self.cleaned_data, "year": int(self.cleaned_data.get("year") or self.years[0])}


class SendAgain(forms.Form):
    answer = forms.LongText("Your answer", rows=4, missing="Write an answer to the question", max_length=1000)


class ToVolunteer(forms.LongText):
    """What is said to a volunteer who asked for money."""

    def __init__(self, label: str, **options: object) -> None:
        hint = "The volunteer reads this, so write it as you would say it"
        super().__init__(label, rows=4, hint=hint, max_length=500, **options)


class Sure(forms.Form):
    """A page with a button alone."""
