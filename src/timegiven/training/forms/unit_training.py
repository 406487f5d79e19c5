"""What is typed in when a unit teaches a course itself."""

from collections.abc import Iterable

from timegiven.programme.models import Unit
from timegiven.training.models import Course
from timegiven.ui import forms

HOW = "How it is taught"
_HINT = "Who shows it, what is practised, for how long, and how you see that it has been learnt."


class Propose(forms.Form):
    """Which course, where, and how."""

    course = forms.Pick("Course", missing="Choose the course")
    unit = forms.Pick("Unit", missing="Choose the unit")
    how = forms.LongText(HOW, rows=6, max_length=2000, hint=_HINT)

    def __init__(self, *args: object, courses: Iterable[Course], units: Iterable[Unit], **options: object) -> None:
        super().__init__(*args, **options)
        self.by_code = {each.code: each for each in courses}
        self.units = {each.reference: each for each in units}
        self.fields["course"].choices = [(each.code, each.title) for each in self.by_code.values()]
        self.fields["unit"].choices = [(each.reference, each.full_name) for each in self.units.values()]
        if len(self.units) == 1:
            del self.fields["unit"]

    def facts(self) -> dict:
        typed = self.cleaned_data
        unit = self.units[typed["unit"]] if "unit" in typed else next(iter(self.units.values()))
        return {"course": self.by_code[typed["course"]], "unit": unit, "how": typed["how"]}


class Again(forms.Form):
    """The same, after a question."""

    how = forms.LongText(HOW, rows=6, max_length=2000, hint=_HINT)


class SendBack(forms.Form):
    """What is asked before agreeing."""

    question = forms.LongText("What would you like to know?", rows=3, max_length=400)
