"""What is typed in about roles."""

from timegiven.library.forms.asking import AskForTask, DeclineTask, TakeUpTask
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
from timegiven.library.forms.finding import Agenda, Compare, Drafts, Library, Requests
from timegiven.library.forms.moving import Decide, Retire, Revise, Submit, TakeUp
from timegiven.library.forms.parts import FORMS as PARTS
from timegiven.library.forms.parts import part
from timegiven.library.forms.proposing import Answer, Copy, Idea, Propose
from timegiven.library.forms.tasks import AddTasks, ChangeTask, MoveTask, RemoveTask

__all__ = [
    "LIKELIHOOD",
    "PARTS",
    "SEVERITY",
    "Actions",
    "AddTasks",
    "Agenda",
    "Answer",
    "AskForTask",
    "Assess",
    "ChangeTask",
    "Compare",
    "Copy",
    "Decide",
    "DeclineTask",
    "Drafts",
    "Finish",
    "Idea",
    "Library",
    "MoveTask",
    "Place",
    "Propose",
    "RemoveTask",
    "ReportChange",
    "Requests",
    "Retire",
    "Reviews",
    "Revise",
    "Submit",
    "TakeUp",
    "TakeUpTask",
    "part",
]
