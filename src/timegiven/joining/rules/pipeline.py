"""What can be done from the board, to whom, and with what papers."""

from collections.abc import Sequence
from datetime import date

from timegiven.kernel import words
from timegiven.kernel.refusals import NotAllowed

FITS = {
    "SEND": ("INTERVIEWED",),
    "TAKE_ON": ("VETTED",),
    "DECLINE": ("APPLIED", "INTERVIEWED", "VETTING", "VETTED"),
}


def check_batch(act: str, chosen: Sequence[tuple[str, str]]) -> None:
    """An act is for those at its stage alone: (name, status) of each; what was never sent is not decided on."""
    if not chosen:
        raise NotAllowed("Nothing has changed: nobody was chosen.", next_step="Tick at least one name.")
    others = [name for name, status in chosen if status not in FITS[act]]
    if others:
        raise NotAllowed(
            f"Nothing has changed: this cannot be done for {words.several(others)} where they stand now.",
            next_step="Take them out of your choice, and press the button again.",
        )


def check_right_is_new(expires_on: date | None, *, day: date) -> None:
    """Papers that have ended let nobody volunteer."""
    if expires_on is not None and expires_on <= day:
        raise NotAllowed(
            f"We have not recorded this: the document ended on {words.day(expires_on)}.",
            next_step="Check the day, or ask for another document.",
        )


def check_right(*, holds: bool, name: str) -> None:
    """Nobody is taken on whose right to volunteer here has not been seen."""
    if not holds:
        raise NotAllowed(
            f"{name} has not been taken on: their right to volunteer here has not been checked, or has ended.",
            next_step="Look at a document with them, and record what you saw.",
        )
