"""What somebody can say about hearing of recruitment."""

from timegiven.kernel.refusals import NotAllowed

NO, WHILE, ALSO_AFTER = "NO", "WHILE", "ALSO_AFTER"


def check_wish(*, wish: str, has_left: bool) -> None:
    """Whoever has left hears of it as somebody who has left, or not at all."""
    if wish == WHILE and has_left:
        raise NotAllowed(
            "Nothing has changed: this answer is for people who volunteer.",
            next_step="Choose to hear also after leaving, or not to hear.",
        )
