"""Who may take a place on a session, and when it is too late."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import day as in_words
from timegiven.kernel.words import duration, month, several, so_many
from timegiven.training.rules.needing import PAYMENT

TRAINERS = "Questions: your borough training unit."


def check_open(*, status: str, ends_at: datetime, at: datetime) -> None:
    """A place is taken on a session that is still to come."""
    if status == "CALLED_OFF":
        raise NotAllowed(
            "The place is not booked: this session has been called off.",
            next_step="Choose another session of the course.",
            ask=TRAINERS,
        )
    if status != "OPEN" or ends_at <= at:
        raise NotAllowed(
            "The place is not booked: this session is over.",
            next_step="Choose another session of the course.",
            ask=TRAINERS,
        )


def check_here(*, has_left: bool, is_own: bool, name: str) -> None:
    """Courses are for those who volunteer."""
    if has_left:
        raise NotAllowed(
            f"No place is booked: {'you have' if is_own else f'{name} has'} left the programme.",
            next_step="Whoever comes back is welcome, and can book again then.",
        )


def check_reach(*, is_within: bool, unit: str, is_own: bool) -> None:
    """A session is for the volunteers of its borough, unless it is open to all."""
    if not is_within:
        whose = "your" if is_own else "the volunteer’s"
        raise NotAllowed(
            f"The place is not booked: this session is for volunteers of {unit}.",
            next_step=f"Choose a session in {whose} own borough, or one that is open to everybody.",
            ask=TRAINERS,
        )


def check_agreed(*, is_needed: bool, is_agreed: bool, course: str, is_own: bool) -> None:
    """Beyond the role only with the MVP Manager's agreement, recorded before anybody books (clauses 87 to 89)."""
    if is_needed or is_agreed:
        return
    asks = "ask for the course first and say" if is_own else "the volunteer asks for the course first and says"
    raise NotAllowed(
        f"The place on “{course}” is not booked: the role does not ask for it, and the Borough MVP Manager has not "
        f"agreed to it yet. {PAYMENT}",
        next_step=f"If another role needs the course, choose that one. If none does, {asks} what it would help with. "
        "A place can be booked when the Borough MVP Manager agrees.",
        ask="the Borough MVP Manager",
    )


def check_due(*, is_done: bool, good_until: date | None, on: date, ahead: int, course: str) -> None:
    """A course is taken again when it soon runs out: so many days ahead, and no earlier."""
    if not is_done or (good_until and good_until <= on + timedelta(days=ahead)):
        return
    until = f"good until {in_words(good_until)}" if good_until else "good without an end"
    again = (
        f"It can be booked again when it has {so_many(ahead, 'day')} to go."
        if good_until
        else "There is nothing to do."
    )
    raise NotAllowed(
        f"The place on “{course}” is not booked: this course has been done, and it is {until}.",
        next_step=again,
    )


def check_prerequisites(missing: Sequence[str], *, course: str) -> None:
    """What comes first is done first, or is booked for an earlier day."""
    if missing:
        first = several([f"“{each}”" for each in missing])
        raise NotAllowed(
            f"The place on “{course}” is not booked: {first} comes first.",
            next_step=f"Book {first} for an earlier day, then come back here.",
            ask=TRAINERS,
        )


def check_room(*, given: int, booked: int, more: int, cap: int, on: date) -> None:
    """Training counts in the month's cap like any other time, booked places included (clauses 34, 35; minutes)."""
    if given + booked + more <= cap:
        return
    ways = [f"choose a session in another month than {month(on)}"]
    if booked:
        ways.append("give back another place that is booked in that month")
    else:
        ways.append("ask the training unit about a shorter way to take it")
    raise NotAllowed(
        f"The place is not booked. It would take {month(on)} to {duration(given + booked + more)}; the limit is "
        f"{duration(cap)}, training included, so that everyone gets a turn.",
        next_step=f"You can {several(ways, 'or')}.",
        ask=TRAINERS,
    )


def check_no_clash(others: Sequence[str]) -> None:
    """Nobody is in two places at once."""
    if others:
        raise NotAllowed(
            f"The place is not booked: there is a place on “{others[0]}” at the same time already.",
            next_step="Give one of the two places back first. No reason is needed.",
            ask=TRAINERS,
        )


def check_once(*, has_one: bool, is_waiting: bool, session_on: date) -> None:
    """One place on a course for each person, however often they press the button."""
    if has_one:
        stands = "a place on the waiting list" if is_waiting else "a place"
        raise NotAllowed(
            f"Nothing has changed: there is {stands} for this course on {in_words(session_on)} already.",
            next_step="If another day is better, give that one back first. No reason is needed.",
        )
