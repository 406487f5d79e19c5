"""The questions that every page may ask: one form, and one kind of field for each kind of answer."""

from timegiven.ui.forms.choices import Checkboxes, Confirm, Pick, Radios, YesNo
from timegiven.ui.forms.days import Clock, Day, NearDay
from timegiven.ui.forms.files import Attachment
from timegiven.ui.forms.form import Form
from timegiven.ui.forms.numbers import HoursMinutes, Pence, Whole, ungrouped
from timegiven.ui.forms.wording import Email, LongText, Name, Password, Phone, Text

__all__ = [
    "Attachment",
    "Checkboxes",
    "Clock",
    "Confirm",
    "Day",
    "Email",
    "Form",
    "HoursMinutes",
    "LongText",
    "Name",
    "NearDay",
    "Password",
    "Pence",
    "Phone",
    "Pick",
    "Radios",
    "Text",
    "Whole",
    "YesNo",
    "ungrouped",
]
