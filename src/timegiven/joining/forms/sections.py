"""The pages of the application: one section each, everything optional that can be."""

from typing import Any

from timegiven.joining.selectors.answers import DAYS, PARTS
from timegiven.programme.content.abilities import LANGUAGES, SKILLS
from timegiven.programme.content.motivations import MOTIVATIONS
from timegiven.ui import forms


class About(forms.Form):
    """Who somebody is."""

    name = forms.Text("Full name", autocomplete="name", max_length=160)
    known_as = forms.Text(
        "What would you like to be called?",
        required=False,
        max_length=80,
        width=20,
        hint="If it is not your first name.",
    )
    phone = forms.Phone("Telephone number", required=False, max_length=30)
    address = forms.LongText("Address", rows=3, autocomplete="street-address", max_length=400)
    born_on = forms.Day("Date of birth", hint="For example, 27 3 1987", autocomplete="bday")


class Why(forms.Form):
    """Why somebody would like to volunteer."""

    motivations = forms.Checkboxes(
        "What brings you here?",
        hint="Choose any that fit, or none. No answer is better than another.",
        required=False,
        choices=[(each.code, each.words) for each in MOTIVATIONS],
    )
    about = forms.LongText(
        "Is there anything you would like to add, in your own words?", required=False, max_length=1500
    )


class Skills(forms.Form):
    """What somebody is good at."""

    skills = forms.Checkboxes(
        "What are you good at, or would like to use here?",
        hint="From a job, from home, from anywhere. Choose any, or none.",
        required=False,
        choices=[(each, each) for each in SKILLS],
    )
    languages = forms.Checkboxes(
        "Which languages do you speak well enough to help somebody?",
        hint="Choose any.",
        required=False,
        choices=[(each, each) for each in LANGUAGES],
    )


class Time(forms.Form):
    """When somebody could give time."""

    days = forms.Checkboxes(
        "On which days could you give some time?",
        hint="Four hours a fortnight is plenty. You can change this at any time, and always say no.",
        choices=list(DAYS.items()),
        missing="Choose at least one day",
    )
    parts = forms.Checkboxes(
        "At what time of day?", choices=list(PARTS.items()), missing="Choose at least one time of day"
    )


class Help(forms.Form):
    """What would make it easier to be here."""

    what_would_help = forms.LongText(
        "What would help you here?",
        hint="For example: step-free way in, a larger screen, a quiet place, breaks for prayer, clear written "
        "instructions. Please do not name an illness or give medical details. "
        "Leave this empty if nothing comes to mind.",
        required=False,
        max_length=1000,
    )


class Emergency(forms.Form):
    """Whom to ring."""

    name = forms.Text("Their full name", max_length=160, missing="Enter the name of the person to ring")
    relationship = forms.Text(
        "Who are they to you?", hint="For example: partner, daughter, neighbour", max_length=80, width=20,
        missing="Enter who they are to you",
    )  # fmt: skip
    phone = forms.Phone("Their telephone number", autocomplete="off", max_length=30)


KNOWN_AS_WHAT = [
    ("Manager or former manager", "Manager or former manager"),
    ("Colleague", "Colleague"),
    ("Teacher or tutor", "Teacher or tutor"),
    ("Leader of a club or charity", "Leader of a club, charity or place of worship"),
    ("Another professional", "Another professional who knows you, such as a social worker"),
]


def referee_fields(which: str) -> dict[str, Any]:
    """The questions about one referee."""
    return {
        "name": forms.Text(f"{which} person: full name", max_length=160, autocomplete="off"),
        "known_as_what": forms.Pick(
            f"{which} person: how do they know you?", choices=KNOWN_AS_WHAT, missing="Choose how they know you"
        ),
        "email": forms.Email(f"{which} person: email address", required=False, autocomplete="off", max_length=254),
        "phone": forms.Phone(
            f"{which} person: telephone number", required=False, autocomplete="off", max_length=30,
            hint="We ring whoever has no email.",
        ),
    }  # fmt: skip


class Referees(forms.Form):
    """Two people who may say something about the applicant."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        for which, prefix in (("First", "first"), ("Second", "second")):
            for name, field in referee_fields(which).items():
                self.fields[f"{prefix}_{name}"] = field
        self.fields["are_no_relatives"] = forms.Confirm("Neither of them is a relative of mine, or my partner")

    def referees(self) -> list[dict[str, str]]:
        """The two of them, as the service takes them."""
        names = ("name", "known_as_what", "email", "phone")
        return [{name: self.cleaned_data[f"{prefix}_{name}"] for name in names} for prefix in ("first", "second")]
