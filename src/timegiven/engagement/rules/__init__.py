"""What a letter may say, how its code is written, and which milestone was passed: plain Python."""

from timegiven.engagement.rules.codes import as_printed, as_typed
from timegiven.engagement.rules.meetings import check_begun, check_meeting, check_not_begun
from timegiven.engagement.rules.milestones import check_how, passed, years_passed
from timegiven.engagement.rules.proving import check_not_withdrawn, check_something_given
from timegiven.engagement.rules.recruitment import ALSO_AFTER, NO, WHILE, check_wish

__all__ = [
    "ALSO_AFTER",
    "NO",
    "WHILE",
    "as_printed",
    "as_typed",
    "check_begun",
    "check_how",
    "check_meeting",
    "check_not_begun",
    "check_not_withdrawn",
    "check_something_given",
    "check_wish",
    "passed",
    "years_passed",
]
