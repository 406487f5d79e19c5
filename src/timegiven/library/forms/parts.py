"""The parts of a profile, a form each; the fields are named as the library keeps them."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError

from timegiven.library import rules
from timegiven.library.forms.proposing import about_the_role
from timegiven.library.models import DbsCheck, VettingLevel
from timegiven.programme.models import Strand
from timegiven.ui import forms

LONGEST_LINE = 200  # of training, as it is kept
VETTING_HINTS = {
    "NPPV1": "Always with staff beside them, and no access to police information",
    "NPPV2A": "On police premises, with little access to police information",
    "NPPV2F": "Regular access to police information or systems",
    "NPPV3": "Sensitive information, or nobody beside them",
}


class Written(forms.Form):
    """Whatever is pasted is plain text: characters that nobody can see are taken out."""

    def clean(self) -> None:
        for name, value in self.cleaned_data.items():
            if isinstance(value, str):
                self.cleaned_data[name] = rules.tidied(value)


class Kind(Written):
    """What the role is called and of which kind it is, as it was asked when the role was proposed."""

    def __init__(self, *args: Any, strands: Iterable[Strand], **options: Any) -> None:
        super().__init__(*args, **options)
        self.strands = {strand.code: strand for strand in strands}
        self.fields.update(about_the_role(self.strands))

    def clean_strand(self) -> Strand:
        return self.strands[self.cleaned_data["strand"]]


class About(Written):
    purpose = forms.LongText(
        "What is the role for?",
        called="What it is for",
        missing="Enter what the role is for",
        hint="Say it to the volunteer: “Old case files wait in a corner. You help to empty that corner.”",
        rows=4,
        max_length=1000,
    )


class Place(Written):
    place = forms.Text(
        "Where is it?",
        called="The place",
        missing="Enter where it is",
        hint="The room and the building, and whether there are steps. For example: records room, first floor, lift.",
        max_length=200,
    )
    usual_times = forms.Text(
        "When, as a rule?",
        called="The usual times",
        missing="Enter when, as a rule",
        hint="For example: weekday mornings between 10am and 1pm",
        max_length=200,
    )
    # Four weeks of ten hours make the forty hours of a month.
    weekly_minutes = forms.HoursMinutes(
        "Usual time in a week", hint="What is usual stands here already", min=30, max=10 * 60
    )


class Helps(Written):
    helps_unit = forms.LongText("How does it help the unit?", missing="Enter how it helps the unit", rows=3,
                                max_length=500)  # fmt: skip
    helps_borough = forms.LongText(
        "Which of the borough’s aims does it serve?",
        missing="Enter which of the borough’s aims it serves",
        hint="For example: safer neighbourhoods, better care of victims",
        rows=3,
        max_length=500,
    )
    helps_volunteer = forms.LongText(
        "What does the volunteer get from it?",
        missing="Enter what the volunteer gets from it",
        hint="For example: practice in an office, company, something to tell an employer",
        rows=3,
        max_length=500,
    )


class Skills(Written):
    skills = forms.LongText(
        "Skills that would help",
        hint="One on each line. For example: patience with detail; a clear telephone voice.",
        missing="Enter at least one skill, or “None: we show you everything”",
        rows=5,
        max_length=1000,
    )

    def clean_skills(self) -> str:
        return "\n".join(rules.lines_of(self.cleaned_data["skills"]))


class Training(Written):
    lines = forms.LongText(
        "Training of this role’s own",
        hint="One on each line; leave it empty if there is none. Only what the role needs: training beyond it could "
        "count as payment.",
        required=False,
        rows=4,
        max_length=1000,
    )

    def clean_lines(self) -> list[str]:
        lines = rules.lines_of(self.cleaned_data["lines"])
        for number, line in enumerate(lines, start=1):
            if len(line) > LONGEST_LINE:
                raise ValidationError(
                    f"Line {number} must be {LONGEST_LINE} characters or fewer and has {len(line)}: make two lines of "
                    "it, or say it more shortly"
                )
        return lines

    def clean(self) -> None:
        """The lines are tidy already."""


class Checks(Written):
    vetting_level = forms.Radios("Vetting level", choices=VettingLevel.choices, hints=VETTING_HINTS)
    dbs_check = forms.Radios(
        "Check by the Disclosure and Barring Service",
        choices=DbsCheck.choices,
        hints=rules.DBS_LAW,
        hint="To ask for a higher check than the role allows is unlawful",
    )
    dbs_reason = forms.LongText(
        "Which duty of the role allows the check, and by which law?",
        called="The reason for the check",
        hint="Needed unless you chose “None”",
        required=False,
        rows=3,
        max_length=500,
    )


class Age(Written):
    least_age = forms.Whole("Least age", min=16, max=30, suffix="years", width=2)
    suits_under_18 = forms.YesNo(
        "Does it suit people under 18?",
        hint="They are never left in sole charge, and the risk assessment thinks of them",
    )


class Kit(Written):
    kit = forms.Text("Kit that we lend", hint="For example: cotton gloves, bright jacket", required=False,
                     max_length=200)  # fmt: skip
    dress = forms.Text(
        "What to wear",
        hint="Smart casual, no jeans, is usual. Never a uniform. Protective clothing is lent on request.",
        required=False,
        max_length=200,
    )


class Looked(Written):
    supervisor = forms.Text(
        "Who looks after the volunteer?",
        called="The supervisor",
        missing="Enter the supervisor’s post",
        hint="The post, not the name: people change. For example: records office supervisor.",
        max_length=120,
    )
    deputy = forms.Text(
        "Who, when the supervisor is away?",
        called="The deputy",
        missing="Enter the deputy’s post",
        max_length=120,
    )

    def clean(self) -> None:
        super().clean()
        supervisor, deputy = self.cleaned_data.get("supervisor"), self.cleaned_data.get("deputy")
        if supervisor and deputy and supervisor.casefold() == deputy.casefold():
            self.add_error("deputy", "The deputy must be another post than the supervisor")


class Number(Written):
    wanted = forms.Whole("How many volunteers would you like?", called="The number", min=1, max=99, width=2)
    if_nobody_comes = forms.LongText(
        "What happens when no volunteer comes?",
        called="What happens then",
        missing="Enter what happens when no volunteer comes",
        hint="A unit must not rely on a volunteer. For example: the files wait until next time.",
        rows=3,
        max_length=500,
    )


class Meeting(Written):
    met_team_on = forms.NearDay(
        "When did you meet the unit’s team?",
        called="The day of the meeting",
        hint="Leave it empty until you have. For example, 17/5/2027.",
        required=False,
    )
    met_team_note = forms.LongText("What was said", hint="Worries too, and what was agreed", required=False, rows=3,
                                   max_length=1000)  # fmt: skip
    shadowed_on = forms.NearDay(
        "When did you try the role out yourself?",
        called="The day on which you tried it",
        hint="Only if you have: you need not",
        required=False,
    )
    shadowed_note = forms.LongText("What you noticed", required=False, rows=3, max_length=1000)


FORMS: dict[str, type[Written]] = {
    rules.KIND: Kind, "about": About, "place": Place, "help": Helps, "skills": Skills, "training": Training,
    "checks": Checks, "age": Age, "kit": Kit, "people": Looked, "number": Number, "meeting": Meeting,
}  # fmt: skip


def part(name: str, data: Any = None, **options: Any) -> Written:
    """The form of one part."""
    return FORMS[name](data, **options)
