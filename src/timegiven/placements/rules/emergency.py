"""When an emergency sheet may be opened, and for how long it stays open (clause 108)."""

from timegiven.kernel.refusals import NotAllowed

LEAST_WORDS = 15


def check_says_why(words: str) -> None:
    """Whoever does not look after a volunteer says in words why the sheet is needed now."""
    if len(" ".join(words.split())) < LEAST_WORDS:
        raise NotAllowed(
            "We have not opened the sheet: say in a few words why you need it now.",
            next_step=f"{LEAST_WORDS} letters are enough. For example: Fell on the stairs, ambulance called.",
        )


def check_to_review(*, is_outside: bool, is_reviewed: bool) -> None:
    """What was opened from outside is looked at once."""
    if not is_outside or is_reviewed:
        raise NotAllowed(
            "Nothing has changed: there is nothing left to look at here.",
            next_step="Go back to the list to see what is.",
        )
