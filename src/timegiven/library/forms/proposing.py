"""An idea for a role, and the three questions about paid jobs."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from timegiven.library.models import RoleProfile
from timegiven.library.rules import QUESTIONS
from timegiven.programme.models import Strand
from timegiven.ui import forms

CONTRIBUTION_HINTS = {
    "SPECIALIST": "Somebody brings a skill of their own: accounts, photography, languages",
    "TRAINED": "You would train somebody for it: CCTV viewing, data input",
    "OFFICE": "A willing pair of hands: filing, archiving, post",
}


class Idea(forms.Form):
    """A few words, to look for roles like it."""

    words = forms.Text(
        "In a few words, what would the volunteer do?",
        hint="For example: check old files before they go to the archive",
        missing="Enter a few words about the task",
        called="Your idea",
        max_length=120,
    )


class Answer(forms.Form):
    """The three questions; each NO comes with its reason."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for number, question in enumerate(QUESTIONS, start=1):
            self.fields[question.field] = forms.YesNo(question.asked, missing=f"Question {number}: choose yes or no")
            self.fields[question.why_field] = forms.LongText(
                question.asked_why,
                hint="One sentence, if you answered no",
                missing=f"{question.asked_why} Say it in a sentence",
                rows=2,
                max_length=500,
            )

    @property
    def asked(self) -> list[dict[str, Any]]:
        """Each question with its two fields, for the page."""
        return [
            {"question": each, "answer": self[each.field], "why": self[each.why_field], "number": number}
            for number, each in enumerate(QUESTIONS, start=1)
        ]

    @property
    def answers(self) -> dict[str, bool]:
        return {each.field: self.cleaned_data[each.field] for each in QUESTIONS}

    @property
    def reasons(self) -> dict[str, str]:
        return {each.why_field: self.cleaned_data[each.why_field] for each in QUESTIONS}

    def clean(self) -> None:
        for each in QUESTIONS:  # a YES needs no reason: the proposal ends there
            if self.cleaned_data.get(each.field) is not False:
                self.errors.pop(each.why_field, None)
                self.cleaned_data.setdefault(each.why_field, "")


class Copy(Answer):
    """A role of another unit, for one of the units where this person may propose roles; the answers are given anew."""

    def __init__(self, *args: Any, units: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields = {
            "unit": forms.Pick("For which unit?", choices=units, missing="Choose the unit"),
            "title": forms.Text("What will it be called there?", called="The name", max_length=120,
                                missing="Enter a name for the role"),
            **self.fields,
        }  # fmt: skip
        if len(units) == 1:
            self.initial.setdefault("unit", units[0][0])


def about_the_role(strands: Mapping[str, Strand]) -> dict[str, Any]:
    """What the role is called, and of which kind it is; the part of volunteering only where there are several."""
    part = {
        "strand": forms.Radios(
            "Which part of volunteering is it?",
            choices=[(code, each.name) for code, each in strands.items()],
            hints={code: each.purpose for code, each in strands.items()},
            missing="Choose the part of volunteering",
        )
    }
    return {
        "title": forms.Text("A short name for the role", hint="For example: Archive files helper", max_length=120),
        **(part if len(strands) > 1 else {}),
        "category": forms.Pick("Kind of work", choices=RoleProfile.Category.choices, missing="Choose the kind of work"),
        "contribution": forms.Radios(
            "What would the volunteer bring?", choices=RoleProfile.Contribution.choices, hints=CONTRIBUTION_HINTS,
            missing="Choose what the volunteer would bring",
        ),
    }  # fmt: skip


class Propose(Answer):
    """The idea itself, for one of the units where this person may propose roles."""

    def __init__(
        self, *args: Any, units: Sequence[tuple[str, str]], strands: Iterable[Strand] = (), **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.strands = {strand.code: strand for strand in strands}
        role = about_the_role(self.strands)
        self.fields = {
            "once": self.fields["once"],
            "title": role.pop("title"),
            "purpose": forms.LongText(
                "What is it for?", hint="How would it help the unit and the borough?", called="What it is for",
                missing="Enter what the role is for", rows=3, max_length=1000,
            ),
            "unit": forms.Pick("Unit", choices=units),
            **role,
            **{name: field for name, field in self.fields.items() if name != "once"},
        }  # fmt: skip
        if len(units) == 1:
            self.initial.setdefault("unit", units[0][0])

    @property
    def idea_fields(self) -> list[Any]:
        """The questions about the idea, for the first part of the page."""
        asked = ("title", "purpose", "unit", "strand", "category", "contribution")
        return [self[name] for name in asked if name in self.fields]

    @property
    def idea(self) -> dict[str, Any]:
        said = {name: self.cleaned_data[name] for name in ("title", "purpose", "category", "contribution")}
        return said | {"strand": self.strands.get(self.cleaned_data.get("strand", ""))}
