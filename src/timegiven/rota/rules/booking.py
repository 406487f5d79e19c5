"""What the handbook forbids about saying yes to a duty. Plain values in, a refusal or nothing out."""

from datetime import date, datetime, time

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import month_of, next_month, touches_night
from timegiven.kernel.words import clock, day, duration, month

NOT_DOWN = "We have not put this name down"
NOT_DOWN_YOU = "We have not put your name down"


def not_down(*, own: bool) -> str:
    """How a refusal begins: for the volunteer themselves, or for whoever acts for them."""
    return NOT_DOWN_YOU if own else NOT_DOWN


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


def check_place(*, taken: int, places: int, own: bool = False) -> None:
    """A duty is never over-filled."""
    if taken >= places:
        thanks = " Thank you for offering." if own else ""
        raise NotAllowed(
            f"{not_down(own=own)}: every place on this duty has been taken meanwhile.{thanks}",
            next_step=f"If someone cannot come, the place opens again and {_who(own)} can say yes here.",
        )


def _who(own: bool) -> str:
    return "you" if own else "they"


def check_overlap(clash: str, *, own: bool = False) -> None:
    """Nobody is in two places at once; ``clash`` is the other duty or course in words, or nothing."""
    if clash:
        who = _who(own)
        raise NotAllowed(
            f"{not_down(own=own)}: it overlaps with {clash}.",
            next_step=f"{who.title()} can tell us that {who} cannot come to the other one, or leave this one to "
            "someone else.",
        )


def check_day(*, minutes: int, others: int, longest: int, own: bool = False) -> None:
    """One person's day is no longer than the longest day, all duties together."""
    if others and others + minutes > longest:
        raise NotAllowed(
            f"{not_down(own=own)}: with what is agreed to on that day it would come to "
            f"{duration(others + minutes)}, and the longest day is {duration(longest)}.",
            next_step=f"{_who(own).title()} can choose one of the two, or a duty on another day.",
        )


def check_booking(*, given: int, planned: int, more: int, cap: int, on: date, own: bool = False, ask: str = "") -> None:
    """Time given and time agreed to stay within the month's cap together (clauses 34 to 36)."""
    if given + planned + more <= cap:
        return
    left = max(cap - given - planned, 0)
    shorter = f"ask for a shorter time, up to {duration(left)}" if left else "give back another duty of that month"
    way_out = shorter[:1].upper() + shorter[1:] if own else f"They can {shorter}"
    raise NotAllowed(
        f"{not_down(own=own)}. Time given and agreed to in {month(on)} would come to "
        f"{duration(given + planned + more)}; the limit is {duration(cap)} so that everyone gets a turn.",
        next_step=f"{way_out}, or choose a duty in {month(next_month(month_of(on)))}.",
        ask=ask,
    )


def check_young(
    *, age: int | None, adult: int, starts_at: datetime, ends_at: datetime, night: tuple[time, time], own: bool = False
) -> None:
    """Volunteers of 16 and 17 are not offered night hours."""
    if age is None or age >= adult:
        return
    if touches_night(starts_at, ends_at, night=night):
        raise NotAllowed(
            f"{not_down(own=own)}: people under {adult} do not give time between {clock(night[0])} and "
            f"{clock(night[1])}.",
            next_step="A duty in the daytime is welcome.",
        )


def check_rest(*, other: str, gap: int, least: int, own: bool = False) -> None:
    """Between the duties of two days there is time to rest; ``gap`` is the shortest there would be (all minutes)."""
    if other and gap < least:
        raise NotAllowed(
            f"{not_down(own=own)}: between this duty and {other} there would be "
            f"{duration(gap)} of rest, and {duration(least)} is the least.",
            next_step="A duty that begins later, or on another day, is welcome.",
        )
