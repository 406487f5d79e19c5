"""Breaks: for how long one likes, and no reason."""

from datetime import date

from timegiven.kernel.refusals import NotAllowed


def check_break(*, is_here: bool, from_on: date, back_on: date | None, day: date) -> None:
    """A break begins today or later, and ends after it begins; only somebody who volunteers takes one."""
    if not is_here:
        raise NotAllowed(
            "Nothing has changed: there is a break already, or the volunteering has ended.",
            next_step="Look at the record to see where it stands.",
        )
    if from_on < day:
        raise NotAllowed(
            "We have not noted the break: its first day has passed.", next_step="Choose today, or a later day."
        )
    if back_on is not None and back_on <= from_on:
        raise NotAllowed(
            "We have not noted the break: the day of coming back comes before it begins.",
            next_step="Choose a later day, or leave it empty: it can be said another time.",
        )


def check_is_away(*, has_break: bool) -> None:
    """Only somebody who is on a break, or has one planned, comes back from it."""
    if not has_break:
        raise NotAllowed("Nothing has changed: there is no break to come back from.", next_step="You are here already.")
