"""What is typed in about what helps, and what to do."""

from timegiven.ui import forms


class HealthCard(forms.Form):
    """Words that leave no room for a diagnosis."""

    helps = forms.LongText(
        "What helps from day to day?",
        called="What helps",
        required=False,
        hint="For example: a chair with arms, a short break each hour, large print. Not why you need it.",
        rows=4,
        max_length=1000,
    )
    what_to_do = forms.LongText(
        "What should people do if you are unwell?",
        called="What to do",
        required=False,
        hint="For example: Help me to sit down, give me water, and ring my daughter. Not the name of an illness or a "
        "medicine.",
        rows=4,
        max_length=1000,
    )
    for_first_aiders = forms.Confirm(
        "First aiders where I volunteer, and whoever rings for me in an emergency, may read what to do", required=False
    )


class OccupationalHealth(forms.Form):
    """Days only."""

    asked_on = forms.NearDay("When did you ask Occupational Health?", called="The day", required=False)
    answered_on = forms.NearDay("When did they answer?", called="The day", required=False)
    look_again_on = forms.NearDay("When should they be asked again?", called="The day", required=False)
