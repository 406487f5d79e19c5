"""Letters that prove time given, the public page that checks them, and whom to thank."""

from timegiven.engagement.views.checking import check
from timegiven.engagement.views.ideas import answer_idea, ideas
from timegiven.engagement.views.letters import (
    hours_letter,
    letters,
    my_letters,
    service_letter,
    volunteering_letter,
    withdraw,
)
from timegiven.engagement.views.meetings import (
    arrange_meeting,
    call_off_meeting,
    hold_meeting,
    meeting,
    meetings,
)
from timegiven.engagement.views.recruitment import notices, recruitment, recruitment_for, write_recruitment
from timegiven.engagement.views.thanking import let_be, thank, thanks

__all__ = [
    "answer_idea",
    "arrange_meeting",
    "call_off_meeting",
    "check",
    "hold_meeting",
    "hours_letter",
    "ideas",
    "let_be",
    "letters",
    "meeting",
    "meetings",
    "my_letters",
    "notices",
    "recruitment",
    "recruitment_for",
    "service_letter",
    "thank",
    "thanks",
    "volunteering_letter",
    "withdraw",
    "write_recruitment",
]
