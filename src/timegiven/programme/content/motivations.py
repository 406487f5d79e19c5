"""Why people volunteer, as the guide of 2007 lists it; a person may choose several, or none.

Source: MVP Guide for Supervision of Volunteers, 2007, "About Volunteers" (clause 8).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Motivation:
    """One reason to volunteer, in words a person would use."""

    code: str
    words: str


MOTIVATIONS: tuple[Motivation, ...] = (
    Motivation("skills", "I would like to refresh my skills before going back to a job"),
    Motivation("study", "I would like volunteering experience to go with my studies"),
    Motivation("social", "I would like to meet people and enjoy myself"),
    Motivation("community", "I would like to support my local community"),
    Motivation("future", "I am wondering whether a job with the police would suit me"),
    Motivation("waiting", "I have applied for a job with the police and would like to see more of it meanwhile"),
    Motivation("giving_back", "I would like to give something back, perhaps because the police once helped me"),
)
