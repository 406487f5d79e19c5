"""When somebody may be asked not to come on a day, and on which grounds."""

from collections.abc import Collection
from datetime import date, timedelta

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import day, so_many

NOT_ASKED = "We have not asked them"


def check_day(*, on: date, today: date, most: int) -> None:
    """It is about one occasion close at hand, never about a day that is over (clause 113)."""
    if on < today:
        raise NotAllowed(
            f"{NOT_ASKED}: {day(on)} is over.", next_step="If something troubled you, tell the Borough MVP Manager."
        )
    if on > today + timedelta(days=most):
        raise NotAllowed(
            f"{NOT_ASKED}: {day(on)} is more than {so_many(most, 'day')} away, and this is for one occasion close by.",
            next_step="Talk to the Borough MVP Manager, who can look for another way with them.",
        )


def check_ground(ground: str, *, open_to: Collection[str]) -> None:
    """The Statement names the grounds; that of the good name is the MVP Manager's to see (clause 113)."""
    if ground not in open_to:
        raise NotAllowed(
            f"{NOT_ASKED}: this is for the Borough MVP Manager to decide.",
            next_step="Ring the Borough MVP Manager, who can ask them at once.",
        )


def check_not_asked(*, is_asked: bool, on: date) -> None:
    """Once is enough."""
    if is_asked:
        raise NotAllowed(
            f"Nothing has changed: they have been asked already not to come on {day(on)}.",
            next_step="You need do nothing more. The Borough MVP Manager talks with them.",
        )
