"""What people do with role profiles: propose, copy, write, ask for a task, assess, submit, decide, revise, retire."""

from timegiven.library.services.acting import finish
from timegiven.library.services.asking import ask, decline_task, pass_on, take_up_task
from timegiven.library.services.assessing import assess
from timegiven.library.services.changing import report_change
from timegiven.library.services.copying import copy
from timegiven.library.services.deciding import decide
from timegiven.library.services.indexing import index, index_all, search_words
from timegiven.library.services.noticing import give_cover_notices, give_review_notices
from timegiven.library.services.proposing import propose
from timegiven.library.services.retiring import retire
from timegiven.library.services.revising import revise
from timegiven.library.services.submitting import submit
from timegiven.library.services.tasks import add_tasks, change_task, move_task, remove_task
from timegiven.library.services.writing import answer, complete, describe, name_training, take_up

__all__ = [
    "add_tasks",
    "answer",
    "ask",
    "assess",
    "change_task",
    "complete",
    "copy",
    "decide",
    "decline_task",
    "describe",
    "finish",
    "give_cover_notices",
    "give_review_notices",
    "index",
    "index_all",
    "move_task",
    "name_training",
    "pass_on",
    "propose",
    "remove_task",
    "report_change",
    "retire",
    "revise",
    "search_words",
    "submit",
    "take_up",
    "take_up_task",
]
