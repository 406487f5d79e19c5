"""Seven short questions to a referee, and the judgement of the answers."""

from timegiven.ui import forms

_FREQUENCY = [("yes", "Yes"), ("mostly", "Mostly"), ("no", "No"), ("unsure", "I cannot say")]


class Answers(forms.Form):
    """Two minutes."""

    how_known = forms.Text(
        "How do you know them?", hint="For example: I was their manager at a bank", max_length=300,
        missing="Enter how you know them",
    )  # fmt: skip
    how_long = forms.Radios(
        "How long have you known them?",
        choices=[("1", "Less than a year"), ("3", "One to three years"), ("4", "More than three years")],
        missing="Choose how long you have known them",
    )
    reliable = forms.Radios(
        "Do they do what they say they will do?",
        choices=_FREQUENCY,
        missing="Choose whether they do what they say they will do",
    )
    trusted = forms.Radios(
        "Would you trust them with private information?",
        choices=_FREQUENCY,
        missing="Choose whether you would trust them with private information",
    )
    with_people = forms.LongText(
        "How are they with other people?", rows=3, max_length=1000, missing="Enter how they are with other people"
    )
    doubts = forms.LongText(
        "Is there anything we should think about before they volunteer with the police?",
        rows=3, required=False, max_length=1000,
    )  # fmt: skip
    glad = forms.YesNo(
        "Would you be glad to see them volunteer with us?",
        missing="Choose whether you would be glad to see them with us",
    )

    def in_words(self) -> dict[str, str]:
        """The questions as they were asked, with the answers as they were read."""
        return {
            str(field.label): self._said(name, self.cleaned_data[name])
            for name, field in self.fields.items()
            if name != "once"
        }

    def _said(self, name: str, value: object) -> str:
        if isinstance(value, bool):
            return "Yes" if value else "No"
        choices = dict(getattr(self.fields[name], "choices", ()))
        return str(choices.get(value, value) or "Nothing")


class Judge(forms.Form):
    """Whether a reference will do."""

    is_satisfactory = forms.YesNo(
        "Is this reference satisfactory?",
        hint="If not, the applicant is asked for another name. They are not told which answer or why.",
        missing="Choose yes if the reference is satisfactory",
    )


class AskAgain(forms.Form):
    """Where somebody who has not answered is reached."""

    email = forms.Email("Their email address", required=False, autocomplete="off", max_length=254)
    phone = forms.Phone("Their telephone number", required=False, autocomplete="off", max_length=30)


class Discuss(forms.Form):
    """What was said about an answer that is not clear."""

    note = forms.LongText(
        "Note of a talk",
        hint="Stored encrypted. Only Borough MVP Managers of this borough read it. The applicant is not told.",
        rows=3,
        max_length=2000,
        missing="Enter what was said",
    )
