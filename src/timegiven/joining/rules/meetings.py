"""When an applicant can be met, and how late a meeting can still be moved."""

from datetime import datetime

from timegiven.kernel import words
from timegiven.kernel.refusals import NotAllowed


def check_slot(starts_at: datetime, *, at: datetime) -> None:
    """A time that is published lies ahead."""
    if starts_at <= at:
        raise NotAllowed(
            f"This time has not been published: {words.day(starts_at)}, {words.clock(starts_at)} has passed.",
            next_step="Choose a later day or time.",
        )


def check_bookable(starts_at: datetime, *, is_withdrawn: bool, at: datetime) -> None:
    """A slot is booked while it is offered and lies ahead."""
    if is_withdrawn or starts_at <= at:
        raise taken()


def check_may_book(*, is_waiting: bool) -> None:
    """An interview is booked between sending the application and having been met."""
    if not is_waiting:
        raise NotAllowed(
            "Nothing has been booked: this application is not waiting for an interview.",
            next_step="Your application page shows what comes next.",
        )


def check_unit_meeting(*, is_open: bool, in_borough: bool, starts_at: datetime, at: datetime) -> None:
    """The unit is met when a match has been found, within the borough and ahead of now (clause 78)."""
    check_slot(starts_at, at=at)
    if not is_open:
        raise NotAllowed(
            "The meeting has not been arranged: this application has ended, or the person has not been met yet.",
            next_step="Record the interview first.",
        )
    if not in_borough:
        raise NotAllowed(
            "The meeting has not been arranged: this unit is not in the borough of the application.",
            next_step="Choose a unit of your own borough.",
        )


def taken() -> NotAllowed:
    """Said to whoever was a moment late."""
    return NotAllowed(
        "We have not booked this: somebody else has just taken that time, or it is no longer offered.",
        next_step="Please choose another time from the list.",
    )
