"""When kit is lent."""

from datetime import date

from timegiven.kernel.refusals import NotAllowed


def check_lent_on(*, issued_on: date, today: date) -> None:
    """Kit is written down when it has been lent."""
    if issued_on > today:
        raise NotAllowed(
            "We have not noted this: the day is still to come.", next_step="Enter the day on which it was lent."
        )


def check_lent_here(*, is_placed: bool) -> None:
    """A unit lends to those who give time there (clauses 25, 112)."""
    if not is_placed:
        raise NotAllowed(
            "We have not noted this: the volunteer is not placed at this unit.",
            next_step="Look at their placements to see where they give time.",
        )


def check_back_on(*, issued_on: date, ended_on: date, today: date) -> None:
    """It comes back after it was lent, and not in days to come."""
    if not issued_on <= ended_on <= today:
        raise NotAllowed(
            "We have not noted this: the day must lie between the day on which it was lent and today.",
            next_step="Choose the day on which it came back.",
        )
