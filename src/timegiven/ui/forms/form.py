"""The one form: GOV.UK looks from one renderer, our own error words, and a key that makes a deed happen once."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting

from timegiven.kernel.once import new_key
from timegiven.kernel.refusals import NotAllowed, NotPermitted


class Renderer(TemplatesSetting):
    """``{{ form }}`` and ``{{ form.x.as_field_group }}`` look the same as the tags do."""

    form_template_name = "ui/form.html"
    formset_template_name = "ui/formset.html"
    field_template_name = "ui/field.html"


class Key(forms.CharField):
    """The key of a sending: whatever arrives in it never stops a form, and it changes nothing by itself."""

    widget = forms.HiddenInput

    def has_changed(self, initial: object, data: object) -> bool:
        return False

    def clean(self, value: object) -> str:
        return str(value or "")


class Form(forms.Form):
    """A form whose browser checks are off, so that every error is told in our words and in one place."""

    default_renderer = Renderer
    use_required_attribute = False

    once = Key(required=False)

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        if not self.is_bound:
            self.initial.setdefault("once", new_key())
        for field in self.fields.values():
            field.error_messages.setdefault("invalid_choice", "Choose an answer from the list")

    def full_clean(self) -> None:
        """Clean; the key is the doors' business, so ``cleaned_data`` can be handed to a service as it is."""
        super().full_clean()
        if hasattr(self, "cleaned_data"):
            self.cleaned_data.pop("once", None)

    def usable(self) -> dict[str, Any]:
        """What a list can be narrowed by: everything typed that is right. A value that is wrong narrows nothing."""
        self.is_valid()
        return dict(self.cleaned_data)

    def carries_out(self, deed: Callable[[dict[str, Any]], Any]) -> bool:
        """Whether what was typed is right and ``deed`` did it; a refusal stands above the form, nothing typed is lost.

        ``deed`` takes what was typed; what it answers is kept as ``outcome``. Whoever may not do it, whatever they
        type, is told so on a page of its own (403).
        """
        if not self.is_valid():
            return False
        try:
            self.outcome = deed(self.cleaned_data)
        except NotPermitted:
            raise
        except NotAllowed as refusal:
            self.add_error(None, refusal)
            return False
        return True
