"""A first interest, and a password for whoever wants one."""

from django import forms as django_forms
from django.contrib.auth.password_validation import validate_password

from timegiven.programme import selectors as programme
from timegiven.ui import forms


def boroughs() -> list[tuple[str, str]]:
    """Every borough with a volunteer programme, by its public name."""
    return [(unit.reference, unit.name) for unit in programme.boroughs()]


class Register(forms.Form):
    """The few facts that a first letter needs."""

    name = forms.Text("Full name", autocomplete="name", max_length=160)
    email = forms.Email(
        "Email address",
        hint="We send you a private link to this address, so that you can stop and carry on when you like.",
        max_length=254,
    )
    borough = forms.Pick(
        "Where would you like to volunteer?",
        hint="Usually the borough where you live, study or work.",
        choices=boroughs,
        missing="Choose a borough",
    )
    phone = forms.Phone(
        "Telephone number", required=False, max_length=30, hint="If you would rather be rung than written to."
    )
    born_on = forms.Day(
        "Date of birth",
        hint="For example, 27 3 1987. We ask because volunteers are 16 or older. There is no upper limit.",
        autocomplete="bday",
    )


class ChoosePassword(forms.Form):
    """A password of one's own."""

    password = forms.Password(
        "New password", new=True, hint="At least 12 characters. Three words that you can remember are a good choice."
    )

    def __init__(self, *args: object, person: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.person = person

    def clean_password(self) -> str:
        password = self.cleaned_data["password"]
        try:
            validate_password(password, self.person)
        except django_forms.ValidationError as trouble:
            raise django_forms.ValidationError(trouble.messages) from None
        return str(password)
