"""What is typed in about letters and thanks."""

from timegiven.ui import forms


class Check(forms.Form):
    code = forms.Text(
        "Check code",
        hint="20 letters and digits at the foot of the letter",
        missing="Enter the check code",
        max_length=60,
        autocomplete="off",
    )


class Thank(forms.Form):
    how = forms.Text(
        "How did you thank them?",
        hint="For example, in person at the counter, by telephone, a card",
        missing="Write how you thanked them",
        max_length=200,
    )


class Sure(forms.Form):
    """A page with a button alone."""
