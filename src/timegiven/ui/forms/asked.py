"""What every question has: its words, its hint, and what is said when the answer is left out."""

from django import forms
from django.core.exceptions import ValidationError


def lower_first(words: str) -> str:
    """The same words inside a sentence; initials such as PNC keep their capitals."""
    return words if words[:2].isupper() and words[1:2].isalpha() else words[:1].lower() + words[1:]


class Asked(forms.Field):
    """A question. ``called`` is the noun for error messages when the label is itself a question."""

    ask = "Enter"

    def __init__(
        self,
        label: str | None = None,
        *,
        hint: str = "",
        required: bool = True,
        missing: str = "",
        called: str = "",
        attrs: dict[str, str] | None = None,
        **options: object,
    ) -> None:
        super().__init__(label=label, help_text=hint, required=required, **options)
        self.called = called or (label if label and "?" not in label else "Your answer")
        self.error_messages["required"] = missing or self._missing(label)
        self.widget.attrs |= {name: value for name, value in (attrs or {}).items() if value}

    def _missing(self, label: str | None) -> str:
        return f"{self.ask} {lower_first(label)}" if label and "?" not in label else f"{self.ask} an answer"

    def refuse(self, words: str, code: str = "invalid") -> ValidationError:
        """The error to raise: ``{called}`` in the words is the noun of this question."""
        return ValidationError(words.replace("{called}", self.called), code=code)  # they may hold what was typed
