"""What can be asked about joining."""

from timegiven.joining.selectors.answers import answers, section_answers
from timegiven.joining.selectors.applications import (
    OPEN,
    application_by_link,
    applications_run_by,
    applications_seen_by,
    boroughs_run_by,
    my_application,
    open_application,
    profile_of_interest,
    progress,
    whom_to_ask,
)
from timegiven.joining.selectors.needs import needs
from timegiven.joining.selectors.passes import my_pass, passes_run_by, passes_seen_by
from timegiven.joining.selectors.readiness import (
    agreed,
    agreed_people,
    clearance_of,
    cleared,
    cleared_people,
    good_references,
    pass_in_force,
    people_with_a_pass,
    people_with_references,
    referenced_people,
    statement,
)
from timegiven.joining.selectors.references import (
    is_room_for_referee,
    reference_by_link,
    references_of,
    references_seen_by,
    standing_references,
)
from timegiven.joining.selectors.vetting import (
    clearances_expiring,
    level_for,
    referrals_seen_by,
    usual_end,
)

__all__ = [
    "OPEN",
    "agreed",
    "agreed_people",
    "answers",
    "application_by_link",
    "applications_run_by",
    "applications_seen_by",
    "boroughs_run_by",
    "clearance_of",
    "clearances_expiring",
    "cleared",
    "cleared_people",
    "good_references",
    "is_room_for_referee",
    "level_for",
    "my_application",
    "my_pass",
    "needs",
    "open_application",
    "pass_in_force",
    "passes_run_by",
    "passes_seen_by",
    "people_with_a_pass",
    "people_with_references",
    "profile_of_interest",
    "progress",
    "reference_by_link",
    "referenced_people",
    "references_of",
    "references_seen_by",
    "referrals_seen_by",
    "section_answers",
    "standing_references",
    "statement",
    "usual_end",
    "whom_to_ask",
]
