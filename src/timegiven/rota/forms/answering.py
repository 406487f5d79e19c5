"""What is typed in when somebody cannot come, or tells us what suits them."""

from collections.abc import Sequence

from timegiven.rota.models.patterns import DAYS
from timegiven.rota.models.wishes import Wish
from timegiven.ui import forms

Choices = Sequence[tuple[str, str]]
TELLERS = [("them", "They told us themselves"), ("friend", "A friend or family member")]


class CannotCome(forms.Form):
    """Nothing need be typed; who could come instead may be named."""

    stand_in = forms.Pick(
        "Do you know somebody who might come instead?",
        hint="If they are free, we ask them for you. You need not find anyone.",
        empty="I do not know",
        choices=[],
        required=False,
    )

    def __init__(self, *args: object, colleagues: Choices, **options: object) -> None:
        super().__init__(*args, **options)
        if colleagues:
            self.fields["stand_in"].choices = colleagues
        else:
            del self.fields["stand_in"]


class TheyCannotCome(forms.Form):
    """Somebody rang the unit: only who, in the widest words, and never why."""

    told_by = forms.Radios("Who told us?", choices=TELLERS, missing="Choose who told us")


class TellMvpm(forms.Form):
    """What the unit would like to talk about: no more is written down."""

    about = forms.Radios(
        "What is it about?",
        choices=[("not_seen", "We did not see them"), ("how_it_goes", "We would like to talk about how it goes")],
        missing="Choose what it is about",
    )


class WhoRang(forms.Form):
    """Whom the call is about."""

    name = forms.Text("Name", required=False)


class AnswerByLink(forms.Form):
    """Which button of a letter's page was pressed, and for which of its duties."""

    offer = forms.Text(required=False)
    answer = forms.Radios(choices=[("yes", "Yes"), ("no", "No"), ("cannot", "Cannot come")], required=False)


class Wishes(forms.Form):
    """What suits a volunteer. Every box may stay empty."""

    most_week = forms.HoursMinutes(
        "What is the most time you would like to give in one week?",
        called="The time",
        hint="Leave it empty if it does not matter",
        required=False,
    )
    roles = forms.Checkboxes("Are there roles you like best?", choices=[], required=False)
    units = forms.Checkboxes("Are there places you like best?", choices=[], required=False)
    companions = forms.Checkboxes("Are there people you like to be with?", choices=[], required=False)
    wants_texts = forms.Confirm(
        "Text me when something changes on the day itself",
        hint="Never at night. Letters come in any case.",
        required=False,
    )

    def __init__(self, *args: object, roles: Choices, units: Choices, companions: Choices, **options: object) -> None:
        super().__init__(*args, **options)
        for name, choices in (("roles", roles), ("units", units), ("companions", companions)):
            if choices:
                self.fields[name].choices = choices
            else:
                del self.fields[name]
        for kind in ("suits", "never"):
            for number, day in enumerate(DAYS):
                self.fields[f"{kind}_{number}"] = forms.Checkboxes(
                    day, choices=Wish.Part.choices, required=False, inline=True
                )

    def told(self) -> dict[str, object]:
        """What was ticked, as the service takes it."""
        clean = self.cleaned_data
        ticked = {
            kind: [f"{number}-{part}" for number in range(7) for part in clean[f"{kind}_{number}"]]
            for kind in ("suits", "never")
        }
        named = {name: [int(each) for each in clean.get(name, [])] for name in ("roles", "units", "companions")}
        return {**ticked, **named, "most_week_minutes": clean["most_week"] or None, "wants_texts": clean["wants_texts"]}

    @property
    def weeks(self) -> list[tuple[str, list]]:
        """The two weeks of boxes, for the page."""
        titles = (("suits", "Which times usually suit you?"), ("never", "Which times never suit you?"))
        return [(title, [self[f"{kind}_{number}"] for number in range(7)]) for kind, title in titles]

    @property
    def others(self) -> list:
        names = ("most_week", "roles", "units", "companions", "wants_texts")
        return [self[name] for name in names if name in self.fields]


class Away(forms.Form):
    """From a day to a day."""

    first = forms.NearDay("First day away", missing="Enter the first day")
    last = forms.NearDay("Last day away", missing="Enter the last day")


class OtherDay(forms.Form):
    """One day that differs."""

    on = forms.NearDay("Which day?", called="The day", missing="Enter the day")
    suits = forms.Checkboxes(
        "Which parts of it suit you?",
        hint="Leave all empty if no part of that day suits",
        choices=Wish.Part.choices,
        required=False,
    )
