"""What a decision needs."""

from datetime import date

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import day as in_words


def needs_second_look(*, pence: int, above: int) -> bool:
    """Whether somebody else looks at an approved claim as well."""
    return pence > above


def check_left_out(*, left: int, kept: int, why: str) -> None:
    """What is left out needs a word; leaving everything out is a refusal."""
    if not kept:
        raise NotAllowed(
            "The claim has not been approved: nothing on it was ticked.",
            next_step="Tick what can be paid back. If nothing can, choose “Do not approve” and say why.",
        )
    if left and not why.strip():
        raise NotAllowed(
            "The claim has not been approved: you left something out, and did not say why.",
            next_step="Write the reason: the volunteer reads it.",
        )


def check_other_eyes(*, is_needed: bool, name: str) -> None:
    """Whoever typed a claim in decides on it only with the volunteer's own hand before them (clauses 98, 100)."""
    if is_needed:
        raise NotAllowed(
            f"Nothing has been decided: you typed this claim in for {name}, and nobody else has seen it yet.",
            next_step=f"Add a picture of the paper that {name} signed: then you can decide. Or leave it to another MVP "
            "Manager of the borough. Where there is none, it waits for the Central Team by itself.",
            ask="the Central Team",
        )


def check_wants_paper(*, is_typed_in: bool, is_with_manager: bool) -> None:
    """A signed paper belongs to a claim that was typed in and sent."""
    if not (is_typed_in and is_with_manager):
        raise NotAllowed(
            "We have not kept the paper: this claim does not wait for one.",
            next_step="A paper is added after a claim has been typed in and sent, and before it is decided on.",
        )


def check_paper_is_new(*, used_on: date | None) -> None:
    """One paper signs one claim."""
    if used_on:
        raise NotAllowed(
            f"We have not kept the paper: the same picture was added to a claim for {in_words(used_on)}.",
            next_step="Take a picture of the paper for this claim.",
        )


def check_standing(*, is_void: bool) -> None:
    """A session that was taken back has no costs."""
    if is_void:
        raise NotAllowed(
            "The claim has not been approved: the report of its session was taken back since.",
            next_step="Send it back with a question, or do not approve it.",
        )
