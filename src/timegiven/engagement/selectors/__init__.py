"""What can be asked of letters that prove time given, of milestones, and of meetings."""

from timegiven.engagement.selectors.ideas import (
    MOST,
    idea_in,
    ideas_answered,
    ideas_done,
    ideas_open_to,
    ideas_told_on,
    own_ideas,
)
from timegiven.engagement.selectors.meetings import (
    boroughs_to_meet_in,
    invitation_of,
    invited_to,
    meeting_ics,
    meetings_seen_by,
    to_invite,
    volunteers_to_invite,
)
from timegiven.engagement.selectors.milestones import just_passed, milestones_seen_by, to_thank
from timegiven.engagement.selectors.needs import needs
from timegiven.engagement.selectors.proofs import proof_by_code, proofs_seen_by, told_of
from timegiven.engagement.selectors.recruitment import (
    notices,
    notices_to_send,
    number_hoping,
    wish_of,
    wishes,
    wishes_over,
)
from timegiven.engagement.selectors.statements import (
    Statement,
    roles_of,
    statement,
    statement_of_volunteering,
    volunteers_to_write_for,
)

__all__ = [
    "MOST",
    "Statement",
    "boroughs_to_meet_in",
    "idea_in",
    "ideas_answered",
    "ideas_done",
    "ideas_open_to",
    "ideas_told_on",
    "invitation_of",
    "invited_to",
    "just_passed",
    "meeting_ics",
    "meetings_seen_by",
    "milestones_seen_by",
    "needs",
    "notices",
    "notices_to_send",
    "number_hoping",
    "own_ideas",
    "proof_by_code",
    "proofs_seen_by",
    "roles_of",
    "statement",
    "statement_of_volunteering",
    "to_invite",
    "to_thank",
    "told_of",
    "volunteers_to_invite",
    "volunteers_to_write_for",
    "wish_of",
    "wishes",
    "wishes_over",
]
