"""What the handbook forbids about time given."""

from datetime import date

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import duration, month


def check_cap(*, given: int, more: int, cap: int, starts_on: date, ask: str = "") -> None:
    """Refuse ``more`` minutes when, with those ``given``, the month would pass its ``cap`` (all minutes; clause 34).

    Raises NotAllowed with how far it would go and the two nearest ways out.
    """
    if given + more <= cap:
        return
    left = max(cap - given, 0)
    shorten = f"You can shorten it to {duration(left)}, or" if left else "You can"
    raise NotAllowed(
        f"We have not added this time. It would take {month(starts_on)} to {duration(given + more)}; "
        f"the limit is {duration(cap)} so that everyone gets a turn.",
        next_step=f"{shorten} move it to another month.",
        ask=ask,
    )
