"""An equality impact assessment, as it lies on the desk."""

from collections.abc import Iterable
from typing import Any

from timegiven.insight.models import EqualityAssessment
from timegiven.programme.models import Strand
from timegiven.ui import forms

KINDS = {
    "SCREENING": "A first look: does anything here touch people differently?",
    "FULL": "With the people concerned, and with what is going to be done",
}


class Assess(forms.Form):
    """Of which strand, when, by whom, what was found, and what will be done."""

    strand = forms.Radios("Of which part of volunteering?", missing="Choose the part of volunteering")
    kind = forms.Radios(
        "What was made?", choices=EqualityAssessment.Kind.choices, hints=KINDS, missing="Choose what was made"
    )
    made_on = forms.NearDay("On which day was it made?", called="The day", missing="Enter the day")
    made_by = forms.Text("By whom?", hint="An office or a post, not a name", max_length=200, missing="Enter by whom")
    found = forms.LongText("What was found?", max_length=4000, missing="Write what was found")
    to_do = forms.LongText("What will be done?", max_length=4000, missing="Write what will be done")
    review_on = forms.NearDay(
        "When is it to be looked at again?",
        called="The day of the review",
        hint="Leave it empty for the time that the handbook says",
        required=False,
    )

    def __init__(self, *args: Any, strands: Iterable[Strand], **options: Any) -> None:
        super().__init__(*args, **options)
        self.strands = {strand.code: strand for strand in strands}
        self.fields["strand"].choices = [(code, strand.name) for code, strand in self.strands.items()]

    def facts(self) -> dict[str, Any]:
        """The answers as the service wants them."""
        return self.cleaned_data | {"strand": self.strands[self.cleaned_data["strand"]]}
