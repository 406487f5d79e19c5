"""Who offers, agrees, welcomes, starts and ends; and who sees how much of a volunteer's record."""

from timegiven.placements.access.aware import answer_for_aware, arrange_aware, hand_over_aware, see_aware
from timegiven.placements.access.placed import answer, ask_task, end, offer, offer_at
from timegiven.placements.access.record import see_address, see_list, see_record, see_unit
from timegiven.placements.access.training import sign_training
from timegiven.placements.access.welcome import start, welcome

__all__ = [
    "answer",
    "answer_for_aware",
    "arrange_aware",
    "ask_task",
    "end",
    "hand_over_aware",
    "offer",
    "offer_at",
    "see_address",
    "see_aware",
    "see_list",
    "see_record",
    "see_unit",
    "sign_training",
    "start",
    "welcome",
]
