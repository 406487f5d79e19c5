"""What the handbook forbids of itself."""

import re
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


def check_certificate(*, from_on: date, until_on: date | None, is_known: bool) -> None:
    """A certificate is entered once, and ends after it begins (clause 56)."""
    if until_on is not None and until_on <= from_on:
        raise NotAllowed(
            "We have not added the certificate: it ends before it begins.",
            next_step="Look at the two days again. The last day is the one on which it no longer covers.",
        )
    if is_known:
        raise NotAllowed(
            "We have not added the certificate: one with this number is there already for this kind of cover.",
            next_step="Look at the list. A certificate that goes on has a number of its own.",
        )


def check_end(*, until_on: date, from_on: date, now_until: date | None, today: date) -> None:
    """Cover is ended from a day to come, or today; days that are past keep what they had (clause 56)."""
    if now_until is not None and now_until <= today:
        raise NotAllowed(
            "Nothing has changed: this certificate had ended already.",
            next_step="Look at the list for the one in force.",
        )
    if until_on < max(today, from_on):
        raise NotAllowed(
            f"Nothing has changed: {in_words(until_on)} is past, or before the certificate begins.",
            next_step="Choose today or a day to come. People gave time under this cover until now.",
        )


def unwrapped(body: str) -> str:
    """Each paragraph and each item of a list on one line, as people type it; headings and items begin lines."""
    return re.sub(r"(?<=\S)\n[ \t]*(?=[^-#|*\d\s])", " ", body)


def check_title(code: str) -> None:
    """A document is found by its title, of which its address is made."""
    if not code:
        raise NotAllowed(
            "We have not added it: its title has no letter or digit, and its address is made of them.",
            next_step="Give it a title in letters, such as Visits to custody.",
        )


def check_edition(*, is_changed: bool, issued_on: date, last_on: date, review_on: date, today: date) -> None:
    """An edition has words of its own, comes after the one before it, and is looked at again later (clause 134)."""
    if not is_changed:
        raise NotAllowed(
            "We have not issued it: not a word is different from the edition before.",
            next_step="Change what is to be changed. If nothing is, note on the document’s page that it was reviewed.",
        )
    if issued_on < max(today, last_on):
        raise NotAllowed(
            f"We have not issued it: {in_words(issued_on)} is past, or before the edition that it replaces.",
            next_step=f"Choose {in_words(max(today, last_on))} or a day after it.",
        )
    check_review(review_on=review_on, after=issued_on)


def check_review(*, review_on: date, after: date) -> None:
    """The next review lies ahead."""
    if review_on <= after:
        raise NotAllowed(
            f"Nothing has changed: the next review must be after {in_words(after)}.", next_step="Choose a later day."
        )
