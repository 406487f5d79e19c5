"""What is typed in about placements; no looks, no saving."""

from timegiven.placements.forms.aware import AwareLogin, HandOver
from timegiven.placements.forms.people import Filters
from timegiven.placements.forms.placed import AskTask, Confirm, Nothing, Offer
from timegiven.placements.forms.training import Sign
from timegiven.placements.forms.welcome import FirstDay, PlanFirstDay

__all__ = [
    "AskTask",
    "AwareLogin",
    "Confirm",
    "Filters",
    "FirstDay",
    "HandOver",
    "Nothing",
    "Offer",
    "PlanFirstDay",
    "Sign",
]
