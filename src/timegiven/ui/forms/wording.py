"""Answers in words: a line, a longer text, an email address, a telephone number, a password."""

import re

import phonenumbers
from django import forms
from django.core.validators import EmailValidator
from django.utils.html import urlize

from timegiven.ui.forms.asked import Asked

# Ofcom keeps these for stories and demonstrations; the number library calls the mobile ones invalid.
_MADE_UP = re.compile(r"^(\+?44|0)(207946|7700900)\d{3,4}$")


class _Line(Asked, forms.CharField):
    def __init__(
        self,
        label: str | None = None,
        *,
        width: int | None = None,
        autocomplete: str = "",
        inputmode: str = "",
        prefix: str = "",
        suffix: str = "",
        attrs: dict[str, str] | None = None,
        **options: object,
    ) -> None:
        hints = {
            "autocomplete": autocomplete,
            "inputmode": inputmode,
            "class": f"govuk-input--width-{width}" if width else "",
        }
        super().__init__(label, attrs=hints | (attrs or {}), **options)
        self.prefix, self.suffix = prefix, suffix
        self.error_messages["max_length"] = f"{self.called} must be %(limit_value)d characters or fewer"
        self.error_messages["min_length"] = f"{self.called} must be %(limit_value)d characters or more"
        self.error_messages["null_characters_not_allowed"] = f"{self.called} has a character that we cannot keep"

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        """Never ``maxlength``: it would cut a pasted answer short without a word."""
        return {}


class Text(_Line):
    """One line of text, however many were sent."""

    def to_python(self, value: object) -> str:
        return " ".join(super().to_python(value).splitlines())


class Name(Text):
    """What somebody is called. It stands in letters to others, which are ours and lead nowhere but to us."""

    def clean(self, value: object) -> str:
        typed = str(super().clean(value))
        if urlize(typed) != typed:
            raise self.refuse("{called} must be a name, without a web or email address in it")
        return typed


class LongText(_Line):
    """Several lines of text; with ``max_length`` the letters left are counted while typing."""

    widget = forms.Textarea

    def __init__(self, label: str | None = None, *, rows: int = 5, **options: object) -> None:
        super().__init__(label, attrs={"rows": str(rows)}, **options)

    def to_python(self, value: object) -> str:
        return super().to_python(value).replace("\r\n", "\n")


class Email(_Line):
    """An email address."""

    widget = forms.EmailInput

    def __init__(self, label: str | None = None, *, autocomplete: str = "email", **options: object) -> None:
        super().__init__(
            label, autocomplete=autocomplete, attrs={"spellcheck": "false"}, **{"max_length": 320} | options
        )
        self.validators.append(EmailValidator("Enter an email address in the correct format, like name@example.com"))


class Phone(_Line):
    """A telephone number, kept as it was typed: people know their own number by its spaces."""

    def __init__(
        self, label: str | None = None, *, autocomplete: str = "tel", width: int = 20, **options: object
    ) -> None:
        super().__init__(label, autocomplete=autocomplete, width=width, **{"max_length": 40} | options)
        self.widget.input_type = "tel"

    def clean(self, value: object) -> str:
        typed = super().clean(value)
        if typed and not is_phone(typed):
            raise self.refuse("Enter a telephone number, like 020 7946 0123 or 07700 900123")
        return typed


def is_phone(typed: str) -> bool:
    """Whether this is a telephone number that someone in Britain could dial."""
    if _MADE_UP.match(re.sub(r"[\s().-]", "", typed)):
        return True
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(typed, "GB"))
    except phonenumbers.NumberParseException:
        return False


class Password(_Line):
    """A password: pasting is welcome, it can be shown, and spaces at its ends are part of it."""

    widget = forms.PasswordInput

    def __init__(self, label: str = "Password", *, new: bool = False, **options: object) -> None:
        autocomplete = "new-password" if new else "current-password"
        attrs = {"spellcheck": "false", "autocapitalize": "none"}
        super().__init__(label, autocomplete=autocomplete, attrs=attrs, **{"strip": False} | options)
