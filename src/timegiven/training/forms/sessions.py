"""What is typed in when a session is set up, changed, called off, filled or closed."""

from collections.abc import Iterable
from typing import Any

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_span
from timegiven.kernel.words import LONDON
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Volunteer
from timegiven.programme.models import Unit
from timegiven.training import rules
from timegiven.training.models import Course, Session
from timegiven.ui import forms

WHEN = [("waiting", "People waiting"), ("open", "Registers to close"), ("past", "Held or called off")]


class Filters(forms.Form):
    """Which sessions are listed."""

    when = forms.Pick("When", required=False, choices=WHEN, empty="To come")
    course = forms.Pick("Course", required=False, empty="Any course")

    def __init__(self, *args: object, courses: Iterable[Course], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["when"].choices = [("", "To come"), *WHEN]
        self.fields["course"].choices = [("", "Any course"), *((each.code, each.title) for each in courses)]


class SetUp(forms.Form):
    """When, where, with whom, and for how many."""

    course = forms.Pick("Course", missing="Choose the course")
    unit = forms.Pick("Held by", missing="Choose who holds it")
    day = forms.NearDay("Day", missing="Enter the day")
    starts = forms.Clock("It starts at", missing="Enter when it starts")
    ends = forms.Clock("It ends at", missing="Enter when it ends")
    venue = forms.Text("Where", max_length=200, hint="The address and the room")
    joining_words = forms.LongText(
        "What should people know before they come?",
        required=False,
        rows=3,
        max_length=400,
        hint="How to get in, what to bring, steps or a lift, something to eat",
    )
    trainer = forms.Text("Who gives it", max_length=120)
    places = forms.Whole("How many places", min=1, max=500, width=3)
    is_for_all = forms.YesNo("May volunteers of other boroughs come too?", missing="Choose yes or no")
    materials = forms.LongText(
        "Things to read or watch",
        required=False,
        rows=3,
        hint="One on each line: a few words, a space, and the address that begins with https://",
    )

    def __init__(self, *args: object, courses: Iterable[Course], units: Iterable[Unit], **options: object) -> None:
        super().__init__(*args, **options)
        self.by_code = {each.code: each for each in courses}
        self.units = {each.reference: each for each in units}
        self.fields["course"].choices = [(each.code, each.title) for each in self.by_code.values()]
        self.fields["unit"].choices = [(each.reference, each.name) for each in self.units.values()]
        if len(self.units) == 1:
            del self.fields["unit"]

    def clean_materials(self) -> list[tuple[str, str]]:
        try:
            return rules.courses.read_links(self.cleaned_data["materials"])
        except NotAllowed as refusal:
            raise self.fields["materials"].refuse(str(refusal)) from None

    def facts(self) -> dict[str, Any]:
        """The answers as the service wants them."""
        typed = dict(self.cleaned_data)
        starts_at, ends_at = london_span(typed.pop("day"), typed.pop("starts"), typed.pop("ends"))
        facts = typed | {"starts_at": starts_at, "ends_at": ends_at}
        if "course" in typed:
            facts["course"] = self.by_code[typed["course"]]
            facts["unit"] = self.units[typed["unit"]] if "unit" in typed else next(iter(self.units.values()))
        return facts


class Change(SetUp):
    """The same, once the session is there: its course and who holds it stay."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, courses=(), units=(), **options)
        del self.fields["course"], self.fields["unit"]


def as_typed(session: Session) -> dict[str, Any]:
    """A session in the words of the form."""
    starts, ends = session.starts_at.astimezone(LONDON), session.ends_at.astimezone(LONDON)
    links = session.materials.order_by("position")
    plain = {name: getattr(session, name) for name in ("venue", "joining_words", "trainer", "places", "is_for_all")}
    when = {"day": starts.date(), "starts": starts.time(), "ends": ends.time()}
    return plain | when | {"materials": "\n".join(f"{each.title} {each.url}" for each in links)}


class CallOff(forms.Form):
    """Why a session does not take place."""

    why = forms.Text("Why, in a few words for those who had a place", max_length=200)


class Add(forms.Form):
    """A volunteer who asked by telephone or at the door."""

    volunteer = forms.Radios("Who would like to come?", missing="Choose who would like to come")
    version = forms.Pick("Role it is for", required=False, hint="Leave this open for a course that everybody takes")

    def __init__(
        self,
        *args: object,
        volunteers: Iterable[Volunteer],
        versions: Iterable[ProfileVersion],
        **options: object,
    ) -> None:
        super().__init__(*args, **options)
        self.people = {each.reference: each for each in volunteers}
        self.versions = {each.reference: each for each in versions}
        self.fields["volunteer"].choices = [
            (each.reference, f"{each.person.name}, {each.borough.name}") for each in self.people.values()
        ]
        self.fields["version"].choices = [
            ("", "For everyone, whatever their role"),
            *((each.reference, each.title) for each in self.versions.values()),
        ]

    def facts(self) -> dict:
        typed = self.cleaned_data
        return {"volunteer": self.people[typed["volunteer"]], "version": self.versions.get(typed["version"])}


class Register(forms.Form):
    """Who came, and how long it took."""

    came = forms.Checkboxes("Who was there?", required=False, hint="Tick everybody who came")
    nobody = forms.Confirm("Nobody came", required=False)
    minutes = forms.HoursMinutes(
        "How long it took", min=5, max=12 * 60, hint="Breaks included. It counts in the month of everybody who came."
    )

    def __init__(self, *args: object, bookings: Iterable[Any], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["came"].choices = [
            (each.reference, f"{each.volunteer.person.name}, {each.volunteer.borough.name}") for each in bookings
        ]

    def clean(self) -> None:
        """A register is closed once: an empty one is closed on purpose."""
        came, nobody = self.cleaned_data.get("came"), self.cleaned_data.pop("nobody", False)
        if not came and not nobody:
            self.add_error("came", "Tick those who came. If there was nobody, tick “Nobody came”")
        if came and nobody:
            self.add_error("nobody", "Take this tick away, or those of the people who came")
