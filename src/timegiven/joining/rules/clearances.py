"""The clocks of a clearance: which notice is due, until when an appeal can be asked for, and who answers it."""

from collections.abc import Sequence
from datetime import date

from timegiven.kernel import words
from timegiven.kernel.refusals import NotAllowed


def due_notice(until_on: date, *, day: date, warnings: Sequence[int]) -> int | None:
    """Which of the warnings (60, 30, 7 days before) a day calls for: the nearest whose day has come, or none."""
    left = (until_on - day).days
    return min((days for days in warnings if 0 < left <= days), default=None)


def check_appeal_in_time(by_on: date | None, *, day: date) -> None:
    """An appeal is asked for within its time, counted from the letter."""
    if by_on is None or day > by_on:
        until = f" It could be asked for until {words.day(by_on)}." if by_on else ""
        raise NotAllowed(
            f"Your appeal has not been recorded: the time for it has passed.{until}",
            next_step="You may still register again. If there was a good reason for being late, write to us.",
        )


def check_has_reader(*, is_for_office: bool, has_clearance: bool) -> None:
    """Nothing so private is kept that nobody would read: the vetting office looks at a clearance that there is."""
    if is_for_office and not has_clearance:
        raise NotAllowed(
            "We have not kept this: no security check of yours is on record here, so the vetting office would not see "
            "it.",
            next_step="Leave out what is for the vetting office, and ask the Borough MVP Manager how to reach them.",
        )


def check_unfinished(what: str, *, ended: str) -> None:
    """What the vetting office decides is decided once; whoever comes second is told of the first, and never why."""
    if ended:
        raise NotAllowed(
            f"{what} is finished, and nothing new can be recorded: {ended}.",
            next_step="You need do nothing more about it. The list shows what still waits for you.",
            ask="your colleagues in the vetting office",
        )


def check_another_decides(*, is_same: bool) -> None:
    """Whoever refused a security check does not decide on the appeal."""
    if is_same:
        raise NotAllowed(
            "The appeal has not been decided: you decided the first time.",
            next_step="Ask a colleague in the vetting office to look at it.",
        )
