"""What is typed in on leaving: nothing that anyone must answer."""

from timegiven.programme.content.leaving import LEAVING_REASONS
from timegiven.ui import forms


class Leave(forms.Form):
    offered_word = forms.Pick(
        "If you would like to say, what changed?",
        hint="You need not answer. An answer is counted with other people’s and kept without your name.",
        choices=[(reason.code, reason.words) for reason in LEAVING_REASONS],
        empty="I would rather not say",
        required=False,
    )


class Cease(forms.Form):
    """No reason is asked for: there is no box in which one could be kept."""

    is_sure = forms.Confirm("I have thought of a talk, a break or another role first, and the programme ends it now")
