"""The library's pages."""

from timegiven.library.views.agenda import agenda, conditions, met
from timegiven.library.views.asking import ask, decline_task, requests, take_up_task, task_request
from timegiven.library.views.assessing import assess, assessment, finish, report_change
from timegiven.library.views.comparing import compare
from timegiven.library.views.deciding import decide, declare, paper, say, vote
from timegiven.library.views.discussing import reply, withdraw
from timegiven.library.views.flow import flow, flow_of
from timegiven.library.views.lists import drafts, library
from timegiven.library.views.meetings import arrange, call_meeting, cancel_meeting, close_meeting, meeting, presence
from timegiven.library.views.moving import retire, revise, submit, take_up
from timegiven.library.views.parts import complete, part
from timegiven.library.views.printed import agenda_pdf, minutes_pdf, paper_pdf
from timegiven.library.views.profile import profile, version
from timegiven.library.views.proposing import copy, idea, propose
from timegiven.library.views.public import feed, role
from timegiven.library.views.reviewing import actions, reviews
from timegiven.library.views.tasks import remove_task, task, tasks
from timegiven.library.views.writing import answer

__all__ = [
    "actions",
    "agenda",
    "agenda_pdf",
    "answer",
    "arrange",
    "ask",
    "assess",
    "assessment",
    "call_meeting",
    "cancel_meeting",
    "close_meeting",
    "compare",
    "complete",
    "conditions",
    "copy",
    "decide",
    "declare",
    "decline_task",
    "drafts",
    "feed",
    "finish",
    "flow",
    "flow_of",
    "idea",
    "library",
    "meeting",
    "met",
    "minutes_pdf",
    "paper",
    "paper_pdf",
    "part",
    "presence",
    "profile",
    "propose",
    "remove_task",
    "reply",
    "report_change",
    "requests",
    "retire",
    "reviews",
    "revise",
    "role",
    "say",
    "submit",
    "take_up",
    "take_up_task",
    "task",
    "task_request",
    "tasks",
    "version",
    "vote",
    "withdraw",
]
