"""What is typed in when training is recorded, or what runs out is looked for."""

from collections.abc import Iterable, Sequence
from datetime import date

from timegiven.kernel.words import so_many
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Volunteer
from timegiven.training.models import Course
from timegiven.ui import forms


class Record(forms.Form):
    """Who did which course on which day, and for which role."""

    volunteers = forms.Checkboxes("Who completed it?", missing="Tick at least one person")
    course = forms.Pick("Course", missing="Choose the course")
    version = forms.Pick(
        "Role it was for",
        required=False,
        empty="For everyone, whatever their role",
        hint="Training is given for a role. Leave this open for the courses that everybody takes.",
    )
    on = forms.NearDay("Day it was done", missing="Enter the day it was done")
    minutes = forms.HoursMinutes(
        "Time it took",
        required=False,
        min=1,
        max=12 * 60,
        hint="Leave this empty to use the usual length of the course. It counts towards the month’s limit.",
    )
    agreed_because = forms.Text(
        "Agreed by the Borough MVP Manager because",
        required=False,
        hint="Only for a course that the role does not need. Such training can be seen as a payment for time "
        "given, so the reason is kept.",
        max_length=200,
    )

    why_late = forms.Text(
        "Why it comes late",
        required=False,
        hint="Only for a month that has been closed. The change shows beside its totals, with this reason.",
        max_length=200,
    )

    def __init__(
        self,
        *args: object,
        volunteers: Iterable[Volunteer],
        courses: Iterable[Course],
        versions: Iterable[ProfileVersion],
        may_agree: bool,
        today: date,
        **options: object,
    ) -> None:
        super().__init__(*args, **options)
        self.people = {each.reference: each for each in volunteers}
        self.courses = {each.code: each for each in courses}
        self.versions = {each.reference: each for each in versions}
        self.fields["volunteers"].choices = [
            (each.reference, f"{each.person.name}, {each.borough.name}") for each in self.people.values()
        ]
        self.fields["course"].choices = [(each.code, each.title) for each in self.courses.values()]
        # What leaves it open stands in the list itself, so that it is an answer and not a gap.
        self.fields["version"].choices = [
            ("", "For everyone, whatever their role"),
            *((each.reference, each.title) for each in self.versions.values()),
        ]
        self.fields["on"].latest = today
        if not may_agree:
            del self.fields["agreed_because"], self.fields["why_late"]

    def facts(self) -> dict:
        """The answers as the service wants them."""
        typed = dict(self.cleaned_data)
        course = self.courses[typed["course"]]
        return {
            "volunteers": [self.people[reference] for reference in typed["volunteers"]],
            "course": course,
            "version": self.versions.get(typed["version"]),
            "on": typed["on"],
            "minutes": typed["minutes"] or course.minutes,
            "agreed_because": typed.get("agreed_because", ""),
            "why_late": typed.get("why_late", ""),
        }


class Find(forms.Form):
    """Whose names are shown to tick."""

    find = forms.Text("Name or reference", required=False)


class TakeOff(forms.Form):
    """Why something on a record is wrong."""

    why = forms.Text(
        "What was wrong?",
        missing="Enter what was wrong",
        max_length=200,
        hint="The volunteer reads this. For example: somebody else of that name came.",
    )


class Expiring(forms.Form):
    """The filters of what runs out."""

    within = forms.Pick("When", required=False)
    course = forms.Pick("Course", required=False, empty="Any course")

    def __init__(self, *args: object, courses: Iterable[Course], days: Sequence[int], **options: object) -> None:
        super().__init__(*args, **options)
        *sooner, longest = sorted(days)
        self.fields["course"].choices = [("", "Any course"), *((each.code, each.title) for each in courses)]
        self.fields["within"].choices = [
            ("", f"Within {so_many(longest, 'day')}"),
            ("0", "Run out already"),
            *((str(each), f"Within {so_many(each, 'day')}") for each in sooner),
        ]
