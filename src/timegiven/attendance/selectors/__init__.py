"""What can be asked of session reports."""

from timegiven.attendance.selectors.forms import (
    day_of_tasks,
    draft_of,
    limits,
    meal_from,
    own_roles,
    placement_seen_by,
    placements_to_key_in,
    tasks_of,
)
from timegiven.attendance.selectors.needs import needs
from timegiven.attendance.selectors.reports import (
    narrowed,
    newer_than,
    overlapping,
    reads_others,
    reports_of,
    reports_seen_by,
    versions_of,
)

__all__ = [
    "day_of_tasks",
    "draft_of",
    "limits",
    "meal_from",
    "narrowed",
    "needs",
    "newer_than",
    "overlapping",
    "own_roles",
    "placement_seen_by",
    "placements_to_key_in",
    "reads_others",
    "reports_of",
    "reports_seen_by",
    "tasks_of",
    "versions_of",
]
