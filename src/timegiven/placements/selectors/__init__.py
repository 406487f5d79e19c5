"""What can be asked of placements: who is ready, who is placed where, what waits for whom."""

from timegiven.placements.selectors.checks import FOR_A_DUTY, FOR_A_START, FOR_AN_OFFER, Check
from timegiven.placements.selectors.desk import needs
from timegiven.placements.selectors.placed import (
    at_unit,
    live_placements_of,
    mvpm_and_managers,
    placements_of,
    placements_seen_by,
    units_managed_by,
)
from timegiven.placements.selectors.ready import Answer, explain, readiness, require_ready
from timegiven.placements.selectors.records import (
    adjustments_of,
    aware,
    filter_choices,
    in_short,
    listed,
    needs_aware,
    offerable,
    steps_of,
    training_of,
    volunteer_reached_by,
    volunteers_list,
    volunteers_trained_or_seen_by,
    with_roles,
)
from timegiven.placements.selectors.welcome import PAPERS, first_day, papers_seen, ticked, ticked_items, unticked

__all__ = [
    "FOR_AN_OFFER",
    "FOR_A_DUTY",
    "FOR_A_START",
    "PAPERS",
    "Answer",
    "Check",
    "adjustments_of",
    "at_unit",
    "aware",
    "explain",
    "filter_choices",
    "first_day",
    "in_short",
    "listed",
    "live_placements_of",
    "mvpm_and_managers",
    "needs",
    "needs_aware",
    "offerable",
    "papers_seen",
    "placements_of",
    "placements_seen_by",
    "readiness",
    "require_ready",
    "steps_of",
    "ticked",
    "ticked_items",
    "training_of",
    "units_managed_by",
    "unticked",
    "volunteer_reached_by",
    "volunteers_list",
    "volunteers_trained_or_seen_by",
    "with_roles",
]
