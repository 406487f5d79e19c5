"""Make letters that prove time given; notice milestones, and note a thank you; invite volunteers to meetings."""

from timegiven.engagement.services.ideas import answer_idea
from timegiven.engagement.services.meeting import (
    answer_meeting,
    arrange_meeting,
    call_off_meeting,
    hold_meeting,
    invite_to_meetings,
)
from timegiven.engagement.services.proving import prove, withdraw
from timegiven.engagement.services.recruitment import (
    forget_wishes,
    say_recruitment,
    tell_of_recruitment,
    write_recruitment,
)
from timegiven.engagement.services.thanking import let_be, notice_milestones, thank

__all__ = [
    "answer_idea",
    "answer_meeting",
    "arrange_meeting",
    "call_off_meeting",
    "forget_wishes",
    "hold_meeting",
    "invite_to_meetings",
    "let_be",
    "notice_milestones",
    "prove",
    "say_recruitment",
    "tell_of_recruitment",
    "thank",
    "withdraw",
    "write_recruitment",
]
