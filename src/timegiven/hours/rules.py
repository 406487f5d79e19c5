"""What the handbook forbids about time given."""

from datetime import date, timedelta

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import next_month
from timegiven.kernel.words import day, duration, month


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
        next_step=f"{shorten} move it to {month(next_month(starts_on))}.",
        ask=ask,
    )


def check_open(*, starts_on: date, is_closed: bool, why: str, ask: str = "") -> None:
    """A closed month changes only for a reason, which shows beside it."""
    if is_closed and not why:
        raise NotAllowed(
            f"We have not added this time: {month(starts_on)} is closed, and its totals have been passed on.",
            next_step="The Borough MVP Manager can still change it, and says why: the change then shows.",
            ask=ask,
        )


def check_over(*, starts_on: date, today: date, closes_after: int) -> None:
    """A month is closed when it is over and the last reports have had their time."""
    due = next_month(starts_on) + timedelta(days=closes_after)
    if today < due:
        raise NotAllowed(
            f"{month(starts_on)} has not been closed: reports may come until {day(due - timedelta(days=1))}.",
            next_step=f"It closes by itself on {day(due)}.",
        )


def check_may_lengthen(*, usual: int, most: int) -> None:
    """A month is lengthened by signature only where the strand has such a thing."""
    if most <= usual:
        raise NotAllowed(
            f"Nothing has changed: in this strand nobody's month is longer than {duration(usual)}.",
            next_step="Offer the time in another month, or ask somebody else.",
        )


def check_extension(*, cap: int, now: int, most: int, starts_on: date) -> None:
    """A month is lengthened only so far, and a signature for less than somebody has signed for changes nothing."""
    if now >= most:
        raise NotAllowed(
            f"Nothing has changed: {month(starts_on)} is {duration(now)} long already, and that is the most.",
            next_step="Offer the time in another month, or ask somebody else.",
        )
    if not now < cap <= most:
        raise NotAllowed(
            f"Nothing has changed: {month(starts_on)} may be lengthened to more than the {duration(now)} of now, and "
            f"at most to {duration(most)}.",
            next_step="Choose a length between the two.",
        )


def check_day(*, on: date, today: date, since_on: date, left_on: date | None) -> None:
    """Time is added when it has been given, by somebody who was a volunteer on that day."""
    if on > today:
        raise NotAllowed(
            f"We have not added this time: {day(on)} is still to come.",
            next_step="Add it when it has been, or check the day.",
        )
    if on < since_on or (left_on is not None and on > left_on):
        when = f"before they became a volunteer, on {day(since_on)}"
        if left_on is not None and on > left_on:
            when = f"after they left, on {day(left_on)}"
        raise NotAllowed(f"We have not added this time: {day(on)} is {when}.", next_step="Check the day.")


def check_added(*, is_added: bool, is_gone: bool) -> None:
    """Only what was added by hand is taken back by hand, and once."""
    if not is_added:
        raise NotAllowed(
            "Nothing has changed: this time was not added by hand.",
            next_step="Put the session report right, or the record of the course.",
        )
    if is_gone:
        raise NotAllowed(
            "Nothing has changed: this time has been taken back already.",
            next_step="Open the month again to see how it stands.",
        )


def check_counts(*, kind: str, counts_travel: bool) -> None:
    """The way there and back counts only in a strand that says so."""
    if kind == "TRAVEL" and not counts_travel:
        raise NotAllowed(
            "We have not added the travelling time: in this strand, time given begins at the unit.",
            next_step="Leave the travelling time out. What the way cost can be claimed.",
        )
