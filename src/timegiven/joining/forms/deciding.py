"""What a Borough MVP Manager types: a filter, an interview, a level, a paper application."""

from timegiven.library.models import VettingLevel
from timegiven.ui import forms

_STATUSES = [
    ("REGISTERED", "Interest registered"),
    ("APPLIED", "Applied"),
    ("INTERVIEWED", "Interviewed"),
    ("VETTING", "Security check under way"),
    ("VETTED", "Security check passed"),
    ("APPROVED", "Taken on"),
    ("DECLINED", "Not taken on"),
    ("WITHDRAWN", "Withdrawn"),
]

ACTS = [
    ("SEND", "Send to the vetting office"),
    ("TAKE_ON", "Take on as volunteers"),
    ("DECLINE", "Do not take on"),
]


class Filters(forms.Form):
    """Which applications to list."""

    name = forms.Text("Name", required=False)
    status = forms.Checkboxes("Where it stands", required=False, choices=_STATUSES)
    to_judge = forms.Confirm("Only with references to read", required=False)


class Find(forms.Form):
    """Whom to look for."""

    words = forms.Text(
        "Name", hint="Two letters are enough: the beginning of any part of the name", required=False, max_length=200,
        autocomplete="off",
    )  # fmt: skip


class Decide(forms.Form):
    """A page whose button is the whole answer."""


class Interview(forms.Form):
    """What came of a meeting."""

    interview_on = forms.NearDay(
        "When did you meet?", called="The day of the interview", missing="Enter the day of the interview"
    )
    interview_time = forms.Clock("At what time?", called="The time of the interview", missing="Enter the time")
    notes = forms.LongText(
        "Notes",
        hint="Only Borough MVP Managers of this borough can read these, and each look is recorded. "
        "The applicant may ask to see them.",
        required=False,
        max_length=4000,
    )
    goes_on = forms.Radios(
        "What did you decide together?",
        choices=[("yes", "Go on"), ("no", "Do not go on: we cannot offer a place")],
        hints={"no": "We write a kind letter that gives no reasons, and the application ends."},
        missing="Choose whether to go on",
    )


class SendToVetting(forms.Form):
    """At what level to check."""

    level = forms.Radios(
        "Level of the security check",
        choices=VettingLevel.choices,
        hints={
            "NPPV1": "Premises only, no police information",
            "NPPV2A": "Some police information, no computer systems",
            "NPPV2F": "Police computer systems, AWARE among them",
            "NPPV3": "Frequent secret information",
        },
        missing="Choose a level",
    )


class KeyIn(forms.Form):
    """The beginning of an application on paper."""

    name = forms.Name("Full name", autocomplete="off", max_length=160)
    born_on = forms.Day("Date of birth", hint="For example, 27 3 1945")
    phone = forms.Phone("Telephone number", required=False, autocomplete="off", max_length=30)
    borough = forms.Pick("Borough", missing="Choose a borough")

    def __init__(self, *args: object, boroughs: list[tuple[str, str]], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["borough"].choices = boroughs
        if len(boroughs) == 1:
            self.initial.setdefault("borough", boroughs[0][0])


class Act(forms.Form):
    """What should happen, and to which applications: one by its own button, or all that are ticked."""

    act = forms.Pick("What should happen?", choices=ACTS, required=False)

    def clean(self) -> dict[str, object]:
        """A row's own button names its application; the others go by the ticks."""
        one = str(self.data.get("one", ""))
        chosen: list[str] = getattr(self.data, "getlist", lambda _: [])("application")
        if one:
            act, _, reference = one.partition(" ")
            return {"act": act, "applications": [reference]} if act in dict(ACTS) else self._nothing()
        ticked = self.cleaned_data.get("act")
        return {"act": ticked, "applications": chosen} if ticked and chosen else self._nothing()

    def _nothing(self) -> dict[str, object]:
        self.add_error(None, "Choose what should happen, and to whom")
        return {}


class Undo(forms.Form):
    """Now, or not at all."""

    choice = forms.Radios(
        "What would you like?",
        choices=[("undo", "Undo it: nothing happens"), ("now", "Do it now, without waiting")],
        missing="Choose one of the two",
    )


class CheckRight(forms.Form):
    """A document, seen."""

    evidence = forms.Radios(
        "What did you see?",
        choices=[
            ("PASSPORT", "British or Irish passport"),
            ("BIRTH", "British birth certificate and a letter with their name"),
            ("SETTLED", "Settled or pre-settled status (share code)"),
            ("VISA", "Visa or residence permit that allows volunteering"),
            ("ASYLUM", "Application registration card of somebody seeking asylum"),
            ("OTHER", "Another document"),
        ],
        hints={"ASYLUM": "They may volunteer for a public body: only what they spent is paid back, and no contract."},
        missing="Choose what you saw",
    )
    conditions = forms.Text(
        "Conditions", hint="As they stand on it. For example: in term time.", required=False, max_length=200
    )
    expires_on = forms.NearDay("Ends on", hint="Leave this empty when it has no end", required=False)
