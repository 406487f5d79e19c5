"""What the handbook says about offering a placement."""

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import duration

WEEKS = 4  # whole weeks in the shortest month


def check_weekly(*, minutes: int, cap: int) -> None:
    """The time hoped for each week must fit into the month's cap (clauses 34, 44)."""
    if minutes * WEEKS > cap:
        raise NotAllowed(
            f"We have not offered this placement: {duration(minutes)} a week would come to more than the "
            f"{duration(cap)} that one person may give in a month.",
            next_step=f"Choose {duration(cap // WEEKS)} a week or less. About four hours, once a week, is usual.",
        )


def check_not_twice(*, is_placed: bool, role: str, unit: str) -> None:
    """One placement for the same role at the same unit at a time."""
    if is_placed:
        raise NotAllowed(
            f"We have not offered this placement: the volunteer is offered or has “{role}” at {unit} already.",
            next_step="Look at their placements. A different role or unit can be offered beside it.",
        )
