"""What is typed in when a unit manager signs for training."""

from collections.abc import Iterable
from datetime import date

from timegiven.training.models import Course
from timegiven.ui import forms


class Sign(forms.Form):
    """Which course, on which day, and how long it took."""

    course = forms.Radios("What has been learnt?", missing="Choose what has been learnt")
    on = forms.NearDay("Day it was learnt", missing="Enter the day it was learnt")
    minutes = forms.HoursMinutes(
        "Time it took",
        required=False,
        min=5,
        max=12 * 60,
        hint="Leave this empty to use the usual length. It counts towards the month’s limit.",
    )

    def __init__(self, *args: object, courses: Iterable[Course], today: date, **options: object) -> None:
        super().__init__(*args, **options)
        self.by_code = {each.code: each for each in courses}
        self.fields["course"].choices = [(each.code, each.title) for each in self.by_code.values()]
        self.fields["on"].latest = today

    def facts(self) -> dict:
        typed = self.cleaned_data
        course = self.by_code[typed["course"]]
        return {"course": course, "on": typed["on"], "minutes": typed["minutes"] or course.minutes}
