"""The library's pages."""

from timegiven.library.views.asking import ask, decline_task, requests, take_up_task, task_request
from timegiven.library.views.assessing import assess, assessment, finish, report_change
from timegiven.library.views.comparing import compare
from timegiven.library.views.deciding import decide
from timegiven.library.views.lists import agenda, drafts, library
from timegiven.library.views.moving import retire, revise, submit, take_up
from timegiven.library.views.parts import complete, part
from timegiven.library.views.profile import profile, version
from timegiven.library.views.proposing import copy, idea, propose
from timegiven.library.views.public import feed, role
from timegiven.library.views.reviewing import actions, reviews
from timegiven.library.views.tasks import remove_task, task, tasks
from timegiven.library.views.writing import answer

__all__ = [
    "actions",
    "agenda",
    "answer",
    "ask",
    "assess",
    "assessment",
    "compare",
    "complete",
    "copy",
    "decide",
    "decline_task",
    "drafts",
    "feed",
    "finish",
    "idea",
    "library",
    "part",
    "profile",
    "propose",
    "remove_task",
    "report_change",
    "requests",
    "retire",
    "reviews",
    "revise",
    "role",
    "submit",
    "take_up",
    "take_up_task",
    "task",
    "task_request",
    "tasks",
    "version",
]
