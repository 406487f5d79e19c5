"""What can be asked of letters that prove time given, and of milestones."""

from timegiven.engagement.selectors.milestones import just_passed, milestones_seen_by, needs, to_thank
from timegiven.engagement.selectors.proofs import proof_by_code, proofs_seen_by, told_of
from timegiven.engagement.selectors.statements import (
    Statement,
    pattern_of,
    roles_of,
    statement,
    statement_of_volunteering,
    volunteers_to_write_for,
)

__all__ = [
    "Statement",
    "just_passed",
    "milestones_seen_by",
    "needs",
    "pattern_of",
    "proof_by_code",
    "proofs_seen_by",
    "roles_of",
    "statement",
    "statement_of_volunteering",
    "to_thank",
    "told_of",
    "volunteers_to_write_for",
]
