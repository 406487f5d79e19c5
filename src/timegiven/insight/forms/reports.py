"""The parts of a report to a committee: in a draft everything may be left for another day."""

from typing import Any

from timegiven.insight.models import MoneyRow
from timegiven.insight.rules import financial_year
from timegiven.ui import forms

LATER = {"required": False}


class Meeting(forms.Form):
    committee = forms.Text("Which committee is it for?", max_length=160, **LATER)
    meets_on = forms.NearDay("Day of the meeting", **LATER)
    number = forms.Whole("Number of the report on the agenda", min=1, max=999, width=3, **LATER)
    title = forms.Text("What is the report called?", called="The title", max_length=160, **LATER)
    by_whom = forms.Text(
        "By whom?",
        called="By whom",
        hint="For example, the Deputy Commissioner for the Commissioner",
        max_length=200,
        **LATER,
    )


class Summary(forms.Form):
    summary = forms.LongText(
        "Summary", hint="What the report says, in a few sentences", rows=8, max_length=4000, **LATER
    )
    recommendations = forms.LongText(
        "What is the committee asked to do?",
        called="The recommendations",
        hint="One recommendation on each line",
        rows=4,
        max_length=2000,
        **LATER,
    )


class Figures(forms.Form):
    as_on = forms.NearDay(
        "On which day do the figures stand?",
        called="The day",
        hint="Today or any day before; the year told of is the twelve whole months before it",
        **LATER,
    )
    background = forms.LongText(
        "Supporting information",
        hint="A line that begins with ### is a heading. The figures follow below your words by themselves.",
        rows=12,
        max_length=20_000,
        **LATER,
    )
    with_comparator = forms.Confirm("Say what the time given would compare with in money", required=False)


class Boroughs(forms.Form):
    about_boroughs = forms.LongText(
        "What do you make of it?", called="What you make of it", rows=5, max_length=4000, **LATER
    )


class Confidence(forms.Form):
    confidence = forms.Text(
        "What was asked of the public?",
        called="What was asked",
        hint="For example, people who say that the police in their area do a good job",
        max_length=200,
        **LATER,
    )
    confidence_percent = forms.Whole(
        "How many of a hundred said so?",
        called="How many of a hundred",
        min=0,
        max=100,
        width=3,
        suffix="per cent",
        **LATER,
    )
    confidence_source = forms.Text("Who asked, and where does it stand?", called="The source", max_length=200, **LATER)
    confidence_on = forms.NearDay("Of which day is the figure?", called="The day", **LATER)


class Equality(forms.Form):
    equality = forms.LongText(
        "What does it mean for race and equality?",
        called="Race and equality impact",
        hint="The figures and the state of the assessments follow below your words by themselves",
        rows=8,
        max_length=8000,
        **LATER,
    )


class Finance(forms.Form):
    finance = forms.LongText(
        "Financial implications in words",
        hint="Costs and money received go into the table below. If there are none, say so.",
        rows=6,
        max_length=8000,
        **LATER,
    )


class End(forms.Form):
    authors = forms.LongText(
        "Who wrote the report?",
        called="Who wrote it",
        hint="Posts, and names where they are to be public",
        rows=3,
        max_length=1000,
        **LATER,
    )
    papers = forms.LongText("Background papers", hint="One on each line, or “None”", rows=3, max_length=2000, **LATER)
    contact = forms.LongText(
        "Whom can the public ask?", called="Whom the public can ask", rows=3, max_length=1000, **LATER
    )


PART_FORMS: dict[str, type[forms.Form]] = {
    "meeting": Meeting,
    "summary": Summary,
    "figures": Figures,
    "boroughs": Boroughs,
    "confidence": Confidence,
    "equality": Equality,
    "money": Finance,
    "end": End,
}


class Money(forms.Form):
    """A planned cost, or money received."""

    is_received = forms.YesNo("What is it?", yes="Money received", no="A planned cost", missing="Choose what it is")
    year = forms.Pick("Financial year", missing="Choose the financial year")
    what = forms.Text("What is it for?", max_length=160, missing="Enter what it is for")
    phase = forms.Radios(
        "Planning or delivery?", choices=MoneyRow.Phase.choices, inline=True, missing="Choose planning or delivery"
    )
    pence = forms.Pence("Amount", min=1, max=100_000_000_000, width=10, missing="Enter the amount")
    source = forms.Text(
        "Where does the money come from?",
        hint="For example, the Home Office, or asked of the Home Office in a business case",
        max_length=160,
        missing="Enter where the money comes from",
    )

    def __init__(self, *args: Any, first: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["year"].choices = [(str(year), financial_year(year)) for year in range(first, first + 8)]

    def facts(self) -> dict[str, Any]:
        """The answers as the service wants them."""
        return self.cleaned_data | {"year": int(self.cleaned_data["year"])}


class Publish(forms.Form):
    """Asked once more."""

    read = forms.Confirm("I have read it to its end, and nobody can be recognised in it")


class TakeOff(forms.Form):
    why = forms.Text("Why?", hint="It stays beside the report; name nobody", max_length=200, missing="Write why")


class Correct(forms.Form):
    why = forms.Text(
        "What is corrected?",
        hint="Whoever reads the new version is told this",
        max_length=300,
        missing="Write what is corrected",
    )


class Sure(forms.Form):
    """A page with a button alone."""
