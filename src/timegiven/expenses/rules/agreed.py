"""What was agreed beforehand, and how far it goes (clause 100)."""

from datetime import date

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import day as in_words
from timegiven.kernel.words import pounds


def check_agreed(*, is_agreed: bool, kind: str, on: date) -> None:
    """Refuse a cost that nobody had agreed to before it was spent."""
    if not is_agreed:
        raise NotAllowed(
            f"This cannot be claimed: “{kind.lower()}” was not agreed for this placement on {in_words(on)}.",
            next_step="Ask for it to be agreed under “My claims”, for the next time.",
        )


def check_asked_once(*, is_there: bool, kind: str) -> None:
    """One agreement of a kind at a time for each placement."""
    if is_there:
        raise NotAllowed(
            f"Nothing has changed: “{kind.lower()}” is asked for or agreed already for this placement.",
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


def check_insurer(*, is_duty: bool, seen_on: date | None) -> None:
    """Driving for the role needs the word of the volunteer's own insurer (clause 105)."""
    if is_duty and seen_on is None:
        raise NotAllowed(
            "This has not been agreed: driving for the role needs the word of the volunteer’s own insurer.",
            next_step="Enter the day on which you saw the letter or certificate of the insurer.",
        )


def check_terms(*, is_miles: bool, vehicle: str, most_tenths: int | None) -> None:
    """Miles need a vehicle and the distance that was agreed."""
    if is_miles and not (vehicle and most_tenths):
        raise NotAllowed(
            "This has not been agreed: miles need a vehicle and a distance.",
            next_step="Choose the vehicle, and enter the miles for one session.",
        )


def up_to(*, spent: int, most: int | None) -> tuple[int, str]:
    """(pence paid back, how it was reckoned): what was spent, up to what was agreed."""
    if most is None or spent <= most:
        return spent, ""
    return most, f"Up to {pounds(most)}, as agreed"
