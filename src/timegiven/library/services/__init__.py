"""What people do with role profiles: propose, copy, write, assess, submit, discuss, vote, declare, revise, retire."""

from timegiven.library.services.acting import finish
from timegiven.library.services.arranging import give_more_time, put_on_agenda
from timegiven.library.services.asking import ask, decline_task, pass_on, take_up_task
from timegiven.library.services.assessing import assess
from timegiven.library.services.changing import report_change
from timegiven.library.services.copying import copy
from timegiven.library.services.deciding import declare, vote
from timegiven.library.services.discussing import reply, say, withdraw
from timegiven.library.services.fulfilling import meet_condition
from timegiven.library.services.indexing import index, index_all, search_words
from timegiven.library.services.meeting import call_meeting, cancel_meeting, close_meeting, record_presence
from timegiven.library.services.noticing import give_cover_notices, give_review_notices
from timegiven.library.services.proposing import propose
from timegiven.library.services.reminding import remind_members
from timegiven.library.services.retiring import retire
from timegiven.library.services.revising import revise
from timegiven.library.services.submitting import submit
from timegiven.library.services.tasks import add_tasks, change_task, move_task, remove_task
from timegiven.library.services.writing import answer, complete, describe, name_training, sort, take_up

__all__ = [
    "add_tasks",
    "answer",
    "ask",
    "assess",
    "call_meeting",
    "cancel_meeting",
    "change_task",
    "close_meeting",
    "complete",
    "copy",
    "declare",
    "decline_task",
    "describe",
    "finish",
    "give_cover_notices",
    "give_more_time",
    "give_review_notices",
    "index",
    "index_all",
    "meet_condition",
    "move_task",
    "name_training",
    "pass_on",
    "propose",
    "put_on_agenda",
    "record_presence",
    "remind_members",
    "remove_task",
    "reply",
    "report_change",
    "retire",
    "revise",
    "say",
    "search_words",
    "sort",
    "submit",
    "take_up",
    "take_up_task",
    "vote",
    "withdraw",
]
