"""What was agreed beforehand, and how far it goes (clause 100); ``of``: whose it is, where somebody else reads."""

from datetime import date

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import day as in_words
from timegiven.kernel.words import pounds


def whom_to_ask(*, of: str) -> str:
    """Who knows more: for a volunteer the MVP Manager, who asks the Central Team in turn."""
    whom = "The Central Team" if of else "Your MVP Manager"
    return f"{whom} can tell you whether anything can still be done."


def agree_on(what: str, *, of: str) -> str:
    return f"agree on {what} with {of}" if of else f"ask your MVP Manager to agree on {what}"


def check_agreed(*, is_agreed: bool, kind: str, on: date, of: str = "") -> None:
    """Refuse a cost that nobody had agreed to before it was spent."""
    if not is_agreed:
        theirs = f"Agree on it with {of}, on their record under “Expenses”"
        where = theirs if of else "Ask for it to be agreed under “My claims”"
        raise NotAllowed(
            f"This cannot be claimed: “{kind.lower()}” was not agreed for {in_words(on)}.",
            next_step=f"{where}, for the next time.",
        )


def check_asked_once(*, is_there: bool, kind: str) -> None:
    """One agreement of a kind at a time for each placement, and for each day without one."""
    if is_there:
        raise NotAllowed(
            f"Nothing has changed: “{kind.lower()}” is asked for or agreed already.",
            next_step="Look at it under “What was agreed”.",
        )


def check_beforehand(*, from_on: date, earliest: date) -> None:
    """What is agreed holds from the day on which it was asked for, and not for money spent before."""
    if from_on < earliest:
        raise NotAllowed(
            f"This has not been agreed: costs are agreed before they are spent, so not from before "
            f"{in_words(earliest)}.",
            next_step=f"Choose {in_words(earliest)} or a later day.",
        )


def check_ends_later(*, from_on: date, until_on: date | None) -> None:
    """What is agreed holds for a day at least."""
    if until_on is not None and until_on <= from_on:
        raise NotAllowed(
            f"This has not been agreed: it would end on {in_words(until_on)}, and begins on {in_words(from_on)}.",
            next_step="Choose a later day for the end, or leave it empty.",
        )


def check_day_ahead(*, on: date, today: date, of: str = "") -> None:
    """A cost of one day is asked for before that day is over."""
    if on < today:
        raise NotAllowed(
            f"Nothing has been asked for: costs are agreed before they are spent, and {in_words(on)} is past.",
            next_step=whom_to_ask(of=of),
        )


def check_insurer_knows(*, is_motor: bool, has_said: bool) -> None:
    """Volunteers tell their own insurer that they drive to where they volunteer (clause 104)."""
    if is_motor and not has_said:
        raise NotAllowed(
            "This has not been agreed: the volunteer has not said yet that their insurer knows they drive here.",
            next_step="Ask them to say so under “Own vehicle”, on their record.",
        )


def check_terms(*, is_miles: bool, vehicle: str, most_tenths: int | None) -> None:
    """Miles need a vehicle and the distance that was agreed."""
    if is_miles and not (vehicle and most_tenths):
        raise NotAllowed(
            "This has not been agreed: miles need a vehicle and a distance.",
            next_step="Choose the vehicle, and enter the miles for one session.",
        )


def up_to(*, spent: int, most: int | None, taken: int = 0, of: str = "") -> tuple[int, str]:
    """(pence paid back, how it was reckoned): what was spent, up to what is left of what was agreed."""
    if most is None or spent <= most - taken:
        return spent, ""
    if taken >= most:
        raise NotAllowed(
            f"This cost has not been added: all of the {pounds(most)} that was agreed is on a claim already.",
            next_step=f"If more was needed, {agree_on('more', of=of)} for the next time.",
        )
    return most - taken, f"Up to {pounds(most)}, as agreed"
