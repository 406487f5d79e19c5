"""A first interest, and a password for whoever wants one."""

from datetime import date

from django import forms as django_forms
from django.contrib.auth.password_validation import validate_password

from timegiven.joining.rules import OCCUPATIONS, is_possible
from timegiven.programme import selectors as programme
from timegiven.ui import forms


def _fill(form: forms.Form, name: str, **numbers: int) -> None:
    """Write numbers of the handbook into the label and the hint of a question."""
    field = form.fields[name]
    field.label, field.help_text = (str(each).format(**numbers) for each in (field.label, field.help_text))


class Register(forms.Form):
    """The few facts that a first letter needs."""

    name = forms.Name("Full name", autocomplete="name", max_length=160)
    email = forms.Email(
        "Email address",
        hint="We send you a private link to this address, so that you can stop and carry on when you like",
        max_length=254,
    )
    borough = forms.Pick(
        "Where would you like to volunteer?",
        hint="Usually the borough where you live, study or work",
        choices=programme.borough_choices,
        missing="Choose a borough",
    )
    phone = forms.Phone(
        "Telephone number", required=False, max_length=30, hint="If you would rather be rung than written to"
    )
    born_on = forms.Day(
        "Date of birth",
        hint="For example, 27 3 1987. We ask because volunteers are {least} or older. There is no upper limit.",
        autocomplete="bday",
    )

    def __init__(self, *args: object, least: int, is_signed_in: bool = False, **options: object) -> None:
        super().__init__(*args, **options)
        _fill(self, "born_on", least=least)
        if is_signed_in:
            del self.fields["name"], self.fields["email"]


class Suits(forms.Form):
    """Four questions before somebody gives their name. The answers are read, answered and forgotten."""

    born_on = forms.Day("When were you born?", hint="For example, 27 3 1987", called="Your date of birth",
                        missing="Enter your date of birth")  # fmt: skip
    lived_here = forms.Radios(
        "Have you lived in the United Kingdom for the last {years} years?",
        choices=[("yes", "Yes, or nearly all of that time"), ("no", "No")],
        missing="Choose yes or no",
    )
    occupations = forms.Checkboxes(
        "Do you do any of these, paid or not?",
        hint="Tick all that fit. If none does, leave this empty.",
        required=False,
        choices=[(code, words) for code, (words, _) in OCCUPATIONS.items()],
    )
    is_investigated = forms.Radios(
        "Are the police or a court looking into anything about you now, or are you on bail?",
        hint="We do not ask about the past here",
        choices=[("no", "No"), ("yes", "Yes"), ("quiet", "I would rather not say here")],
        missing="Choose an answer. You may choose not to say",
    )

    def __init__(self, *args: object, years: int, today: date, **options: object) -> None:
        super().__init__(*args, **options)
        _fill(self, "lived_here", years=years)
        self.today = today

    def clean_born_on(self) -> date:
        born_on: date = self.cleaned_data["born_on"]
        if not is_possible(born_on, self.today):
            raise django_forms.ValidationError("Your date of birth must be in the past, and the year of a person alive")
        return born_on

    def facts(self) -> dict[str, object]:
        """The answers, as the rules take them; what somebody keeps to themselves is None."""
        meant = {"yes": True, "no": False, "quiet": None}
        typed = self.cleaned_data
        return {
            "born_on": typed["born_on"],
            "lived_here": meant[typed["lived_here"]],
            "occupations": typed["occupations"],
            "is_investigated": meant[typed["is_investigated"]],
        }


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
