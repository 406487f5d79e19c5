"""What may be said about a paper, and who has still to answer."""

from datetime import date

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import day as in_words


def check_said(*, is_decided: bool, text: str, is_objection: bool, ground: str) -> None:
    """Anything may be said until the paper is decided; an objection says on which ground."""
    if is_decided:
        raise NotAllowed(
            "We have not kept what you wrote: the paper has been decided.", next_step="Read the decision on its page."
        )
    if not text.strip():
        raise NotAllowed("Nothing has been kept: you wrote nothing.", next_step="Write a sentence or two.")
    if is_objection and not ground:
        raise NotAllowed("We have not kept your objection: its ground is missing.", next_step="Choose the ground.")


def check_answer(*, is_decided: bool, needs_answer: bool, text: str) -> None:
    """Questions and objections are answered, in words, while the paper is open."""
    if is_decided:
        raise NotAllowed(
            "We have not kept the answer: the paper has been decided.", next_step="Read the decision on its page."
        )
    if not needs_answer:
        raise NotAllowed(
            "We have not kept the answer: there is one already, or nothing was asked.",
            next_step="Write a comment if there is more to say.",
        )
    if not text.strip():
        raise NotAllowed("We have not kept the answer: it is empty.", next_step="Write a sentence or two.")


def check_withdrawal(*, is_decided: bool, is_standing: bool, is_answered: bool) -> None:
    """An objection is withdrawn once, after its answer, so that the record says why (clause 63)."""
    if is_decided or not is_standing:
        raise NotAllowed(
            "Nothing has changed: the objection is withdrawn already, or the paper has been decided.",
            next_step="Open the page again to see where it stands.",
        )
    if not is_answered:
        raise NotAllowed(
            "The objection has not been withdrawn: it has not been answered yet.",
            next_step="The MVP Manager or the unit answers it first, so that the record says why it was withdrawn.",
        )


def check_more_time(*, is_decided: bool, closes_on: date, day: date, was: date | None) -> None:
    """Votes stay open until a day that is to come, and are never cut short."""
    if is_decided:
        raise NotAllowed("Nothing has changed: the paper has been decided.")
    if closes_on < day:
        raise NotAllowed("Nothing has changed: that day is over.", next_step="Choose today or a later day.")
    if was and closes_on < was:
        raise NotAllowed(
            f"Nothing has changed: members have been told that they have until {in_words(was)}.",
            next_step="Choose a later day.",
        )
