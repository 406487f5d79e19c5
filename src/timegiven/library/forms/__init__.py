"""What is typed in about roles."""

from timegiven.library.forms.assessing import (
    LIKELIHOOD,
    SEVERITY,
    Actions,
    Assess,
    Finish,
    Place,
    ReportChange,
    Reviews,
)
from timegiven.library.forms.finding import Agenda, Drafts, Library
from timegiven.library.forms.moving import Decide, Retire, Revise, Submit, TakeUp
from timegiven.library.forms.proposing import Answer, Idea, Propose
from timegiven.library.forms.writing import Complete

__all__ = [
    "LIKELIHOOD",
    "SEVERITY",
    "Actions",
    "Agenda",
    "Answer",
    "Assess",
    "Complete",
    "Decide",
    "Drafts",
    "Finish",
    "Idea",
    "Library",
    "Place",
    "Propose",
    "ReportChange",
    "Retire",
    "Reviews",
    "Revise",
    "Submit",
    "TakeUp",
]
