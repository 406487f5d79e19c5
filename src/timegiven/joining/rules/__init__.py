"""What the handbook forbids while somebody joins: plain Python, no database, no clock."""

from timegiven.joining.rules.age import OLDEST, check_age
from timegiven.joining.rules.deciding import check_clearance, check_interview_day, check_pass, check_signature
from timegiven.joining.rules.referees import Someone, check_referees, check_references, check_room_for_referee
from timegiven.joining.rules.sections import SECTIONS, Section, check_complete, missing_sections

__all__ = [
    "OLDEST",
    "SECTIONS",
    "Section",
    "Someone",
    "check_age",
    "check_clearance",
    "check_complete",
    "check_interview_day",
    "check_pass",
    "check_referees",
    "check_references",
    "check_room_for_referee",
    "check_signature",
    "missing_sections",
]
