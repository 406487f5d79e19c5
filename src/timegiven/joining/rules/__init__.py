"""What the handbook forbids while somebody joins: plain Python, no database, no clock."""

from timegiven.joining.rules.age import OLDEST, check_age, check_consent
from timegiven.joining.rules.agreements import parts_of
from timegiven.joining.rules.clearances import (
    check_another_decides,
    check_appeal_in_time,
    check_has_reader,
    check_unfinished,
    due_notice,
)
from timegiven.joining.rules.deciding import (
    check_clearance,
    check_cleared,
    check_interview_day,
    check_signature,
    check_was_sent,
)
from timegiven.joining.rules.duplicates import Standing, check_merge, check_undo
from timegiven.joining.rules.meetings import check_bookable, check_may_book, check_slot, check_unit_meeting, taken
from timegiven.joining.rules.names import orders, span
from timegiven.joining.rules.passes import SHOWS_PHOTO, WANTS_PHOTO, check_pass, check_stays, check_wants_photo
from timegiven.joining.rules.pipeline import FITS, check_batch, check_right, check_right_is_new
from timegiven.joining.rules.referees import (
    Someone,
    check_guardian,
    check_not_about_oneself,
    check_not_for_oneself,
    check_referees,
    check_references,
    check_room_for_referee,
    mailbox,
    plain_number,
)
from timegiven.joining.rules.sections import (
    SECTIONS,
    Section,
    check_complete,
    check_unchanged,
    every_section,
    missing_sections,
    referee_position,
    sections_for,
)
from timegiven.joining.rules.suitability import OCCUPATIONS, Finding, is_possible, outcome, suits

__all__ = [
    "FITS",
    "OCCUPATIONS",
    "OLDEST",
    "SECTIONS",
    "SHOWS_PHOTO",
    "WANTS_PHOTO",
    "Finding",
    "Section",
    "Someone",
    "Standing",
    "check_age",
    "check_another_decides",
    "check_appeal_in_time",
    "check_batch",
    "check_bookable",
    "check_clearance",
    "check_cleared",
    "check_complete",
    "check_consent",
    "check_guardian",
    "check_has_reader",
    "check_interview_day",
    "check_may_book",
    "check_merge",
    "check_not_about_oneself",
    "check_not_for_oneself",
    "check_pass",
    "check_referees",
    "check_references",
    "check_right",
    "check_right_is_new",
    "check_room_for_referee",
    "check_signature",
    "check_slot",
    "check_stays",
    "check_unchanged",
    "check_undo",
    "check_unfinished",
    "check_unit_meeting",
    "check_wants_photo",
    "check_was_sent",
    "due_notice",
    "every_section",
    "is_possible",
    "mailbox",
    "missing_sections",
    "orders",
    "outcome",
    "parts_of",
    "plain_number",
    "referee_position",
    "sections_for",
    "span",
    "suits",
    "taken",
]
