"""What the handbook says about offering a placement."""

from datetime import date, timedelta

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import day as in_words
from timegiven.kernel.words import duration

WEEKS = 4  # whole weeks in the shortest month
NOT_OFFERED = "We have not offered this placement"
LONGEST_TO_REPLY = timedelta(days=183)  # our own: a year that was mistyped would keep a place from everybody else


def check_weekly(*, minutes: int, cap: int, usual: int, what: str = NOT_OFFERED) -> None:
    """The time hoped for each week must fit into the month's cap (clauses 34, 44); ``what`` did not happen if not."""
    if minutes * WEEKS > cap:
        raise NotAllowed(
            f"{what}: {duration(minutes)} a week would come to more than the "
            f"{duration(cap)} that one person may give in a month.",
            next_step=f"Choose {duration(cap // WEEKS)} a week or less. About {duration(usual)} once a week is usual.",
        )


def check_not_twice(*, is_placed: bool, role: str, unit: str, what: str = NOT_OFFERED) -> None:
    """One placement for the same role at the same unit at a time."""
    if is_placed:
        raise NotAllowed(
            f"{what}: the volunteer is offered or has “{role}” at {unit} already.",
            next_step="Look at their placements. A different role or unit can be offered beside it.",
        )


def check_reply_day(*, reply_by: date, day: date, usual: date, is_loan: bool = False, what: str = NOT_OFFERED) -> None:
    """There is time to think an offer over; help at an event of today is answered today."""
    if reply_by < day or (reply_by == day and not is_loan):
        raise NotAllowed(
            f"{what}: the day to answer by has to come after today.",
            next_step=f"Choose a later day, for example {in_words(usual)}.",
        )
    if reply_by > day + LONGEST_TO_REPLY:
        raise NotAllowed(
            f"{what}: {in_words(reply_by)} is too far away to keep a place free.",
            next_step=f"Choose an earlier day, within six months, for example {in_words(usual)}.",
        )


def check_in_time(*, reply_by: date | None, day: date) -> None:
    """An offer can be answered until its day, that day included."""
    if reply_by is not None and day > reply_by:
        raise NotAllowed(
            f"The placement is not agreed: the offer could be answered until {in_words(reply_by)}.",
            next_step="If you would still like it, ask for it again. It is no trouble.",
            ask="your Borough MVP Manager",
        )


def check_may_move(*, is_live: bool, is_loan: bool, is_elsewhere: bool) -> None:
    """Only a placement that goes on can be moved, and to another unit."""
    if not is_live or is_loan:
        raise NotAllowed(
            "We have not offered the move: only a placement that is agreed and goes on can be moved.",
            next_step="Look at the placement to see where it stands.",
        )
    if not is_elsewhere:
        raise NotAllowed(
            "We have not offered the move: it is the unit where they are now.", next_step="Choose another unit."
        )


def check_loan_days(*, from_on: date, until_on: date, day: date, longest: int) -> None:
    """A loan is for an event: from a day to come until a day not far after it."""
    if from_on < day:
        raise NotAllowed(
            f"We have not offered the loan: its first day, {in_words(from_on)}, has passed.",
            next_step="Choose today or a later day.",
        )
    if until_on <= from_on:
        raise NotAllowed(
            "We have not offered the loan: its last day comes before its first.", next_step="Choose the days again."
        )
    if (until_on - from_on).days > longest:
        raise NotAllowed(
            f"We have not offered the loan: it would last longer than {longest} days.",
            next_step="For a longer time offer a placement there, or a move.",
        )
