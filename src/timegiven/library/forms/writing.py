"""The profile itself: purpose, tasks, marks."""

from django.core.exceptions import ValidationError

from timegiven.library import rules
from timegiven.library.models import VettingLevel
from timegiven.ui import forms

LONGEST_TASK = 200

VETTING_HINTS = {
    "NPPV1": "Always with staff beside them, and no access to police information",
    "NPPV2A": "On police premises, with little access to police information",
    "NPPV2F": "Regular access to police information or systems",
    "NPPV3": "Sensitive information, or nobody beside them",
}


class Complete(forms.Form):
    """What the MVP Manager writes together with the unit."""

    purpose = forms.LongText(
        "What is the role for?", called="What it is for", missing="Enter what the role is for", rows=4, max_length=1000
    )
    tasks = forms.LongText(
        "Tasks",
        hint="One on each line, up to 12. The volunteer may do these and nothing else.",
        missing="Enter at least one task",
        rows=8,
    )
    vetting_level = forms.Radios("Vetting level", choices=VettingLevel.choices, hints=VETTING_HINTS)
    is_public_facing = forms.YesNo(
        "Does the volunteer meet the public?", hint="If so, they need Emergency Life Saving training"
    )
    is_lifting = forms.YesNo("Does the volunteer lift or carry?", hint="If so, they need Manual Handling training")
    needs_aware = forms.YesNo(
        "Does the volunteer need an AWARE account?",
        hint="AWARE is the police computer network. Only roles that need it get an account.",
    )
    allows_own_vehicle = forms.YesNo(
        "May the volunteer use their own vehicle for a task?",
        hint="Better not. It must be risk assessed here and covered by their own insurer. "
        "Police vehicles are never driven by volunteers.",
    )
    kit = forms.Text("Kit that we give them", hint="For example: bright jacket, gloves", required=False, max_length=200)
    # Four weeks of ten hours make the forty hours of a month.
    weekly_minutes = forms.HoursMinutes(
        "Usual time in a week", hint="About 4 hours once a week is usual", min=30, max=10 * 60
    )
    least_age = forms.Whole("Least age", min=16, max=30, suffix="years", width=2)

    def clean_tasks(self) -> list[str]:
        tasks = rules.lines_of(self.cleaned_data["tasks"])
        for number, task in enumerate(tasks, start=1):
            if len(task) > LONGEST_TASK:
                raise ValidationError(f"Task {number} must be {LONGEST_TASK} characters or fewer")
        return tasks
