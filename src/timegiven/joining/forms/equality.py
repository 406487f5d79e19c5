"""The equality questions: every one may be left out."""

from timegiven.joining.rules import equality
from timegiven.ui import forms


def _pick(label: str, choices: dict[str, str]) -> forms.Pick:
    return forms.Pick(label, required=False, empty="I would rather not say", choices=list(choices.items()))


class Equality(forms.Form):
    """Who offers to volunteer, taken together."""

    age = _pick("Your age", equality.AGE)
    sex = _pick("Your sex", equality.SEX)
    gender_as_registered = _pick("Is your gender the same as the sex registered at your birth?", equality.YES_NO)
    ethnicity = _pick("Your ethnic group", {code: words for code, (words, *_) in equality.ETHNICITY.items()})
    religion = _pick("Your religion", equality.RELIGION)
    orientation = _pick("Your sexual orientation", equality.ORIENTATION)
    disability = _pick("Does a health condition or illness of a year or more limit what you can do?", equality.YES_NO)
