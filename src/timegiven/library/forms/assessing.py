"""A risk assessment: the day, as many hazards as were found, and what is still to be done about each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Self

from django import forms as django_forms

from timegiven.library import rules
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
TOLD = ("what", "who", "control", "likelihood", "severity")
LEFT = ("residual_likelihood", "residual_severity")
ACTION = ("what", "owner", "due_on")
FIRST_ROWS, MOST_ROWS, MOST_ACTIONS = 2, 30, 5


def _hazard_fields(number: int, marks: Sequence[str]) -> Iterator[tuple[str, django_forms.Field]]:
    """The questions about one hazard."""

    def text(label: str, longest: int, kind: Any = forms.Text, **more: Any) -> Any:
        missing = f"Hazard {number}: answer “{label}”"
        return kind(label, max_length=longest, missing=missing, called=f"Hazard {number}: {label.rstrip('?')}", **more)

    def scale(label: str, choices: Choices, **more: Any) -> Any:
        return forms.Pick(label, choices=choices, missing=f"Hazard {number}: answer “{label}”", **more)

    yield f"what_{number}", text("What could cause harm?", 160)
    yield f"who_{number}", text("Who could be harmed?", 120)
    if marks:
        called = [(mark, rules.RISK_MARKS[mark].capitalize()) for mark in marks]
        yield f"marks_{number}", forms.Checkboxes("What is it about?", choices=called, required=False)
    yield f"control_{number}", text("What is done about it already?", 300, forms.LongText, rows=2)
    yield f"likelihood_{number}", scale("How likely is it, with that?", LIKELIHOOD)
    yield f"severity_{number}", scale("How bad would it be?", SEVERITY)
    yield f"residual_likelihood_{number}", scale("How likely when that is done?", LIKELIHOOD, required=False)
    yield f"residual_severity_{number}", scale("How bad when that is done?", SEVERITY, required=False)


def _action_fields(number: int, which: int) -> Iterator[tuple[str, django_forms.Field]]:
    """The questions about one thing still to be done."""
    where = f"Hazard {number}, action {which}"
    what, owner, due = "What more will be done?", "Which post sees to it?", "By when?"
    hints = {"owner": "For example: unit manager", "due_on": "For example, 17/5/2027"}
    yield (
        f"action_{number}_{which}_what",
        forms.Text(what, max_length=300, missing=f"{where}: answer “{what}”", called=f"{where}: What will be done"),
    )
    yield (
        f"action_{number}_{which}_owner",
        forms.Text(
            owner,
            max_length=120,
            hint=hints["owner"],
            missing=f"{where}: answer “{owner}”",
            called=f"{where}: The post",
        ),
    )
    yield (
        f"action_{number}_{which}_due_on",
        forms.NearDay(due, hint=hints["due_on"], missing=f"{where}: answer “{due}”", called=f"{where}: The day"),
    )


class Assess(forms.Form):
    """The day, then the hazards in rows; a row, or an action, that is left empty as a whole does not count."""

    unit = django_forms.CharField(required=False, widget=django_forms.HiddenInput)
    seen = django_forms.CharField(required=False, widget=django_forms.HiddenInput)
    rows = django_forms.IntegerField(required=False, widget=django_forms.HiddenInput)
    assessed_on = forms.NearDay(
        "When did you look at the place?", called="The day", missing="Enter the day on which you looked at the place"
    )

    def __init__(
        self,
        data: Any = None,
        *,
        marks: Sequence[str] = (),
        copied_from: str = "",
        rows: int = 0,
        actions: Mapping[int, int] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(data, **options)
        self.marks, self.asked_for = list(marks), rows or _typed(data, "rows") or FIRST_ROWS
        self.count = min(max(self.asked_for, 1), MOST_ROWS)
        self.initial["rows"] = self.count
        self.actions = {n: _count_of_actions(data, n, (actions or {}).get(n, 0)) for n in self.numbers}
        if copied_from:
            label = f"I have been there, and changed what is different from {copied_from}"
            self.fields["checked"] = forms.Confirm(label, missing="Tick the box when you have looked at this place")
        for number in self.numbers:
            self.fields |= dict(_hazard_fields(number, self.marks))
            self.fields[f"actions_{number}"] = django_forms.IntegerField(
                required=False, widget=django_forms.HiddenInput, initial=self.actions[number]
            )
            for which in range(1, self.actions[number] + 1):
                self.fields |= dict(_action_fields(number, which))
        for mark in self.marks:
            self.fields[f"why_not_{mark}"] = forms.Text(
                f"Why is nothing about {rules.RISK_MARKS[mark]} a hazard here?", required=False, max_length=300
            )

    @classmethod
    def of(cls, hazards: Sequence[Mapping[str, Any]], *, initial: Mapping[str, Any], **options: Any) -> Self:
        """A form filled in with hazards that were found before."""
        typed = dict(initial)
        for number, row in enumerate(hazards, start=1):
            typed |= {f"{name}_{number}": row[name] for name in (*TOLD, *LEFT, "marks")}
            for which, action in enumerate(row["actions"], start=1):
                typed |= {f"action_{number}_{which}_{name}": action[name] for name in ACTION}
        actions = {number: len(row["actions"]) for number, row in enumerate(hazards, start=1)}
        return cls(initial=typed, rows=len(hazards) or FIRST_ROWS, actions=actions, **options)

    @classmethod
    def longer(cls, data: Any, **options: Any) -> Self:
        """The same form, as far as it was filled in, with room for one more hazard or one more action."""
        skipped = ("once", "rows", "add", "csrfmiddlewaretoken")
        typed = {
            name: data.getlist(name) if name.startswith("marks_") else data[name]
            for name in data
            if name not in skipped and not name.startswith("actions_")
        }
        rows = min(max(_typed(data, "rows") or FIRST_ROWS, 1), MOST_ROWS)
        actions = {number: _count_of_actions(data, number, 0) for number in range(1, rows + 1)}
        wanted = _typed(data, "add")
        if wanted in actions:
            actions[wanted] = min(actions[wanted] + 1, MOST_ACTIONS)
        else:
            rows = min(rows + 1, MOST_ROWS)
        return cls(initial=typed, rows=rows, actions=actions, **options)

    @property
    def numbers(self) -> range:
        return range(1, self.count + 1)

    @property
    def sections(self) -> list[dict[str, Any]]:
        """The rows, for the page."""
        names = (*TOLD, *LEFT, *(["marks"] if self.marks else []))
        return [
            {
                "number": number,
                **{name: self[f"{name}_{number}"] for name in names},
                "actions": [
                    {name: self[f"action_{number}_{which}_{name}"] for name in ACTION}
                    for which in range(1, self.actions[number] + 1)
                ],
                "can_grow": self.actions[number] < MOST_ACTIONS,
            }
            for number in self.numbers
        ]

    @property
    def reasons(self) -> list[Any]:
        """The questions why a mark has no hazard, for the page."""
        return [self[f"why_not_{mark}"] for mark in self.marks]

    @property
    def can_grow(self) -> bool:
        return self.count < MOST_ROWS

    def clean(self) -> None:
        if self.is_bound and self.asked_for > MOST_ROWS:
            self.add_error(
                None, f"{self.asked_for} hazards are more than one assessment can hold. The most is {MOST_ROWS}."
            )
        for number in self.numbers:
            actions = [self._action_keys(number, which) for which in range(1, self.actions[number] + 1)]
            for keys in actions:
                self._forgive(keys, unless=keys)
            told = [f"{name}_{number}" for name in TOLD]
            self._forgive(told, unless=[*told, *(key for keys in actions for key in keys)])
            self._check_left(number, has_actions=any(self._is_typed(keys) for keys in actions))

    def _check_left(self, number: int, *, has_actions: bool) -> None:
        """What is left is asked for when more is to be done; else the risk stays as it is."""
        for name in LEFT:
            key, now = f"{name}_{number}", self.cleaned_data.get(f"{name.removeprefix('residual_')}_{number}")
            if key in self.errors or self.cleaned_data.get(key):
                continue
            if has_actions:
                self.add_error(key, f"Hazard {number}: answer “{self.fields[key].label}”")
            else:
                self.cleaned_data[key] = now

    @staticmethod
    def _action_keys(number: int, which: int) -> list[str]:
        return [f"action_{number}_{which}_{name}" for name in ACTION]

    def _is_typed(self, keys: Sequence[str]) -> bool:
        return any(str(self.data.get(self.add_prefix(key), "")).strip() for key in keys)

    def _forgive(self, keys: Sequence[str], *, unless: Sequence[str]) -> None:
        if not self._is_typed(unless):
            for key in keys:
                self.errors.pop(key, None)

    @property
    def facts(self) -> dict[str, Any]:
        """What the service is told."""
        kept = self.cleaned_data
        why_not = {mark: kept.get(f"why_not_{mark}", "") for mark in self.marks}
        hazards = [self._hazard(number) for number in self.numbers if kept.get(f"what_{number}")]
        return {"assessed_on": kept["assessed_on"], "hazards": hazards, "why_not": why_not}

    def _hazard(self, number: int) -> dict[str, Any]:
        kept = self.cleaned_data
        words = {name: kept[f"{name}_{number}"] for name in ("what", "who", "control")}
        numbers = {name: int(kept[f"{name}_{number}"]) for name in ("likelihood", "severity", *LEFT)}
        keys = (self._action_keys(number, which) for which in range(1, self.actions[number] + 1))
        actions = [
            {name: kept[key] for name, key in zip(ACTION, each, strict=True)} for each in keys if kept.get(each[0])
        ]
        return {**words, **numbers, "marks": kept.get(f"marks_{number}", []), "actions": actions}


def _typed(data: Any, name: str) -> int:
    typed = str(data.get(name, "")) if data is not None else ""
    return int(typed) if typed.isdecimal() and len(typed) < 5 else 0


def _count_of_actions(data: Any, number: int, known: int) -> int:
    return min(max(_typed(data, f"actions_{number}"), known, 1), MOST_ACTIONS)


class Place(forms.Form):
    """At which place the role is to be assessed."""

    unit = forms.Pick("Which place?", missing="Choose the place")

    def __init__(self, *args: Any, units: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].choices = units


class ReportChange(forms.Form):
    """What is different at the unit, and whether it can wait."""

    unit = forms.Pick("Where?", missing="Choose the place")
    what = forms.LongText(
        "What has changed?",
        called="What has changed",
        hint="For example: the stairs are being rebuilt, or the office moves to another floor. Name nobody.",
        missing="Write what has changed",
        rows=4,
        max_length=1000,
    )
    is_stop = forms.YesNo(
        "Is it safe to go on until the MVP Manager has looked?",
        yes="No, stop until it has been looked at",
        no="Yes, it can wait a little",
        inline=False,
        missing="Choose whether it is safe to go on",
    )

    def __init__(self, *args: Any, units: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].choices = units
        if len(units) == 1:
            self.fields["unit"].widget = django_forms.HiddenInput()
            self.initial["unit"] = units[0][0]


class Finish(forms.Form):
    """The day on which a further control was put in place."""

    done_on = forms.NearDay("When was it done?", called="The day", missing="Enter the day on which it was done")


STATES = [("overdue", "Overdue"), ("soon", "Soon due"), ("new", "New version to assess"), ("all", "All")]


class Reviews(forms.Form):
    """Which reviews to show."""

    state = forms.Pick("State", choices=STATES, required=False, empty="Due now or soon")
    unit = forms.Pick("Unit", required=False, empty="All units")

    def __init__(self, *args: Any, units: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].choices = units


class Actions(forms.Form):
    """Which actions to show."""

    state = forms.Pick(
        "State", choices=[("overdue", "Overdue"), ("done", "Done"), ("all", "All")], required=False, empty="Still open"
    )
