"""Answers chosen from a few: yes or no, one of several, any of several, one tick."""

from collections.abc import Mapping

from django import forms

from timegiven.ui.forms.asked import Asked


class _Chosen(Asked):
    ask = "Choose"

    def __init__(
        self,
        label: str | None = None,
        *,
        hints: Mapping[str, str] | None = None,
        inline: bool = False,
        **options: object,
    ) -> None:
        super().__init__(label, **options)
        self.hints, self.inline = dict(hints or {}), inline
        self.error_messages["invalid_choice"] = "Choose an answer from the list"


class Radios(_Chosen, forms.ChoiceField):
    """One of several, all of them in sight. ``hints`` maps a value to a sentence under it."""

    widget = forms.RadioSelect


class YesNo(_Chosen, forms.TypedChoiceField):
    """Yes or no, which is True or False; left out when it may be, None."""

    widget = forms.RadioSelect

    def __init__(
        self, label: str | None = None, *, yes: str = "Yes", no: str = "No", missing: str = "", **options: object
    ) -> None:
        choices = [("yes", yes), ("no", no)]
        super().__init__(
            label,
            missing=missing or f"Choose {yes.lower()} or {no.lower()}",
            **{"inline": True, "choices": choices, "coerce": lambda typed: typed == "yes", "empty_value": None}
            | options,
        )

    def prepare_value(self, value: object) -> object:
        return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value


class Checkboxes(_Chosen, forms.MultipleChoiceField):
    """Any of several."""

    widget = forms.CheckboxSelectMultiple


class PickWidget(forms.Select):
    """A list to pick from, which starts at nothing chosen so that nobody answers by accident."""

    empty = "Choose one"

    def optgroups(self, name: str, value: list[str], attrs: dict[str, str] | None = None) -> list:
        groups = super().optgroups(name, value, attrs)
        if any(option["value"] in ("", None) for _, options, _ in groups for option in options):
            return groups
        nothing = self.create_option(name, "", self.empty, value in ([], [""]), 0, attrs=attrs)
        return [(None, [nothing], 0), *groups]


class Pick(_Chosen, forms.ChoiceField):
    """One of many, in a list that opens."""

    widget = PickWidget

    def __init__(
        self, label: str | None = None, *, empty: str = "Choose one", autocomplete: str = "", **options: object
    ) -> None:
        super().__init__(label, attrs={"autocomplete": autocomplete}, **options)
        self.widget.empty = empty


class Confirm(_Chosen, forms.BooleanField):
    """One box that has to be ticked (unless ``required=False``)."""

    def _missing(self, label: str | None) -> str:
        return "Tick the box to go on"
