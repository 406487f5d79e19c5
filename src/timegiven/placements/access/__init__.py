"""Who offers, agrees, welcomes, starts and ends; and who sees how much of a volunteer's record."""

from timegiven.placements.access.aware import answer_for_aware, arrange_aware, hand_over_aware, see_accounts, see_aware
from timegiven.placements.access.emergency import (
    break_glass,
    find_sheet,
    open_sheet,
    print_sheets,
    review_opening,
    see_openings,
)
from timegiven.placements.access.health import (
    note_occupational_health,
    see_first_aid,
    see_what_helps,
    see_what_to_do,
    write_health,
)
from timegiven.placements.access.kit import lend_kit, see_kit, see_kit_out, take_back_kit
from timegiven.placements.access.moving import agree_pattern, move, pause, see_fits
from timegiven.placements.access.placed import answer, ask_task, end, offer, offer_at
from timegiven.placements.access.record import see_address, see_list, see_record, see_unit
from timegiven.placements.access.settling import answer_for_unit, answer_settling, read_settling
from timegiven.placements.access.training import sign_training
from timegiven.placements.access.vehicles import say_vehicle, see_vehicle_paper
from timegiven.placements.access.welcome import start, welcome

__all__ = [
    "agree_pattern",
    "answer",
    "answer_for_aware",
    "answer_for_unit",
    "answer_settling",
    "arrange_aware",
    "ask_task",
    "break_glass",
    "end",
    "find_sheet",
    "hand_over_aware",
    "lend_kit",
    "move",
    "note_occupational_health",
    "offer",
    "offer_at",
    "open_sheet",
    "pause",
    "print_sheets",
    "read_settling",
    "review_opening",
    "say_vehicle",
    "see_accounts",
    "see_address",
    "see_aware",
    "see_first_aid",
    "see_fits",
    "see_kit",
    "see_kit_out",
    "see_list",
    "see_openings",
    "see_record",
    "see_unit",
    "see_vehicle_paper",
    "see_what_helps",
    "see_what_to_do",
    "sign_training",
    "start",
    "take_back_kit",
    "welcome",
    "write_health",
]
