"""What is typed in when a course beyond a role is asked for and decided."""

from timegiven.ui import forms


class Ask(forms.Form):
    """What the course would help with."""

    wish = forms.Text("What would it help you with?", max_length=200, hint="One sentence is enough")


class Decide(forms.Form):
    """Yes or no, and the reason that is kept."""

    answer = forms.Radios(
        "Do you agree to it?",
        choices=[("yes", "Yes, I agree"), ("no", "No, not this time")],
        missing="Choose yes or no",
    )
    because = forms.Text(
        "Why",
        max_length=200,
        hint="The volunteer reads this. For a yes: what it will be used for in volunteering.",
    )


class Filters(forms.Form):
    """Which requests are listed."""

    status = forms.Pick(
        "Status", required=False, choices=[("ASKED", "Waits for an answer")], empty="Waits for an answer"
    )

    def __init__(self, *args: object, statuses: list[tuple[str, str]], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["status"].choices = [("", "Any"), *statuses]
