"""What is typed in about a worry: as little as possible."""

from timegiven.concerns.models import Concern
from timegiven.ui import forms

LONGEST = 4000


class Tell(forms.Form):
    """A minute on a telephone."""

    words = forms.LongText(
        "What would you like to tell us?",
        hint="A few words are enough. If you would rather talk, leave this empty.",
        required=False,
        max_length=LONGEST,
        rows=4,
    )
    wish = forms.Radios("What would you like us to do?", choices=Concern.Wish.choices, initial=Concern.Wish.KNOW)
    is_about_manager = forms.Confirm(
        "It is about my MVP Manager. Send it to the Central Team; my MVP Manager does not see it.", required=False
    )


class TellFor(Tell):
    """What somebody told by telephone, by letter or face to face."""

    words = forms.LongText(
        "What did they tell you?",
        hint="In their words. They get a letter that it was noted, without the words.",
        required=False,
        max_length=LONGEST,
        rows=4,
    )
    wish = forms.Radios(
        "What would they like?",
        choices=[
            (Concern.Wish.KNOW, "That we know, that is all"),
            (Concern.Wish.RING, "To be rung"),
            (Concern.Wish.MEET, "To meet and talk"),
        ],
        initial=Concern.Wish.RING,
    )
    is_about_manager = forms.Confirm(
        "It is about their MVP Manager. Send it to the Central Team; the MVP Manager does not see it.", required=False
    )


class Add(forms.Form):
    words = forms.LongText(
        "What would you like to add?", missing="Write what you would like to add", max_length=LONGEST, rows=4
    )


class Answer(forms.Form):
    words = forms.LongText(
        "What is being done?",
        hint="They read this. Say what happens next and when they hear from you.",
        missing="Write what is being done",
        max_length=LONGEST,
        rows=4,
    )


class Settle(forms.Form):
    words = forms.LongText(
        "How did it end?",
        hint="They read this, and can say that for them it is not settled",
        missing="Write how it ended",
        max_length=LONGEST,
        rows=4,
    )
