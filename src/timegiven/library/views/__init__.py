"""The library's pages."""

from timegiven.library.views.assessing import assess
from timegiven.library.views.deciding import decide
from timegiven.library.views.lists import agenda, drafts, library, reviews
from timegiven.library.views.moving import retire, revise, submit, take_up
from timegiven.library.views.profile import profile, version
from timegiven.library.views.proposing import idea, propose
from timegiven.library.views.writing import answer, complete

__all__ = [
    "agenda",
    "answer",
    "assess",
    "complete",
    "decide",
    "drafts",
    "idea",
    "library",
    "profile",
    "propose",
    "retire",
    "reviews",
    "revise",
    "submit",
    "take_up",
    "version",
]
