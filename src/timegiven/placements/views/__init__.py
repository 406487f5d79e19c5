"""The pages of placements."""

from timegiven.placements.views.agreeing import agree_pattern, pattern
from timegiven.placements.views.asking import ask_task
from timegiven.placements.views.aware import (
    ask_for_aware,
    aware,
    aware_accounts,
    close_aware,
    hand_over_aware,
    note_aware_login,
    read_aware_rule,
    resume_aware,
    suspend_aware,
)
from timegiven.placements.views.elsewhere import lend, move
from timegiven.placements.views.emergency import (
    emergency,
    emergency_sheet,
    openings,
    print_sheet,
    print_sheets,
    review_opening,
)
from timegiven.placements.views.health import first_aid, health, note_occupational_health, write_health
from timegiven.placements.views.kit import kit, kit_back, kit_out, lend_kit
from timegiven.placements.views.matching import open_roles, roles_that_fit, who_fits
from timegiven.placements.views.pausing import come_back, pause
from timegiven.placements.views.people import my_unit, unconfirmed, volunteers
from timegiven.placements.views.placed import agree, confirm, decline, end, placement
from timegiven.placements.views.ready import ready
from timegiven.placements.views.record import offer, placements, volunteer
from timegiven.placements.views.settling import settling
from timegiven.placements.views.training import book_training, sign_training, training
from timegiven.placements.views.vehicles import see_vehicle_paper, vehicles
from timegiven.placements.views.welcome import first_day, plan_first_day, start, welcome

__all__ = [
    "agree",
    "agree_pattern",
    "ask_for_aware",
    "ask_task",
    "aware",
    "aware_accounts",
    "book_training",
    "close_aware",
    "come_back",
    "confirm",
    "decline",
    "emergency",
    "emergency_sheet",
    "end",
    "first_aid",
    "first_day",
    "hand_over_aware",
    "health",
    "kit",
    "kit_back",
    "kit_out",
    "lend",
    "lend_kit",
    "move",
    "my_unit",
    "note_aware_login",
    "note_occupational_health",
    "offer",
    "open_roles",
    "openings",
    "pattern",
    "pause",
    "placement",
    "placements",
    "plan_first_day",
    "print_sheet",
    "print_sheets",
    "read_aware_rule",
    "ready",
    "resume_aware",
    "review_opening",
    "roles_that_fit",
    "see_vehicle_paper",
    "settling",
    "sign_training",
    "start",
    "suspend_aware",
    "training",
    "unconfirmed",
    "vehicles",
    "volunteer",
    "volunteers",
    "welcome",
    "who_fits",
    "write_health",
]
