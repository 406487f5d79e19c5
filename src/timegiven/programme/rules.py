"""What the handbook forbids of itself."""

from datetime import date

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import day as in_words


def check_from(from_on: date, *, today: date) -> None:
    """A day that is past, and a month that is closed, keep the value by which they were judged."""
    if from_on < today:
        raise NotAllowed(
            f"The handbook has not changed: {in_words(from_on)} is past, and past days keep the value they had.",
            next_step="Choose today or a day to come.",
        )


def check_value(value: object, *, choices: tuple[str, ...]) -> None:
    """Where only some words make sense, a value is one of them."""
    if choices and value not in choices:
        raise NotAllowed(
            f"The handbook has not changed: “{value}” is not one of the values that this can have.",
            next_step=f"Choose one of these: {', '.join(choices)}.",
        )


def check_changed(value: object, *, now: object) -> None:
    """A decision that changes nothing is a slip."""
    if value == now:
        raise NotAllowed(
            "The handbook has not changed: that is already the value on this day.",
            next_step="Enter another value, or leave it as it is.",
        )
