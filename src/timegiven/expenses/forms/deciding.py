"""What an MVP Manager decides."""

from collections.abc import Collection, Iterable

from timegiven.expenses.forms.costs import ToVolunteer
from timegiven.expenses.models import Claim, Line
from timegiven.kernel.words import pounds
from timegiven.ui import forms


class Approve(forms.Form):
    keeping = forms.Checkboxes("What is paid back?", required=False)
    why = forms.LongText(
        "If you left something out, why?",
        hint="The volunteer reads this. Leave it empty if everything is ticked.",
        rows=3,
        required=False,
        max_length=200,
    )

    def __init__(self, *args: object, lines: Iterable[Line], **options: object) -> None:
        counted = [line for line in lines if line.is_counted]
        every = [line.reference for line in counted]
        super().__init__(*args, initial={"keeping": every}, **options)
        said = [(line.reference, f"{line.get_kind_display()}, {pounds(line.pence)}") for line in counted]
        self.fields["keeping"].choices = said


class Ask(forms.Form):
    question = ToVolunteer("What would you like to know?", missing="Write your question")


class Refuse(forms.Form):
    reason = ToVolunteer("Why can this not be paid back?", missing="Write the reason")


class PutRight(forms.Form):
    what = forms.Text(
        "What was put right?",
        hint="For example, the volunteer has entered the right account. Never write bank details here.",
        missing="Write what was put right",
        max_length=200,
    )


class TypedIn(forms.Form):
    alone = forms.Confirm("Only those that were approved by whoever typed them in", required=False)


class Filter(forms.Form):
    words = forms.Text("Name or reference", required=False)
    status = forms.Pick("Status", required=False, empty="Any")

    def __init__(self, *args: object, statuses: Collection[str], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["status"].choices = [each for each in Claim.Status.choices if each[0] in statuses]
