"""What the handbook says about AWARE accounts."""

from timegiven.kernel.refusals import NotAllowed


def check_aware_needed(*, is_needed: bool) -> None:
    """An AWARE account is opened only where a role needs it (clause 84)."""
    if not is_needed:
        raise NotAllowed(
            "We have not opened an AWARE account: none of this volunteer's roles uses AWARE.",
            next_step="If the role has come to need it, ask for a new version of the role profile first.",
        )


def check_no_account(*, has_one: bool) -> None:
    """Everybody has a log-in of their own, and one only (clause 84)."""
    if has_one:
        raise NotAllowed(
            "We have not opened an AWARE account: this volunteer has one already.",
            next_step="Close it first if the log-in has to change.",
        )
