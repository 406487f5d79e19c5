"""What is typed in when training is kept, booked and recorded."""

from timegiven.training.forms import courses, requests, sessions, sheets, unit_training
from timegiven.training.forms.courses import Role
from timegiven.training.forms.recording import Expiring, Find, Record, TakeOff

__all__ = [
    "Expiring",
    "Find",
    "Record",
    "Role",
    "TakeOff",
    "courses",
    "requests",
    "sessions",
    "sheets",
    "unit_training",
]
