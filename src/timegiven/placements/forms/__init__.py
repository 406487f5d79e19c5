"""What is typed in about placements; no looks, no saving."""

from timegiven.placements.forms.aware import Aware
from timegiven.placements.forms.people import Filters
from timegiven.placements.forms.placed import AskTask, Confirm, Nothing, Offer
from timegiven.placements.forms.welcome import FirstDay

__all__ = [
    "AskTask",
    "Aware",
    "Confirm",
    "Filters",
    "FirstDay",
    "Nothing",
    "Offer",
]
