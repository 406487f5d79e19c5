"""What is typed in about roles."""

from timegiven.library.forms.assessing import Assess
from timegiven.library.forms.finding import Agenda, Drafts, Library
from timegiven.library.forms.moving import Decide, Retire, Revise, Submit, TakeUp
from timegiven.library.forms.proposing import Answer, Idea, Propose
from timegiven.library.forms.writing import Complete

__all__ = [
    "Agenda",
    "Answer",
    "Assess",
    "Complete",
    "Decide",
    "Drafts",
    "Idea",
    "Library",
    "Propose",
    "Retire",
    "Revise",
    "Submit",
    "TakeUp",
]
