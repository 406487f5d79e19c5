"""Reasons that people who leave sometimes offer; nobody is asked, and these serve only for statistics.

Source: the reasons of 28 people who left between December 2010 and June 2011, MPA briefing,
http://policeauthority.org/metropolitan/publications/briefings/2011/39/index.html (clause 120: no reason is needed).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class LeavingReason:
    """A reason someone offered of their own accord, and how many gave it in 2010 to 2011."""

    code: str
    words: str
    seen: int


LEAVING_REASONS: tuple[LeavingReason, ...] = (
    LeavingReason("career", "A change of career", 6),
    LeavingReason("role", "The role was not what was expected", 5),
    LeavingReason("health", "Health", 5),
    LeavingReason("time", "Less time to give than hoped", 4),
    LeavingReason("travel", "The journey", 2),
    LeavingReason("family", "Family or caring for someone", 2),
    LeavingReason("other_strand", "Joined the Special Constabulary or another police volunteer group", 2),
    LeavingReason("joined_staff", "Joined the police service as a member of staff", 1),
    LeavingReason("retired", "Retired from volunteering", 1),
)
