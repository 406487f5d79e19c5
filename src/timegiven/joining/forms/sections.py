"""The questions of the application, one thing a page; everything optional that can be."""

import re
from typing import Any

from timegiven.joining.selectors.answers import DAYS, HOW_OFTEN, PARTS, TRAVEL
from timegiven.programme.content.abilities import LANGUAGES, SKILL_GROUPS
from timegiven.programme.content.motivations import MOTIVATIONS
from timegiven.ui import forms
from timegiven.ui.forms.form import Key


class Question(forms.Form):
    """One page of the application.

    It is saved as often as it is sent, so it has no key that would carry it out once: somebody who goes back and
    corrects an answer has it saved again. ``seen`` is what was saved when the page was opened; ``tab`` tells this
    page from the same page in another window.
    """

    once = None  # type: ignore[assignment]  # Django takes a field away by this
    tab = Key(required=False)
    seen = Key(required=False)

    def answer(self) -> dict[str, Any]:
        """What was answered, as the service takes it."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("tab", "seen")}


class Name(Question):
    """Who somebody is."""

    name = forms.Name("Full name", autocomplete="name", max_length=160)
    known_as = forms.Name(
        "What would you like to be called?",
        required=False,
        max_length=80,
        width=20,
        hint="If it is not your first name",
    )


class Born(Question):
    """How old somebody is."""

    born_on = forms.Day("Date of birth", hint="For example, 27 3 1987", autocomplete="bday")


class Reach(Question):
    """How to ring somebody."""

    phone = forms.Phone(
        "Telephone number",
        required=False,
        max_length=30,
        hint="If you would rather be rung than written to. You can leave this empty.",
    )


class Address(Question):
    """Where somebody lives."""

    address = forms.LongText("Address and postcode", rows=4, autocomplete="street-address", max_length=400)


class Why(Question):
    """Why somebody would like to volunteer."""

    motivations = forms.Checkboxes(
        "What brings you here?",
        hint="Choose any that fit, or none. No answer is better than another.",
        required=False,
        choices=[(each.code, each.words) for each in MOTIVATIONS],
    )
    about = forms.LongText(
        "Is there anything you would like to add, in your own words?", required=False, max_length=1500
    )


def _listed(typed: str) -> list[str]:
    """What was typed between commas."""
    return [word for each in re.split(r"[,;\n]", typed) if (word := " ".join(each.split())[:60])][:8]


class Skills(Question):
    """What somebody is good at, in short groups; a word finds some among them without any script."""

    look = forms.Text("Find a skill", required=False, max_length=40, width=20, autocomplete="off")
    other = forms.Text(
        "Anything else you are good at", hint="Put commas between several", required=False, max_length=300
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        chosen = self.initial.get("skills", ())
        known = [skill for group in SKILL_GROUPS.values() for skill in group]
        self.initial.setdefault("other", ", ".join(skill for skill in chosen if skill not in known))
        for number, (title, skills) in enumerate(SKILL_GROUPS.items()):
            choices = [(skill, skill) for skill in skills]
            self.fields[f"group_{number}"] = forms.Checkboxes(title, required=False, choices=choices)
            self.initial.setdefault(f"group_{number}", [skill for skill in skills if skill in chosen])
        self.order_fields(["look", *self.groups, "other"])

    @property
    def groups(self) -> list[str]:
        return [f"group_{number}" for number in range(len(SKILL_GROUPS))]

    def narrow(self) -> int:
        """Show the skills that have the word, and those ticked already; return how many have it."""
        word, found = str(self["look"].value() or "").strip().casefold(), 0
        for name in self.groups:
            field, ticked = self.fields[name], self[name].value() or []
            has = [each for each in field.choices if word in f"{each[0]} {field.label}".casefold()]
            field.choices = [each for each in field.choices if each in has or each[0] in ticked]
            found += len(has)
        return found

    def answer(self) -> dict[str, Any]:
        typed = self.cleaned_data
        chosen = [skill for name in self.groups for skill in typed[name]]
        return {"skills": chosen + [skill for skill in _listed(typed["other"]) if skill not in chosen]}


class Languages(Question):
    """Which languages somebody speaks: three lists that open, and a box for all others."""

    first = forms.Pick("A language", required=False, empty="None")
    second = forms.Pick("Another language", required=False, empty="None")
    third = forms.Pick("One more language", required=False, empty="None")
    other = forms.Text("Any others", hint="Put commas between several", required=False, max_length=300)
    boxes = ("first", "second", "third")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        chosen = list(self.initial.get("languages", ()))
        listed = [language for language in chosen if language in LANGUAGES][: len(self.boxes)]
        for position, name in enumerate(self.boxes):
            self.fields[name].choices = [(language, language) for language in LANGUAGES]
            self.initial.setdefault(name, listed[position] if position < len(listed) else "")
        self.initial.setdefault("other", ", ".join(each for each in chosen if each not in listed))

    def answer(self) -> dict[str, Any]:
        typed = self.cleaned_data
        return {
            "languages": list(
                dict.fromkeys([*filter(None, (typed[name] for name in self.boxes)), *_listed(typed["other"])])
            )
        }


class Time(Question):
    """When somebody could give time."""

    days = forms.Checkboxes(
        "On which days could you give some time?",
        hint="A few hours a fortnight are plenty. You can change this at any time, and always say no.",
        choices=list(DAYS.items()),
        missing="Choose at least one day",
    )
    parts = forms.Checkboxes(
        "At what time of day?", choices=list(PARTS.items()), missing="Choose at least one time of day"
    )
    how_often = forms.Radios("How often, roughly?", choices=list(HOW_OFTEN.items()), required=False)


class Travel(Question):
    """How somebody would come."""

    travel = forms.Checkboxes(
        "How would you usually come?",
        hint="We pay your travel money back, so this helps us to offer you a place that is easy to reach",
        choices=list(TRAVEL.items()),
        missing="Choose at least one way",
    )


class Vehicle(Question):
    """What drivers should know (clauses 103 and 104)."""

    tells_insurer = forms.Confirm(
        "I will tell my own insurer that I drive to where I volunteer, and about any lifts that I give",
        missing="Tick the box if you will tell your insurer. If you would rather not drive, change how you would come",
    )
    no_police_vehicles = forms.Confirm(
        "I know that volunteers do not drive police vehicles",
        missing="Tick the box if you know that volunteers do not drive police vehicles",
    )


class Help(Question):
    """What would make it easier to be here."""

    what_would_help = forms.LongText(
        "What would help you here?",
        hint="For example: step-free way in, a larger screen, a quiet place, breaks for prayer, clear written "
        "instructions. Please do not name an illness or give medical details. "
        "Leave this empty if nothing comes to mind.",
        required=False,
        max_length=1000,
    )


class Emergency(Question):
    """Whom to ring first, and whom to ring when nobody answers there."""

    name = forms.Text("Their full name", max_length=160, missing="Enter the name of the person to ring")
    relationship = forms.Text(
        "Who are they to you?", hint="For example: partner, daughter, neighbour", max_length=80, width=20,
        missing="Enter who they are to you",
    )  # fmt: skip
    phone = forms.Phone("Their telephone number", autocomplete="off", max_length=30)
    second_name = forms.Text(
        "Somebody else to ring, if you like",
        hint="We ring them when the first person does not answer",
        required=False,
        max_length=160,
        autocomplete="off",
    )
    second_relationship = forms.Text("Who is this second person to you?", required=False, max_length=80, width=20)
    second_phone = forms.Phone(
        "The second person’s telephone number", required=False, autocomplete="off", max_length=30
    )

    def answer(self) -> dict[str, Any]:
        typed, parts = super().answer(), ("name", "relationship", "phone")
        first, second = ({part: typed[before + part] for part in parts} for before in ("", "second_"))
        return {"contacts": [first, second] if any(second.values()) else [first]}


class Guardian(Question):
    """Whom to ask whether somebody of 16 or 17 may volunteer."""

    name = forms.Name("Their full name", max_length=160, autocomplete="off")
    relationship = forms.Text(
        "Who are they to you?",
        hint="For example: mother, father, carer",
        max_length=80,
        width=20,
        missing="Enter who they are to you",
    )
    email = forms.Email("Their email address", required=False, autocomplete="off", max_length=254)
    phone = forms.Phone(
        "Their telephone number",
        required=False,
        autocomplete="off",
        max_length=30,
        hint="We ring whoever has no email",
    )


KNOWN_AS_WHAT = [
    ("Manager or former manager", "Manager or former manager"),
    ("Colleague", "Colleague"),
    ("Teacher or tutor", "Teacher or tutor"),
    ("Leader of a club or charity", "Leader of a club, charity or place of worship"),
    ("Another professional", "Another professional who knows you, such as a social worker"),
]


class Referee(forms.Form):
    """Somebody who may say something about the applicant."""

    name = forms.Name("Their full name", max_length=160, autocomplete="off")
    known_as_what = forms.Pick("How do they know you?", choices=KNOWN_AS_WHAT, missing="Choose how they know you")
    email = forms.Email("Their email address", required=False, autocomplete="off", max_length=254)
    phone = forms.Phone(
        "Their telephone number",
        required=False,
        autocomplete="off",
        max_length=30,
        hint="We ring whoever has no email",
    )
    is_no_relative = forms.Confirm("This person is not a relative of mine, or my partner")

    def facts(self) -> dict[str, Any]:
        """What is kept: that it is no relative goes without saying then."""
        return {name: self.cleaned_data[name] for name in ("name", "known_as_what", "email", "phone")}


class RefereeQuestion(Question, Referee):
    """The same as a page of the application."""

    def answer(self) -> dict[str, Any]:
        return self.facts()
