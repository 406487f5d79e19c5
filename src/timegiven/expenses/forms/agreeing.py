"""What is agreed beforehand."""

from timegiven.expenses.forms.costs import Distance, ToVolunteer
from timegiven.expenses.models import CostAgreement, Vehicle
from timegiven.ui import forms

Kind = CostAgreement.Kind


class Terms(forms.Form):
    """What both an asking and an agreeing say."""

    what = forms.Text(
        "What is it?",
        hint="For example, bus 24 there and back, or care for my mother while I am there",
        called="What it is",
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
        width=5,
    )
    most_pence = forms.Pence(
        "Otherwise, up to how much at one session?",
        hint="Leave it empty if it is whatever the ticket costs",
        called="The amount",
        required=False,
        max=99_999,
    )


class Asking(Terms):
    """What a volunteer asks for, or their MVP Manager for them."""

    def __init__(self, *args: object, is_own: bool = True, **options: object) -> None:
        super().__init__(*args, **options)
        if not is_own:
            self.fields["what"].help_text = "For example, bus 24 there and back, or care for their mother meanwhile"
            for name in ("vehicle", "most_tenths"):
                self.fields[name].label = self.fields[name].label.replace("you use your", "they use their")


class AskToAgree(Asking):
    placement = forms.Radios("For which role?", missing="Choose the role")
    kind = forms.Radios("What kind of cost?", choices=Kind.choices, missing="Choose the kind of cost")
    field_order = ("placement", "kind", "what", "vehicle", "most_tenths", "most_pence")

    def __init__(self, *args: object, placements: list, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["placement"].choices = [
            (each.reference, f"{each.version.title}, {each.unit.full_name}") for each in placements
        ]


class AskForADay(Asking):
    """A cost of one day without a session."""

    on = forms.NearDay("On which day?", called="The day", missing="Enter the day")
    kind = forms.Radios(
        "What kind of cost?",
        choices=[each for each in Kind.choices if each[0] != Kind.DUTY],
        missing="Choose the kind of cost",
    )
    field_order = ("on", "kind", "what", "vehicle", "most_tenths", "most_pence")

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["what"].help_text = "For example, train to the first-aid course at Hendon and back"
        self.fields["most_tenths"].label = self.fields["most_tenths"].label.replace(" at one session", "")
        self.fields["most_pence"].label = "Otherwise, up to how much?"


class Agree(Terms):
    """The terms of one kind of cost: a vehicle and miles, or an amount."""

    from_on = forms.NearDay("From which day?", called="The day", missing="Enter the first day")
    until_on = forms.NearDay(
        "Until which day?", hint="The first day on which it no longer holds. Empty: no end.", called="The day",
        required=False,
    )  # fmt: skip

    def __init__(self, *args: object, is_miles: bool, is_for_one_day: bool, **options: object) -> None:
        super().__init__(*args, **options)
        each = "" if is_for_one_day else " at one session"
        self.fields["vehicle"].choices = Vehicle.choices
        self.fields["vehicle"].label = "Which vehicle?"
        self.fields["most_tenths"].label = f"Up to how many miles{each}?"
        self.fields["most_pence"].label = f"Up to how much{each}?"
        asked_for = ("most_pence",) if is_miles else ("vehicle", "most_tenths")
        for name in (*asked_for, *(("from_on", "until_on") if is_for_one_day else ())):
            del self.fields[name]


class Decline(forms.Form):
    reason = ToVolunteer("Why can this not be agreed?", missing="Write the reason")
