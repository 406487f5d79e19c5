"""What a parent or guardian answers, and whom a young applicant names."""

from timegiven.ui import forms


class Agree(forms.Form):
    """A parent's or guardian's consent."""

    adult_name = forms.Text(
        "Which grown-up may we ring while they are with us?",
        hint="You, or somebody else who is responsible for them",
        max_length=160,
        missing="Enter whom we may ring",
    )
    adult_phone = forms.Phone("Their telephone number", autocomplete="off", max_length=30)
    typed_name = forms.Text(
        "Your full name", hint="Typing it here is your signature", max_length=160, missing="Enter your full name"
    )


class NameGuardian(forms.Form):
    """Another parent or guardian."""

    name = forms.Name("Their full name", max_length=160, autocomplete="off")
    relationship = forms.Text(
        "Who are they to you?", hint="For example: mother, father, carer", max_length=80, width=20,
        missing="Enter who they are to you",
    )  # fmt: skip
    email = forms.Email("Their email address", required=False, autocomplete="off", max_length=254)
    phone = forms.Phone("Their telephone number", required=False, autocomplete="off", max_length=30)


class NameAdult(forms.Form):
    """Who is responsible for a young volunteer while they are here."""

    adult_here = forms.Text(
        "Full name", hint="Somebody who is at the unit whenever the young volunteer is", max_length=160
    )
