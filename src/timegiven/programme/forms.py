"""What is typed in when the handbook changes, and when something is looked up."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms as django_forms

from timegiven.programme.models import Cover, Strand
from timegiven.programme.policy import Policy
from timegiven.ui import forms

NOT_MARKED, RESTRICTED = "Not Protectively Marked", "Restricted"
_CLOCK = re.compile(r"^\d\d:\d\d$")
_NEW = {"label": "New value", "missing": "Enter the new value"}


def _value_field(policy: Policy, now: Any) -> Any:
    """The question that fits a number: one of some words, hours and minutes, pounds, a clock, a list, or words."""
    example = policy.default
    if policy.choices:
        return forms.Pick("New value", choices=[(word, policy.called.get(word, word)) for word in policy.choices])
    if isinstance(example, bool):
        return forms.YesNo("New value")
    if isinstance(example, int):
        return _number_field(policy)
    if isinstance(example, list):
        return _list_field(policy, now)
    return forms.Clock(**_NEW) if _CLOCK.match(example) else forms.Text(**_NEW, max_length=120)


def _number_field(policy: Policy) -> Any:
    if policy.unit == "pence":
        return forms.Pence(**_NEW, max=100_000)
    if policy.unit == "minutes":  # none at all is an answer where the handbook itself begins with none
        return forms.HoursMinutes(**_NEW, min=1 if policy.default else 0, max=744 * 60)
    return forms.Whole(**_NEW, min=1, max=99_999, suffix=policy.unit)


def _list_field(policy: Policy, now: Any) -> Any:
    if policy.called:
        return forms.Checkboxes("New value", choices=policy.called.items(), initial=now, missing="Choose at least one")
    return Several("New values", hint="Whole numbers with commas between them, like 60, 30, 7", max_length=60)


def _part_field(called: str, now: Any) -> Any:
    """The question about one part of a number that has several, filled in with what holds today."""
    asked = {"label": called, "called": called, "missing": f"Enter a value for {called}", "initial": now}
    return forms.Text(**asked, max_length=120) if isinstance(now, str) else forms.Whole(**asked, min=1, max=9999)


class Several(forms.Text):
    """Several whole numbers on one line."""

    def clean(self, value: Any) -> list[int]:
        typed = super().clean(value)
        parts = [part for part in re.split(r"[,\s]+", typed.replace(" and ", " ")) if part]
        if not parts or not all(re.fullmatch(r"[0-9]{1,4}", part) for part in parts):
            raise self.refuse("{called} must be whole numbers with commas between them, like 60, 30, 7")
        return [int(part) for part in parts]


class Decide(forms.Form):
    """A new value of one number of the handbook, from a day on."""

    from_on = forms.NearDay("From which day?", called="The day", missing="Enter the day from which it holds")
    strand = forms.Pick("For whom?", required=False, empty="Every strand", called="The strand")
    decided_by = forms.Text(
        "Who decided it?", hint="For example, Steering Group", missing="Enter who decided it", max_length=120
    )
    source = forms.Text(
        "Where is that written down?",
        hint="For example, minutes of 3 May, item 4",
        missing="Enter where it is written down",
        max_length=300,
    )

    def __init__(self, *args: Any, policy: Policy, now: Any, strands: Iterable[Strand], **options: Any) -> None:
        super().__init__(*args, **options)
        self.policy = policy
        self.strands = {strand.code: strand for strand in strands}
        self.fields["strand"].choices = [("", "Every strand"), *((s.code, s.name) for s in self.strands.values())]
        parts = policy.default if isinstance(policy.default, dict) else {}
        asked = {
            f"value_{key}": _part_field(policy.called.get(key, key), now.get(key, each)) for key, each in parts.items()
        }
        self.fields = (asked or {"value": _value_field(policy, now)}) | self.fields

    def facts(self) -> dict[str, Any]:
        """The answers as the service wants them."""
        typed = dict(self.cleaned_data)
        parts = {name.removeprefix("value_"): typed.pop(name) for name in list(typed) if name.startswith("value_")}
        value = parts or typed.pop("value")
        if not isinstance(value, (int, str, list, dict)):
            value = f"{value:%H:%M}"
        return typed | {"value": value, "strand": self.strands.get(typed["strand"])}


class Words(forms.Form):
    """Which entries of the glossary are looked for."""

    words = forms.Text("Word or letters", required=False, max_length=60)


class Numbers(forms.Form):
    """Which numbers of the handbook are looked for, and whether every chapter is open."""

    words = forms.Text("Words of the rule", required=False, max_length=60, hint="For example, month or mile")
    everything = forms.Confirm("Open every chapter", required=False)


class OnDay(forms.Form):
    """The day on which the organisation is looked at."""

    day = forms.NearDay("The day", required=False, earliest=date(1829, 9, 29), latest=date(2100, 1, 1))


class NoteReview(forms.Form):
    """When a document is looked at again, and which edition it was that somebody looked at."""

    after = django_forms.IntegerField(widget=django_forms.HiddenInput)
    review_on = forms.NearDay("When is it reviewed next?", called="The day", latest=date(2100, 1, 1))


def _words_of_it() -> Any:
    return forms.LongText(
        "The words",
        called="The text",
        missing="Enter the words of the document",
        hint="An empty line begins a paragraph, ## a heading and - an item of a list. Two stars around words make them "
        "bold.",
        rows=30,
        max_length=100_000,
    )


class AddDocument(forms.Form):
    """A document that the programme did not have before."""

    title = forms.Text("Title", missing="Enter the title", max_length=160)
    owner = forms.Text(
        "Who answers for it?",
        called="The owner",
        hint="A post or a group rather than a name, such as MVP Lead",
        missing="Enter who answers for it",
        max_length=120,
    )
    marking = forms.Radios(
        "How is it marked?",
        choices=[(NOT_MARKED, "Not protectively marked"), (RESTRICTED, RESTRICTED)],
        hints={
            NOT_MARKED: "Everybody may read it, without signing in",
            RESTRICTED: "Whoever can sign in may read it, volunteers and applicants as well",
        },
        missing="Choose how it is marked",
    )
    body = _words_of_it()
    review_on = forms.NearDay("When is it reviewed next?", called="The day", latest=date(2100, 1, 1))


class IssueEdition(NoteReview):
    """The words of a new edition, and from when they hold."""

    body = _words_of_it()
    issued_on = forms.NearDay("From which day does it hold?", called="The day", missing="Enter the day",
                              latest=date(2100, 1, 1))  # fmt: skip
    field_order = ("body", "issued_on", "review_on", "after")


class AddCover(forms.Form):
    """A certificate of insurance, as it lies on the desk."""

    strand = forms.Radios("Whom does it cover?", missing="Choose whom it covers")
    kind = forms.Pick("Kind of cover", choices=Cover.Kind.choices, missing="Choose the kind of cover")
    certificate = forms.Text("Number of the certificate", max_length=60)
    insurer = forms.Text("Insurer", required=False, max_length=120)
    what = forms.LongText(
        "What it covers",
        hint="In the words of the certificate, with its limits",
        required=False,
        rows=3,
        max_length=300,
    )
    from_on = forms.NearDay("First day", earliest=date(2001, 1, 1), latest=date(2100, 1, 1))
    until_on = forms.NearDay(
        "Day on which it ends",
        hint="The first day on which it no longer covers. Leave it open if it has no end.",
        required=False,
        latest=date(2100, 1, 1),
    )

    def __init__(self, *args: Any, strands: Iterable[Strand], **options: Any) -> None:
        super().__init__(*args, **options)
        self.strands = {strand.code: strand for strand in strands}
        self.fields["strand"].choices = [(strand.code, strand.name) for strand in self.strands.values()]

    def facts(self) -> dict[str, Any]:
        """What the service is told."""
        return self.cleaned_data | {"strand": self.strands[self.cleaned_data["strand"]]}


class EndCover(forms.Form):
    """From which day a certificate no longer covers."""

    until_on = forms.NearDay("From which day does it no longer cover?", called="The day", missing="Enter the day")
