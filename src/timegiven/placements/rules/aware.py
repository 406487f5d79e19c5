"""What the handbook says about accounts on AWARE."""

from timegiven.kernel.refusals import NotAllowed


def check_aware_needed(*, is_needed: bool) -> None:
    """An AWARE account is asked for only where a role needs it (clause 84)."""
    if not is_needed:
        raise NotAllowed(
            "We have not asked for an AWARE account: none of this volunteer's roles uses AWARE.",
            next_step="If the role has come to need it, ask for a new version of the role profile first.",
        )


def check_no_account(*, has_one: bool) -> None:
    """Everybody has a log-in of their own, and one only (clause 84)."""
    if has_one:
        raise NotAllowed(
            "We have not asked for an AWARE account: this volunteer has one already.",
            next_step="Close it first if the log-in has to change.",
        )


def check_explained(*, is_explained: bool) -> None:
    """Nobody is handed a log-in without having been told how the unit's e-mail is used (clauses 85, 86)."""
    if not is_explained:
        raise NotAllowed(
            "We have not noted that the log-in was handed over: how e-mail is used here has not been explained yet.",
            next_step="Read the rule together. It takes a minute.",
        )


def check_handed_over(*, is_open: bool) -> None:
    """One says that one has read the rule once there is a log-in to use it with."""
    if not is_open:
        raise NotAllowed(
            "We have not noted anything: the log-in has not been handed over yet.",
            next_step="Your unit hands it over on the first day.",
        )
