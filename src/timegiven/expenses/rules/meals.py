"""A meal: what it cost, up to an amount, at a session that is long enough; never a flat allowance."""

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import duration


def check_long_enough(*, minutes: int, needed: int, of: str = "") -> None:
    """Refuse a meal for a session shorter than ``needed`` (clause 97); ``of``: whose it is, if somebody else reads."""
    if minutes < needed:
        report = f"the report of {of}" if of else "your report"
        raise NotAllowed(
            f"This meal cannot be claimed: the session was {duration(minutes)}, and a meal is paid back "
            f"from {duration(needed)} in one session.",
            next_step=f"If the times in {report} are wrong, put them right first.",
        )


def check_no_meal_yet(*, claimed: bool, of: str = "") -> None:
    """One meal a session (clause 97); ``of``: whose it is, where somebody else reads."""
    if claimed:
        where = f"among the claims of {of}" if of else "under “My claims”"
        raise NotAllowed(
            "This meal has not been added: a meal was claimed for this session already, and one meal can be claimed "
            "for each session.",
            next_step=f"You can see how far it is {where}.",
        )


def payable(*, receipt: int, most: int) -> int:
    """What may be paid back: what it cost, up to ``most``; never a flat allowance (clauses 97, 101)."""
    return min(receipt, most)
