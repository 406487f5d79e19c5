"""Questions on a page: fields, their errors, the summary above the heading, and the button."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField

from timegiven.kernel.refusals import NotAllowed
from timegiven.ui.forms.days import NearDayWidget

_CLASSES = {"textarea": "govuk-textarea", "select": "govuk-select", "file": "govuk-file-upload"}
# In this order: Django's CheckboxSelectMultiple is also a RadioSelect.
_SHAPES = (
    (forms.CheckboxInput, "tick"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.MultiWidget, "parts"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.PasswordInput, "password"),
    (forms.FileInput, "file"),
    (NearDayWidget, "picker"),
)


def shape_of(bound: BoundField) -> str:
    """Which of our kinds of field this is."""
    return next((shape for kind, shape in _SHAPES if isinstance(bound.field.widget, kind)), "input")


def field(bound: BoundField, *, heading: bool = False, small: bool = False, searching: bool = False) -> dict:
    """One question with its hint and errors. ``heading`` makes its words the h1 of a one-question page."""
    shape, hint = shape_of(bound), bound.help_text
    hint_id = f"{bound.auto_id}-hint" if hint else ""
    error_id = f"{bound.auto_id}-error" if bound.errors else ""
    described = [hint_id, error_id, f"{bound.auto_id}-info" if _counts(bound, shape) else ""]
    context = {
        "bound": bound,
        "shape": shape,
        "label": _label(bound, shape, searching),
        "hint": hint,
        "hint_id": hint_id,
        "error_id": error_id,
        "described_by": " ".join(part for part in described if part),
        "heading": heading,
        "small": small,
        "counted": getattr(bound.field, "max_length", None) if _counts(bound, shape) else None,
    }
    return context | _SHOWN.get(shape, _input)(bound, context)


def _counts(bound: BoundField, shape: str) -> bool:
    return shape == "textarea" and bool(getattr(bound.field, "max_length", None))


def _label(bound: BoundField, shape: str, searching: bool) -> str:
    """What is asked; "(optional)" where one may leave it, unless one of the answers to choose from says so itself."""
    says_so = "optional" in str(bound.label).lower() or "" in dict(getattr(bound.field, "choices", ()))
    plain = searching or bound.field.required or shape in ("tick", "checkboxes") or says_so
    return bound.label if plain else f"{bound.label} (optional)"


def _input(bound: BoundField, context: dict) -> dict:
    # A placeholder vanishes when typing starts, and is too pale to read: the label and the hint say it all.
    bound.field.widget.attrs.pop("placeholder", None)
    shape = context["shape"]
    base = _CLASSES.get(shape, "govuk-input")
    classes = [base, bound.field.widget.attrs.get("class", "")]
    classes += [f"{base}--error"] if bound.errors else []
    classes += {
        "password": ["govuk-password-input__input", "govuk-js-password-input-input"],
        "picker": ["moj-js-datepicker-input"],
        "textarea": ["govuk-js-character-count"] if context["counted"] else [],
    }.get(shape, [])
    attrs = {"class": " ".join(part for part in classes if part)}
    if context["described_by"]:
        attrs["aria-describedby"] = context["described_by"]
    return {"control": bound.as_widget(attrs=attrs)}


def _options(bound: BoundField, context: dict) -> dict:
    hints = getattr(bound.field, "hints", {})
    options = []
    for subwidget in bound.subwidgets:
        data = subwidget.data
        hint = hints.get(str(data["value"]), "")
        options.append({**data, "id": data["attrs"].get("id"), "hint": hint})
    return {"options": options, "inline": getattr(bound.field, "inline", False)}


def _parts(bound: BoundField, context: dict) -> dict:
    widget = bound.field.widget
    shown = widget.get_context(bound.html_name, bound.value(), {"id": bound.auto_id})["widget"]["subwidgets"]
    named = getattr(widget, "parts", [("", "", 10)] * len(shown))
    wrong, autocomplete = wrong_parts(bound), getattr(bound.field, "autocomplete", "")
    return {
        "parts": [
            {
                "id": f"{bound.auto_id}_{name}" if name else part["attrs"]["id"],
                "name": part["name"],
                "value": "" if part["value"] is None else part["value"],
                "label": label,
                "width": width,
                "wrong": name in wrong,
                "autocomplete": f"{autocomplete}-{name}" if autocomplete else "",
                # A month may be typed as a word.
                "inputmode": "" if name == "month" else "numeric",
            }
            for part, (name, label, width) in zip(shown, named, strict=True)
        ]
    }


_SHOWN = {"radios": _options, "checkboxes": _options, "parts": _parts, "tick": lambda bound, context: {}}


def wrong_parts(bound: BoundField) -> list[str]:
    """Which of the boxes of a date or a length of time the error is about."""
    names = [name for name, _, _ in getattr(bound.field.widget, "parts", ())]
    if not bound.errors:
        return []
    codes = (bound.errors.as_data()[0].code or "").split("-")
    return [name for name in names if name in codes] or names


def error_target(bound: BoundField) -> str:
    """The id that the error summary leads to: the first choice, the wrong box, or the field itself."""
    shape = shape_of(bound)
    if shape in ("radios", "checkboxes"):
        return f"{bound.auto_id}_0"
    return f"{bound.auto_id}_{wrong_parts(bound)[0]}" if shape == "parts" and wrong_parts(bound) else bound.auto_id


def _general(error: ValidationError) -> dict:
    """What is wrong with the whole: a refusal keeps its reason, its next step and whom to ask apart."""
    if isinstance(error.message, NotAllowed):
        refusal = error.message
        return {"text": refusal.reason, "target": "", "more": [refusal.next_step, refusal.ask]}
    return {"text": " ".join(error.messages), "target": ""}


def wrong_in(form: forms.BaseForm | None) -> list[dict]:
    """Everything that is wrong, in the order of the page; a refusal is text, for no field can put it right."""
    if not form or not hasattr(form, "errors") or not form.errors:
        return []
    general = [_general(error) for error in form.non_field_errors().as_data()]
    hidden = [{"text": text, "target": ""} for bound in form.hidden_fields() for text in bound.errors]
    shown = [{"text": text, "target": error_target(bound)} for bound in form.visible_fields() for text in bound.errors]
    return general + hidden + shown
