"""What the handbook forbids about money: all amounts in pence, all times in minutes."""

from datetime import date, timedelta

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import day as in_words
from timegiven.kernel.words import duration, pounds


def check_long_enough(*, minutes: int, needed: int) -> None:
    """Refuse a meal for a session shorter than ``needed`` (clause 97)."""
    if minutes < needed:
        raise NotAllowed(
            f"This meal cannot be claimed: the session was {duration(minutes)}, and a meal is paid back "
            f"from {duration(needed)} in one session.",
            next_step="If the times in your report are wrong, ask your MVP Manager to put them right first.",
        )


def check_in_time(*, given_on: date, today: date, within: int) -> None:
    """Refuse a claim made more than ``within`` days after the session."""
    if today > given_on + timedelta(days=within):
        raise NotAllowed(
            f"This meal cannot be claimed any more: the session was on {in_words(given_on)}, "
            f"and claims are taken for {within} days.",
            next_step="Your MVP Manager can tell you whether anything can still be done.",
        )


def payable(*, receipt: int, most: int) -> int:
    """What may be paid back: what the meal cost, up to ``most``; never a flat allowance (clauses 97, 101).

    Raises NotAllowed when the receipt is for nothing.
    """
    if receipt <= 0:
        raise NotAllowed(
            "This claim has not been sent: the receipt is for nothing.",
            next_step=f"Enter what you paid. Up to {pounds(most)} can be paid back.",
        )
    return min(receipt, most)
