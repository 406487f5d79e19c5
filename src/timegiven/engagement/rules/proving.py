"""What a letter needs to be worth something."""

from timegiven.kernel.refusals import NotAllowed


def check_something_given(*, minutes: int) -> None:
    """A letter about no time would prove nothing."""
    if minutes <= 0:
        raise NotAllowed(
            "We have not made this letter: no time is written down yet.",
            next_step="Tell us about your sessions first; then the letter can count them.",
        )


def check_not_withdrawn(*, is_withdrawn: bool) -> None:
    """The same form once more leads to the same letter, which somebody may have withdrawn since."""
    if is_withdrawn:
        raise NotAllowed(
            "We have not made this letter again: it was withdrawn meanwhile.",
            next_step="Press the button once more on this page to make a new one.",
            ask="your MVP Manager",
        )
