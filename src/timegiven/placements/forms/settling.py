"""What is typed in about the first weeks."""

from timegiven.ui import forms


class HowItGoes(forms.Form):
    """Two gentle questions."""

    going = forms.LongText(
        "How are you finding it so far?",
        called="Your answer",
        required=False,
        hint="Whatever you like to say. Only your MVP Manager reads it.",
        rows=5,
        max_length=2000,
    )
    wants_a_call = forms.YesNo("Would you like your MVP Manager to ring you?", missing="Choose yes or no")


class UnitNeeds(forms.Form):
    """One question."""

    unit_needs = forms.LongText(
        "Is there anything that you, or the volunteer, would be glad of?",
        called="Your answer",
        required=False,
        hint="For example: another chair, a second person to ask, more to do. Leave it empty if all is well.",
        rows=5,
        max_length=2000,
    )
