"""A meal: what it cost, up to an amount, at a session that is long enough; never a flat allowance."""

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import duration


def check_long_enough(*, minutes: int, needed: int) -> None:
    """Refuse a meal for a session shorter than ``needed`` (clause 97)."""
    if minutes < needed:
        raise NotAllowed(
            f"This meal cannot be claimed: the session was {duration(minutes)}, and a meal is paid back "
            f"from {duration(needed)} in one session.",
            next_step="If the times in your report are wrong, put them right first.",
        )


def check_no_meal_yet(*, claimed: bool) -> None:
    """One meal a session (clause 97)."""
    if claimed:
        raise NotAllowed(
            "This meal has not been added: a meal was claimed for this session already, and one meal can be claimed "
            "for each session.",
            next_step="You can see how far it is under “My claims”.",
        )


def payable(*, receipt: int, most: int) -> int:
    """What may be paid back: what it cost, up to ``most``; never a flat allowance (clauses 97, 101)."""
    return min(receipt, most)
