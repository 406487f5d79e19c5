"""When a role is taken out of use."""

from collections.abc import Sequence

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import so_many


def check_why(why: str) -> None:
    if not why.strip():
        raise NotAllowed(
            "Nothing has changed: the reason is missing.", next_step="Say in a sentence why, for those who look later."
        )


def check_done_nowhere_else(boroughs: Sequence[str], *, title: str) -> None:
    """A borough does not decide for others that a role ends: the Central Team retires what several of them have."""
    if boroughs:
        others = boroughs[0] if len(boroughs) == 1 else so_many(len(boroughs), "other borough")
        raise NotAllowed(
            f"We have not retired “{title}”: it is done in {others} too, and it would end there as well.",
            next_step="Ask the Central Team to retire it for all. If it is not wanted in your borough only, end the "
            "placements there and plan no more duties in it; if it is not safe there, report a change.",
            ask="the Central Team",
        )
