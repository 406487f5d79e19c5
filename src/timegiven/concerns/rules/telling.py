"""What makes something told: some words, or the wish to talk."""

from timegiven.kernel.refusals import NotAllowed


def check_told(*, words: str, wants_a_talk: bool) -> None:
    """Words are not needed from somebody who would rather talk; from anybody else a few are (clause 119)."""
    if not words.strip() and not wants_a_talk:
        raise NotAllowed(
            "We have not sent this: there is nothing in it yet.",
            next_step="Write a few words, or choose to be rung or to meet: then no words are needed.",
        )


def check_with_manager(*, is_for_team: bool) -> None:
    """What the Central Team hears already cannot be passed on to it."""
    if is_for_team:
        raise NotAllowed(
            "Nothing has changed: the Central Team has this already, and the MVP Manager does not see it.",
            next_step="Open its page to see what is being done.",
        )
