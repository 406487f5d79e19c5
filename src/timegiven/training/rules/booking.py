"""Who may take a place on a session, and when it is too late."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import day as in_words
from timegiven.kernel.words import duration, month, several, so_many
from timegiven.training.rules.needing import PAYMENT

TRAINERS = "Questions: your borough training unit."


def _place(name: str) -> str:
    """Whose place: the reader's own, or that of the person for whom somebody else books."""
    return f"The place of {name}" if name else "Your place"


def _have(name: str) -> str:
    return f"{name} has" if name else "you have"


def check_open(*, status: str, ends_at: datetime, at: datetime, name: str = "") -> None:
    """A place is taken on a session that is still to come."""
    if status == "CALLED_OFF":
        raise NotAllowed(
            f"{_place(name)} is not booked: this session has been called off.",
            next_step="Choose another session of the course.",
            ask=TRAINERS,
        )
    if status != "OPEN" or ends_at <= at:
        raise NotAllowed(
            f"{_place(name)} is not booked: this session is over.",
            next_step="Choose another session of the course.",
            ask=TRAINERS,
        )


def check_reach(*, is_within: bool, unit: str, name: str = "") -> None:
    """A session is for the volunteers of its borough, unless it is open to all."""
    if not is_within:
        own = "their" if name else "your"
        raise NotAllowed(
            f"{_place(name)} is not booked: this session is for volunteers of {unit}.",
            next_step=f"Choose a session of {own} own borough, or one that is open to everybody.",
            ask=TRAINERS,
        )


def check_agreed(*, is_needed: bool, is_agreed: bool, course: str, name: str = "") -> None:
    """Beyond the role only with the MVP Manager's agreement, recorded before anybody books (clauses 87 to 89)."""
    if is_needed or is_agreed:
        return
    if name:
        raise NotAllowed(
            f"{_place(name)} on “{course}” is not booked: the role that you chose does not ask for it, and the Borough "
            f"MVP Manager has not agreed to it yet. {PAYMENT}",
            next_step=f"Choose the role of {name} that needs the course. If none does, they ask for the course first, "
            "and can have a place when their Borough MVP Manager agrees.",
            ask="Questions: their Borough MVP Manager.",
        )
    raise NotAllowed(
        f"Your place on “{course}” is not booked: your role does not ask for it, and the Borough MVP Manager has "
        f"not agreed to it yet. {PAYMENT}",
        next_step="Ask for the course first and say what it would help with. When your Borough MVP Manager agrees, "
        "you can book a place.",
        ask="Questions: your Borough MVP Manager.",
    )


def check_due(*, is_done: bool, good_until: date | None, on: date, ahead: int, course: str, name: str = "") -> None:
    """A course is taken again when it soon runs out: so many days ahead, and no earlier."""
    if not is_done or (good_until and good_until <= on + timedelta(days=ahead)):
        return
    until = (
        f"good until {in_words(good_until)}"
        if good_until
        else f"good for as long as {'they' if name else 'you'} volunteer"
    )
    again = (
        f"It can be booked again when it has {so_many(ahead, 'day')} to go."
        if good_until
        else "There is nothing to do."
    )
    raise NotAllowed(
        f"{_place(name)} on “{course}” is not booked: {_have(name)} done this course, and it is {until}.",
        next_step=again,
    )


def check_prerequisites(missing: Sequence[str], *, course: str, name: str = "") -> None:
    """What comes first is done first, or is booked for an earlier day."""
    if missing:
        first = several([f"“{each}”" for each in missing])
        raise NotAllowed(
            f"{_place(name)} on “{course}” is not booked: {first} comes first.",
            next_step=f"Book {first} for an earlier day, then come back here.",
            ask=TRAINERS,
        )


def check_room(*, given: int, booked: int, more: int, cap: int, on: date, name: str = "") -> None:
    """Training counts in the month's cap like any other time, booked places included (clauses 34, 35; minutes)."""
    if given + booked + more <= cap:
        return
    ways = [f"choose a session in another month than {month(on)}"]
    if booked:
        ways.append("give back another place that is booked in that month")
    else:
        ways.append("ask the training unit about a shorter way to take it")
    raise NotAllowed(
        f"{_place(name)} is not booked. It would take {month(on)} to {duration(given + booked + more)}; the limit is "
        f"{duration(cap)}, training included, so that everyone gets a turn.",
        next_step=f"You can {several(ways, 'or')}.",
        ask=TRAINERS,
    )


def check_no_clash(others: Sequence[str], *, name: str = "") -> None:
    """Nobody is in two places at once."""
    if others:
        raise NotAllowed(
            f"{_place(name)} is not booked: {_have(name)} a place on “{others[0]}” at the same time.",
            next_step="Give one of the two places back first. No reason is needed.",
            ask=TRAINERS,
        )


def check_once(*, has_one: bool, is_waiting: bool, session_on: date, name: str = "") -> None:
    """One place on a course for each person, however often they press the button."""
    if has_one:
        are = f"{name} is" if name else "you are"
        stands = f"{are} on the waiting list" if is_waiting else f"{_have(name)} a place"
        raise NotAllowed(
            f"Nothing has changed: {stands} for this course on {in_words(session_on)} already.",
            next_step="If another day is better, give that one back first. No reason is needed.",
        )
