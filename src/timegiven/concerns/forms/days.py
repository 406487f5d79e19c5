"""What is typed in when somebody is asked not to come on a day."""

from collections.abc import Sequence

from timegiven.ui import forms


class NotThatDay(forms.Form):
    """A day and a ground: no box for more."""

    on = forms.NearDay("Which day?", called="The day", missing="Enter the day")
    ground = forms.Radios(
        "Why would it be better?", hint="Only the Borough MVP Manager reads this", missing="Choose why"
    )

    def __init__(self, *args: object, grounds: Sequence[tuple[str, str]], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["ground"].choices = grounds
