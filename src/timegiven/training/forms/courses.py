"""What is typed in when the list of courses is kept."""

from collections.abc import Iterable

from timegiven.training.models import Course
from timegiven.ui import forms

_HINTS = {
    "SESSION": "You set up sessions, and volunteers book a place.",
    "ONLINE": "Volunteers open the address in their own time; you record it, or send a sheet.",
    "JOB": "The unit manager signs, in the way that you and the Borough MVP Manager have agreed to.",
}


class Find(forms.Form):
    """Which courses are listed."""

    find = forms.Text("Words or code", required=False)
    delivery = forms.Pick("How it is given", required=False, empty="Any way", choices=Course.Delivery.choices)
    needed_for = forms.Pick("Who needs it", required=False, empty="Anybody", choices=Course.Needed.choices)
    closed = forms.Confirm("Courses no longer given", required=False)


class Keep(forms.Form):
    """A course, new or changed."""

    title = forms.Text("Name of the course", max_length=120)
    code = forms.Text(
        "Code", width=10, max_length=20, hint="A few capital letters, such as ELS. It stands in sheets and addresses."
    )
    about = forms.LongText(
        "What it is about", required=False, rows=4, max_length=600, hint="For volunteers: what they will be able to do"
    )
    delivery = forms.Radios("How is it given?", choices=Course.Delivery.choices, hints=_HINTS)
    link = forms.Text("Where it is taken", required=False, max_length=200, hint="The web address, if on a computer")
    minutes = forms.HoursMinutes(
        "How long it takes", min=5, max=30 * 60, hint="When it has modules, their times are added up instead"
    )
    valid_months = forms.Whole(
        "Good for how many months?", required=False, min=1, max=120, suffix="months", hint="Leave empty: for good"
    )
    needed_for = forms.Radios("Who needs it?", choices=Course.Needed.choices)
    first = forms.Checkboxes("Which courses come first?", required=False)
    is_offered = forms.YesNo("Is it given at the moment?", hint="A course that has ended stays on people’s records")

    def __init__(self, *args: object, courses: Iterable[Course], may_mark: bool, is_new: bool, **options: object):
        super().__init__(*args, **options)
        self.by_code = {each.code: each for each in courses}
        self.fields["first"].choices = [(each.code, each.title) for each in self.by_code.values()]
        if not may_mark:
            del self.fields["needed_for"]
        if not is_new:
            del self.fields["code"]

    def clean_code(self) -> str:
        typed = self.cleaned_data["code"].strip().upper()
        if not typed.replace("-", "").isalnum() or not typed.isascii():
            raise self.fields["code"].refuse("Code must be letters and numbers only")
        return typed

    def facts(self, course: Course | None) -> dict:
        """The answers as the service wants them."""
        typed = dict(self.cleaned_data)
        typed.setdefault("code", course.code if course else "")
        typed.setdefault("needed_for", course.needed_for if course else Course.Needed.PROFILE)
        return typed | {"first": [self.by_code[code] for code in typed["first"]]}


class AddModule(forms.Form):
    """A part of a course."""

    title = forms.Text("What the part is called", max_length=120)
    minutes = forms.HoursMinutes("How long it takes", min=5, max=12 * 60)


class Role(forms.Form):
    """The courses of its own that a role needs."""

    courses = forms.Checkboxes(
        "Which courses of its own does this role need?",
        required=False,
        hint="Only what the tasks of the role need. Training beyond that can be seen as a payment.",
    )

    def __init__(self, *args: object, courses: Iterable[Course], **options: object) -> None:
        super().__init__(*args, **options)
        self.by_code = {each.code: each for each in courses}
        self.fields["courses"].choices = [(each.code, each.title) for each in self.by_code.values()]

    def chosen(self) -> list[Course]:
        return [self.by_code[code] for code in self.cleaned_data["courses"]]
