"""What is typed in about own cars."""

from timegiven.placements.models import VehicleStatement
from timegiven.ui import forms

Kind = VehicleStatement.Kind


def _choices(kinds: tuple) -> list[tuple[str, str]]:
    return [(kind.value, str(kind.label)) for kind in kinds]


class SayVehicle(forms.Form):
    """What the insurer knows."""

    said = forms.Checkboxes(
        "What does your insurer know?",
        required=False,
        hint="Leave a box open if it does not apply to you",
        choices=_choices(VehicleStatement.SAID),
    )


class VehiclePaper(forms.Form):
    """A paper that was seen."""

    kind = forms.Radios("Which paper?", choices=_choices(VehicleStatement.SHOWN), missing="Choose which paper")
    seen_on = forms.NearDay("When did you see it?", called="The day", missing="Enter the day")
    until_on = forms.NearDay("Until when does it hold?", called="The day", missing="Enter the last day")
