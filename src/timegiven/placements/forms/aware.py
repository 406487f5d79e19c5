"""What is typed in about an AWARE account."""

from timegiven.ui import forms


class AwareLogin(forms.Form):
    """The log-in that the service desk has made."""

    login = forms.Text(
        "Log-in name",
        hint="As the service desk gave it to you. Never the password.",
        max_length=40,
        missing="Enter the log-in name",
    )


class HandOver(forms.Form):
    """The rule of the unit's e-mail, read together."""

    is_explained = forms.Confirm("I have explained how e-mail is used, and the volunteer has the log-in")
