"""The library's pages."""

from timegiven.library.views.assessing import assess, assessment, finish, report_change
from timegiven.library.views.deciding import decide
from timegiven.library.views.lists import agenda, drafts, library
from timegiven.library.views.moving import retire, revise, submit, take_up
from timegiven.library.views.profile import profile, version
from timegiven.library.views.proposing import idea, propose
from timegiven.library.views.public import feed, role
from timegiven.library.views.reviewing import actions, reviews
from timegiven.library.views.writing import answer, complete

__all__ = [
    "actions",
    "agenda",
    "answer",
    "assess",
    "assessment",
    "complete",
    "decide",
    "drafts",
    "feed",
    "finish",
    "idea",
    "library",
    "profile",
    "propose",
    "report_change",
    "retire",
    "reviews",
    "revise",
    "role",
    "submit",
    "take_up",
    "version",
]
