"""Are these two records one person?"""

from timegiven.ui import forms


class Compare(forms.Form):
    """One person or two; and which record is kept."""

    answer = forms.Radios("Are they the same person?", missing="Choose whether they are the same person")

    def __init__(self, *args: object, one: tuple[str, str], other: tuple[str, str], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["answer"].choices = [
            (one[0], f"The same person. Keep the record on the left, {one[1]}"),
            (other[0], f"The same person. Keep the record on the right, {other[1]}"),
            ("different", "Two people. Do not ask again"),
        ]
