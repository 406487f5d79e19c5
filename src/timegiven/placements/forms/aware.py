"""What is typed in about an AWARE account."""

from timegiven.ui import forms


class Aware(forms.Form):
    """The log-in that was arranged."""

    login = forms.Text(
        "Log-in name", hint="As the service desk gave it to you", max_length=40, missing="Enter the log-in name"
    )
