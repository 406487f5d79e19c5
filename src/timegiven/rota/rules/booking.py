"""What the handbook forbids about saying yes to a duty. Plain values in, a refusal or nothing out."""

from datetime import date, datetime, time

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import month_of, next_month, touches_night
from timegiven.kernel.words import clock, day, duration, month

NOT_DOWN = "We have not put this name down"


def check_still_on(*, is_cancelled: bool, starts_at: datetime, at: datetime) -> None:
    """A duty that was called off or has begun cannot be offered or said yes to."""
    if is_cancelled:
        raise NotAllowed("Nothing has changed: this duty was called off.", next_step="Look at the other duties.")
    if starts_at <= at:
        raise NotAllowed(
            f"Nothing has changed: this duty began on {day(starts_at)} at {clock(starts_at)}.",
            next_step="If you were there, tell us in a session report.",
        )


def check_was_expected(*, is_expected: bool, starts_at: datetime, at: datetime) -> None:
    """Only of somebody who said yes, and only once the time has begun, can a unit say anything."""
    if not is_expected or starts_at > at:
        raise NotAllowed(
            "We have not told the MVP Manager: nobody was expected at this time who said yes to it.",
            next_step="Look at the duty to see who was.",
        )


def check_place(*, taken: int, places: int) -> None:
    """A duty is never over-filled."""
    if taken >= places:
        raise NotAllowed(
            "We have not put your name down: every place on this duty has been taken meanwhile. "
            "Thank you for offering.",
            next_step="If someone cannot come, the place opens again and you can say yes here.",
        )


def check_overlap(clash: str) -> None:
    """Nobody is in two places at once; ``clash`` is the other duty or course in words, or nothing."""
    if clash:
        raise NotAllowed(
            f"{NOT_DOWN}: it overlaps with {clash}.",
            next_step="You can tell us that you cannot come to the other one, or leave this one to someone else.",
        )


def check_day(*, minutes: int, others: int, longest: int) -> None:
    """One person's day is no longer than the longest day, all duties together."""
    if others and others + minutes > longest:
        raise NotAllowed(
            f"{NOT_DOWN}: with what is agreed to on that day it would come to "
            f"{duration(others + minutes)}, and the longest day is {duration(longest)}.",
            next_step="You can choose one of the two, or a duty on another day.",
        )


def check_booking(*, given: int, planned: int, more: int, cap: int, on: date, ask: str = "") -> None:
    """Time given and time agreed to stay within the month's cap together (clauses 34 to 36)."""
    if given + planned + more <= cap:
        return
    left = max(cap - given - planned, 0)
    shorter = f"Ask for a shorter time, up to {duration(left)}" if left else "Give back another duty of that month"
    raise NotAllowed(
        f"{NOT_DOWN}. Time given and agreed to in {month(on)} would come to "
        f"{duration(given + planned + more)}; the limit is {duration(cap)} so that everyone gets a turn.",
        next_step=f"{shorter}, or choose a duty in {month(next_month(month_of(on)))}.",
        ask=ask,
    )


def check_young(
    *, age: int | None, adult: int, starts_at: datetime, ends_at: datetime, night: tuple[time, time]
) -> None:
    """Volunteers of 16 and 17 are not offered night hours."""
    if age is None or age >= adult:
        return
    if touches_night(starts_at, ends_at, night=night):
        raise NotAllowed(
            f"{NOT_DOWN}: people under {adult} do not give time between {clock(night[0])} and {clock(night[1])}.",
            next_step="A duty in the daytime is welcome.",
        )


def check_rest(*, other: str, gap: int, least: int) -> None:
    """Between the duties of two days there is time to rest; ``gap`` is the shortest there would be (all minutes)."""
    if other and gap < least:
        raise NotAllowed(
            f"{NOT_DOWN}: between this duty and {other} there would be "
            f"{duration(gap)} of rest, and {duration(least)} is the least.",
            next_step="A duty that begins later, or on another day, is welcome.",
        )
