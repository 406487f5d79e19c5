"""What a meeting of volunteers needs: something that it is for, and a time to come."""

from collections.abc import Collection
from datetime import datetime

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import day


def check_meeting(*, purposes: Collection[str], starts_at: datetime, at: datetime) -> None:
    """Support, training or news, at a time that is still to come (clause 125)."""
    if not purposes:
        raise NotAllowed(
            "We have not set up the meeting: it says not yet what it is for.",
            next_step="Choose support, training, news, or several of them.",
        )
    if starts_at <= at:
        raise NotAllowed(
            f"We have not set up the meeting: {day(starts_at)} at that time is over.",
            next_step="Choose a time to come, so that people can be invited.",
        )


def check_not_begun(*, starts_at: datetime, at: datetime) -> None:
    """An answer says how many chairs to put out: it comes before the meeting does."""
    if starts_at <= at:
        raise NotAllowed(
            "We have not kept your answer: the meeting has begun, and the chairs are out.",
            next_step="If it is still going on you are welcome without an answer. If it is over, what was shared there "
            "comes to you by letter.",
            ask="your MVP Manager",
        )


def check_begun(*, starts_at: datetime, at: datetime) -> None:
    """Who came is known when it has begun."""
    if starts_at > at:
        raise NotAllowed(
            "Nothing has changed: the meeting is still to come.", next_step="Write down who came when it has been."
        )
