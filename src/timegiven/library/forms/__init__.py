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
from timegiven.library.forms.deciding import CastVote, Declare, Reply, Say, Withdraw
from timegiven.library.forms.finding import Agenda, Compare, Drafts, Library, Requests
from timegiven.library.forms.meeting import Arrange, CallMeeting, CancelMeeting, CloseMeeting, Met, Presence
from timegiven.library.forms.moving import CIRCULATE, Retire, Revise, Submit, TakeUp
from timegiven.library.forms.parts import FORMS as PARTS
from timegiven.library.forms.parts import part
from timegiven.library.forms.proposing import Answer, Copy, Idea, Propose
from timegiven.library.forms.tasks import AddTasks, ChangeTask, MoveTask, RemoveTask

__all__ = [
    "CIRCULATE",
    "LIKELIHOOD",
    "PARTS",
    "SEVERITY",
    "Actions",
    "AddTasks",
    "Agenda",
    "Answer",
    "Arrange",
    "AskForTask",
    "Assess",
    "CallMeeting",
    "CancelMeeting",
    "CastVote",
    "ChangeTask",
    "CloseMeeting",
    "Compare",
    "Copy",
    "Declare",
    "DeclineTask",
    "Drafts",
    "Finish",
    "Idea",
    "Library",
    "Met",
    "MoveTask",
    "Place",
    "Presence",
    "Propose",
    "RemoveTask",
    "Reply",
    "ReportChange",
    "Requests",
    "Retire",
    "Reviews",
    "Revise",
    "Say",
    "Submit",
    "TakeUp",
    "TakeUpTask",
    "Withdraw",
    "part",
]
