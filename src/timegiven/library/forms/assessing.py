"""A risk assessment: the place, the day, and as many hazards as were found."""

from collections.abc import Mapping, Sequence
from typing import Any, Self

from django import forms as django_forms

from timegiven.ui import forms

Choices = list[tuple[int, str]]
LIKELIHOOD: Choices = [
    (1, "1 – very unlikely"),
    (2, "2 – unlikely"),
    (3, "3 – possible"),
    (4, "4 – likely"),
    (5, "5 – almost certain"),
]
SEVERITY: Choices = [
    (1, "1 – hardly any harm"),
    (2, "2 – slight injury"),
    (3, "3 – injury that needs care"),
    (4, "4 – serious injury"),
    (5, "5 – loss of life"),
]
NAMES = ("what", "who", "likelihood", "severity", "control", "residual_likelihood", "residual_severity")
WORDS = ("what", "who", "control")
FIRST_ROWS, MOST_ROWS = 2, 30


def _fields(number: int) -> dict[str, django_forms.Field]:
    """The questions about one hazard."""

    def text(label: str, longest: int, kind: Any = forms.Text, **more: Any) -> Any:
        missing = f"Hazard {number}: answer “{label}”"
        return kind(label, max_length=longest, missing=missing, called=f"Hazard {number}: {label.rstrip('?')}", **more)

    def scale(label: str, choices: Choices) -> Any:
        return forms.Pick(label, choices=choices, missing=f"Hazard {number}: answer “{label}”")

    return {
        "what": text("What could cause harm?", 160),
        "who": text("Who could be harmed?", 120),
        "likelihood": scale("How likely is it now?", LIKELIHOOD),
        "severity": scale("How bad would it be?", SEVERITY),
        "control": text("What is done about it?", 300, forms.LongText, rows=2),
        "residual_likelihood": scale("How likely after that?", LIKELIHOOD),
        "residual_severity": scale("How bad after that?", SEVERITY),
    }


class Assess(forms.Form):
    """The place and the day, then the hazards in rows; a row left empty as a whole does not count."""

    unit = forms.Pick("Where?", missing="Choose the place")
    assessed_on = forms.NearDay(
        "When did you look at the place?", called="The day", missing="Enter the day on which you looked at the place"
    )
    rows = django_forms.IntegerField(required=False, widget=django_forms.HiddenInput)

    def __init__(self, data: Any = None, *, units: Sequence[tuple[str, str]], rows: int = 0, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["unit"].choices = units
        self.count = min(max(rows or _typed_rows(data), 1), MOST_ROWS)
        self.initial["rows"] = self.count
        for number in self.numbers:
            self.fields |= {f"{name}_{number}": field for name, field in _fields(number).items()}

    @classmethod
    def of(cls, hazards: Sequence[Mapping[str, Any]], *, initial: Mapping[str, Any], **options: Any) -> Self:
        """A form filled in with hazards that were found before."""
        rows = {f"{name}_{number}": row[name] for number, row in enumerate(hazards, start=1) for name in NAMES}
        return cls(initial={**initial, **rows}, rows=len(hazards) or FIRST_ROWS, **options)

    @classmethod
    def longer(cls, data: Any, **options: Any) -> Self:
        """The same form, as far as it was filled in, with room for one more hazard."""
        initial = {name: data[name] for name in data if name not in ("once", "rows")}
        return cls(initial=initial, rows=_typed_rows(data) + 1, **options)

    @property
    def numbers(self) -> range:
        return range(1, self.count + 1)

    @property
    def sections(self) -> list[dict[str, Any]]:
        """The rows, for the page."""
        return [{"number": number, **{name: self[f"{name}_{number}"] for name in NAMES}} for number in self.numbers]

    @property
    def can_grow(self) -> bool:
        return self.count < MOST_ROWS

    def clean(self) -> None:
        for number in self.numbers:
            keys = [f"{name}_{number}" for name in NAMES]
            if not any(str(self.data.get(self.add_prefix(key), "")).strip() for key in keys):
                for key in keys:
                    self.errors.pop(key, None)

    @property
    def hazards(self) -> list[dict[str, Any]]:
        """The rows that were filled in."""
        rows = ({name: self.cleaned_data.get(f"{name}_{number}") for name in NAMES} for number in self.numbers)
        return [
            {name: value if name in WORDS else int(value) for name, value in row.items()} for row in rows if row["what"]
        ]


def _typed_rows(data: Any) -> int:
    typed = str(data.get("rows", "")) if data is not None else ""
    return int(typed) if typed.isdecimal() and len(typed) < 4 else FIRST_ROWS
