"""What is agreed beforehand."""

from timegiven.expenses.forms.costs import Distance
from timegiven.expenses.models import CostAgreement, Vehicle
from timegiven.ui import forms

Kind = CostAgreement.Kind


class Terms(forms.Form):
    """What both an asking and an agreeing say."""

    what = forms.Text(
        "What is it?",
        hint="For example, bus 24 there and back, or care for my mother while I am there",
        missing="Write what it is",
        max_length=200,
    )
    vehicle = forms.Radios(
        "If you use your own vehicle, which?", choices=[("", "None"), *Vehicle.choices], required=False
    )
    most_tenths = Distance(
        "If you use your own vehicle, how many miles at one session?",
        hint="There and back together, for example 6 or 3.4",
        called="The miles",
        required=False,
    )
    most_pence = forms.Pence(
        "Otherwise, up to how much at one session?",
        hint="Leave it empty if it is whatever the ticket costs",
        called="The amount",
        required=False,
        max=99_999,
    )


class AskToAgree(Terms):
    placement = forms.Radios("For which role?", missing="Choose the role")
    kind = forms.Radios("What kind of cost?", choices=Kind.choices, missing="Choose the kind of cost")
    field_order = ("placement", "kind", "what", "vehicle", "most_tenths", "most_pence")

    def __init__(self, *args: object, placements: list, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["placement"].choices = [
            (each.reference, f"{each.version.title}, {each.unit.full_name}") for each in placements
        ]


class Agree(Terms):
    from_on = forms.NearDay("From which day?", called="The day", missing="Enter the first day")
    until_on = forms.NearDay(
        "Until which day?", hint="The first day on which it no longer holds. Empty: no end", called="The last day",
        required=False,
    )  # fmt: skip
    insurer_seen_on = forms.NearDay(
        "For driving for the role itself: when did you see their insurer’s letter?",
        hint="Empty for everything else",
        called="The day",
        required=False,
    )


class Decline(forms.Form):
    reason = forms.LongText(
        "Why can this not be agreed?",
        rows=4,
        hint="The volunteer reads this in a letter",
        missing="Write the reason",
        max_length=500,
    )


class End(forms.Form):
    """A page with a button alone."""
