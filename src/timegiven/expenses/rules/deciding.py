"""What a decision needs."""

from timegiven.kernel.refusals import NotAllowed


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


def check_standing(*, is_void: bool) -> None:
    """A session that was taken back has no costs."""
    if is_void:
        raise NotAllowed(
            "The claim has not been approved: the report of its session was taken back since.",
            next_step="Send it back with a question, or do not approve it.",
        )
