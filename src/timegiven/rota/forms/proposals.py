"""What is typed in when the planner is asked, and who is ticked when it has answered."""

from collections.abc import Iterable
from dataclasses import dataclass

from timegiven.ui import forms


class Propose(forms.Form):
    """For which unit or borough, and which days."""

    unit = forms.Pick("For which unit?", missing="Choose a unit or your whole borough", choices=[])
    from_on = forms.NearDay("From which day?", called="The first day", missing="Enter the first day")
    last_on = forms.NearDay("Until which day?", called="The last day", missing="Enter the last day")

    def __init__(self, *args: object, units: Iterable[tuple[str, str]], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].choices = list(units)


class ProposeForAll(forms.Form):
    """For which boroughs, and which days."""

    boroughs = forms.Checkboxes("For which boroughs?", missing="Choose at least one borough", choices=[])
    from_on = forms.NearDay("From which day?", called="The first day", missing="Enter the first day")
    last_on = forms.NearDay("Until which day?", called="The last day", missing="Enter the last day")
    field_order = ("from_on", "last_on", "boroughs")

    def __init__(self, *args: object, boroughs: Iterable[tuple[str, str]], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["boroughs"].choices = list(boroughs)


@dataclass(frozen=True)
class Row:
    """The question about one duty: its name in the form, its words, and the people who may be ticked."""

    name: str
    label: str
    hint: str
    people: list[tuple[str, str]]


class Use(forms.Form):
    """A question for each duty: who of those proposed is to be asked. At first all are ticked."""

    def __init__(self, *args: object, rows: Iterable[Row], **options: object) -> None:
        super().__init__(*args, **options)
        for row in rows:
            self.fields[row.name] = forms.Checkboxes(row.label, hint=row.hint, choices=row.people, required=False)
            self.initial[row.name] = [key for key, _ in row.people]

    @property
    def chosen(self) -> set[int]:
        """The keys of the lines that are ticked."""
        return {int(key) for name in self.fields if name != "once" for key in self.cleaned_data.get(name, ())}


class Act(forms.Form):
    """Stop the planner, or put its plan aside: a button alone."""
